package email

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/issue"
	"onrecord/internal/speaker"
)

// voice is one speaker as the mail shows them.
type voice struct {
	Monogram   string
	Name, Role string
	Positions  []position
	Last       bool // no line below
}

// position is one statement, or several direct quotes under one cue. Text has
// quotation marks around direct quotes; a mixed report has the article's own.
type position struct {
	Cue    string // what a line begins with, may be empty
	Text   string
	Quotes bool   // Text is direct quotes only
	From   string // the article, where it is not the one that leads the story

	verb string // Cue, also where it is left out
}

// newVoice shows a speaker of a story told by the articles from, and at most
// so many of their statements. It returns how many are left.
func newVoice(s issue.Speaker, from []issue.Source, most int) (v voice, left int) {
	v.Name = nameOf(s.Name)
	v.Monogram = monogram(v.Name)
	if len(s.Roles) > 0 {
		v.Role = plain(s.Roles[0], longestRole)
	}
	shown := 0
	for _, sentence := range sentences(s.Positions) {
		if shown == most {
			left++
			continue
		}
		shown++
		said := newPosition(sentence, from)
		if n := len(v.Positions); n > 0 && v.Positions[n-1].goesOn(said) {
			v.Positions[n-1].Text += " … " + said.Text
			continue
		} else if n > 0 && said.Quotes && (said.verb == "Said" || said.verb == "Says") {
			said.Cue = "" // the quotation marks and the line above say it
		}
		v.Positions = append(v.Positions, said)
	}
	return v, left
}

// sentences puts together the positions that are one sentence, without those
// that say nothing.
func sentences(all []issue.Position) [][]issue.Position {
	var out [][]issue.Position
	for _, p := range all {
		switch {
		case plain(p.Text, 1) == "":
		case p.GoesOn && len(out) > 0:
			out[len(out)-1] = append(out[len(out)-1], p)
		default:
			out = append(out, []issue.Position{p})
		}
	}
	return out
}

// nameOf is a speaker's name as the mail shows it, the same everywhere.
func nameOf(s string) string {
	name := capital(plain(s, longestName))
	if !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return "Unnamed"
	}
	return name
}

// newPosition shows a statement, of which there is one position at least. What
// begins a sentence of the article stands behind a colon, as "said The dyke was
// safe" is no sentence.
func newPosition(sentence []issue.Position, from []issue.Source) position {
	p := sentence[0]
	v := position{verb: Cue(plain(p.Cue, longestCue)), Quotes: p.Type == speaker.Direct}
	var parts []string
	for _, p := range sentence {
		parts = append(parts, p.Text)
	}
	between := " … "
	if v.Quotes {
		between = "” … “"
	}
	v.Text = plain(strings.Join(parts, between), longestPosition)
	v.Cue = v.verb
	switch {
	case v.Quotes:
		v.Text = "“" + v.Text + "”"
	case v.Cue == "":
		v.Text = stopped(capital(v.Text))
	case p.Opens:
		v.Cue += ":"
		fallthrough
	default:
		v.Text = stopped(v.Text)
	}
	if p.Article > 0 && p.Article < len(from) {
		if name := publisher(from[p.Article]); name != "" && name != publisher(from[0]) {
			v.From = "(" + name + ")"
		}
	}
	return v
}

// goesOn reports whether next continues the quotes of p, as in “A,” she said,
// “B”: the reporting words then stand once.
func (p position) goesOn(next position) bool {
	return p.Quotes && next.Quotes && p.verb == next.verb && p.From == next.From
}

// Cue is the reporting words as a line can begin with them after the speaker's
// name, empty where none can. Some can't: a colon or a dash is no word;
// "according to" comes before a name; "told" wants to know whom, which a
// position leaves out; and a participle makes no sentence.
func Cue(cue string) string {
	if strings.EqualFold(cue, "according to") || !strings.ContainsFunc(cue, unicode.IsLetter) {
		return ""
	}
	first, others, _ := strings.Cut(cue, " ")
	verb := past(first)
	if others == "" {
		switch strings.ToLower(verb) {
		case "told":
			verb = "said"
		case "tell":
			verb = "say"
		case "tells":
			verb = "says"
		}
	}
	return capital(strings.TrimSpace(verb + " " + others))
}

// past is the past tense of an English verb's -ing form, and any other word as
// it is: a participle makes no sentence.
func past(verb string) string {
	lower := strings.ToLower(verb)
	stem, found := strings.CutSuffix(lower, "ing")
	if !found || !strings.ContainsAny(stem, "aeiouy") { // "bring"
		return verb
	}
	if i, found := slices.BinarySearchFunc(irregular[:], stem, func(v [2]string, stem string) int {
		return strings.Compare(v[0], stem)
	}); found {
		return irregular[i][1]
	}
	switch before, y := strings.CutSuffix(stem, "y"); {
	case strings.HasSuffix(stem, "e"): // agreeing
		return stem + "d"
	case y && !strings.ContainsAny(before[max(0, len(before)-1):], "aeiou"): // denying
		return before + "ied"
	}
	return stem + "ed"
}

// irregular is the verbs that report and have no past tense in -ed: what stands
// before -ing, and what is said instead. "Willing" is no verb. Sorted.
var irregular = [...][2]string{
	{"bear", "bore"}, {"begin", "began"}, {"beginn", "began"}, {"break", "broke"},
	{"bring", "brought"}, {"build", "built"}, {"com", "came"}, {"cutt", "cut"}, {"draw", "drew"}, {"feel", "felt"},
	{"fight", "fought"}, {"find", "found"}, {"foresee", "foresaw"}, {"forgett", "forgot"},
	{"forgiv", "forgave"}, {"gett", "got"}, {"giv", "gave"}, {"go", "went"}, {"hear", "heard"},
	{"hold", "held"}, {"keep", "kept"}, {"know", "knew"}, {"lay", "laid"}, {"lead", "led"},
	{"leav", "left"}, {"lett", "let"}, {"mak", "made"}, {"mean", "meant"}, {"meet", "met"},
	{"pay", "paid"}, {"putt", "put"}, {"read", "read"}, {"say", "said"}, {"see", "saw"},
	{"seek", "sought"}, {"sell", "sold"}, {"send", "sent"}, {"sett", "set"}, {"shak", "shook"},
	{"sing", "sang"}, {"speak", "spoke"}, {"spend", "spent"}, {"stand", "stood"}, {"swear", "swore"},
	{"tak", "took"}, {"teach", "taught"}, {"tell", "told"}, {"think", "thought"}, {"throw", "threw"},
	{"understand", "understood"}, {"unwill", "unwilling"}, {"will", "willing"},
	{"withdraw", "withdrew"}, {"writ", "wrote"},
}

// stopped is a statement that ends as a sentence does. It takes the article's
// own full stop, which may stand within a quote, drops the comma by which the
// article's sentence goes on behind a quote, and adds a stop where there is
// none and the script has such.
func stopped(s string) string {
	if words := strings.TrimRight(s, "”’»\"'"); strings.HasSuffix(words, ",") && len(words) < len(s) {
		s = strings.TrimSuffix(words, ",") + s[len(words):]
	}
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”’»\"')]"))
	switch {
	case s == "", unicode.Is(unicode.Sentence_Terminal, end), strings.ContainsRune("…:;", end):
		return s
	case unicode.IsLetter(end) && !unicode.In(end, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hebrew, unicode.Arabic):
		return s
	}
	return s + "."
}

// NameRole is the speaker's line in plain text.
func (v voice) NameRole() string {
	if v.Role == "" {
		return v.Name
	}
	return v.Name + ", " + v.Role
}

// Line is the statement's line in plain text.
func (p position) Line() string {
	line := p.Text
	switch {
	case p.Cue == "":
	case p.Quotes:
		line = p.Cue + ": " + line
	default:
		line = p.Cue + " " + line
	}
	if p.From != "" {
		line += " " + p.From
	}
	return line
}

// monogram is the initials of the first and the last part of a name.
func monogram(name string) string {
	var initials []rune
	for part := range strings.FieldsSeq(name) {
		if strings.EqualFold(part, "a") || strings.EqualFold(part, "an") || strings.EqualFold(part, "the") {
			continue
		}
		for _, r := range part {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				initials = append(initials, unicode.ToUpper(r))
				break
			}
		}
	}
	switch n := len(initials); {
	case n == 0:
		return "•"
	case n == 1 || rtl(name): // Arabic letters would join to a word
		return string(initials[0])
	default:
		return string([]rune{initials[0], initials[n-1]})
	}
}

package speaker

import (
	"onrecord/internal/text"
)

// unit is a sentence as the grammar reads it: no border falls inside a
// quotation.
type unit struct {
	text.Span
	first, end int // tokens
	paragraph  int
	// lead is set on the first unit of a paragraph.
	lead bool
}

// reading is all that is known of one article while it is read.
type reading struct {
	text, low string
	quotes    []text.Quotation
	sentences []text.Span // of the paragraph that is cut
	tokens    []token
	units     []unit
	nextQuote int
	// nouns is set where the language writes every noun with a capital, direct
	// where only direct speech is read in it.
	nouns, direct bool

	names     []name
	entities  []entity
	byName    map[string]int
	bySurname map[string]int
	byGiven   map[string]int

	reports []report
	// taken[i] is set once quotation i belongs to a report.
	taken []bool
	// focus is the person last named as a subject, for pronouns; speaking the
	// source of the last report, for quotations without a cue.
	focus     source
	she, he   source // the last person of known sex
	body      source // the organisation that last opened a unit by name
	study     source // the body whose poll or study was last met
	topic     source // what the last unit was about, where that has no name
	heroAlone bool   // set while a paragraph names nobody but the hero
	hero      int    // one more than the index of the person whom an obituary or an interview is about
	group     source // the several without a name who last spoke or were spoken of
	speaking  source
	lastCue   text.Span
	// announced is set where a unit ends with a colon: what the next paragraph
	// quotes is its speaker’s.
	announced bool

	stops    bool   // paragraphs end with a stop
	opened   int    // first token of the unit that is read
	previous unit   // the one read before it
	attended int    // first token of the unit in which focus was last a subject
	asked    source // who answers in an interview
	holding  source // whose speech a paragraph has left open
	tagger   tagger
	found    []report // the grammar’s, while the tagger’s are built
}

// source is who a report is from.
type source struct {
	entity int       // index of a named entity, or -1
	also   int       // a second one who says the same, or -1
	span   text.Span // the phrase, for sources without a name
	kind   Kind
}

var nobody = source{entity: -1, also: -1}

func (s source) known() bool { return s.entity >= 0 || s.span.Len() > 0 }

// report is one statement found.
type report struct {
	source  source
	cue     text.Span
	content text.Span
	typ     Type
	loose   bool // by the second reading
	settled bool // takes up its unit, so that nothing else is reported there
}

// read cuts the text into units and tokens and finds the names.
func read(s, language string) *reading {
	paragraphs := text.Paragraphs(s)
	r := &reading{
		text: s, low: lower(s),
		nouns:  rulesOf(language).nouns,
		direct: ScopeOf(language) == DirectSpeech,
		quotes: text.QuotationsIn(s, paragraphs),
		tokens: make([]token, 0, len(s)/5+8),
		units:  make([]unit, 0, len(s)/110+4),
		byName: make(map[string]int, 32), bySurname: make(map[string]int, 32), byGiven: make(map[string]int, 16),
		focus: nobody, speaking: nobody, she: nobody, he: nobody, topic: nobody, group: nobody, body: nobody, study: nobody, asked: nobody, holding: nobody,
	}
	r.taken = make([]bool, len(r.quotes))
	q := 0
	for i, p := range paragraphs {
		q = r.paragraph(i, p, q)
	}
	for i := range r.units {
		u := &r.units[i]
		u.first = len(r.tokens)
		r.lex(u.Span)
		u.end = len(r.tokens)
		u.first = r.dateline(*u)
	}
	r.split()
	r.stops = r.punctuates()
	r.names = make([]name, 0, len(r.tokens)/12+4)
	r.entities = make([]entity, 0, 32)
	r.findNames()
	r.settleKinds()
	r.joinShortForms()
	r.joinSignatures()
	r.findRoles()
	r.foretell()
	r.settleSexes()
	r.hero = r.protagonist() + 1
	return r
}

// dateline returns where unit u begins behind the place, agency and day that
// open it: "PORT ORVIK (Northern Wire) – ".
func (r *reading) dateline(u unit) int {
	if i := r.clockEnd(u); i > u.first {
		r.tokens[i].class |= opening
		return i
	}
	capitals := 0
	for i := u.first; u.lead && i < u.end && i < u.first+14; i++ {
		t := r.tokens[i]
		switch t.kind {
		case dash:
			if i > u.first && i+1 < u.end && capitals > 0 && (r.tokens[i-1].kind == bracket || r.tokens[i-1].is(numeral) || r.tokens[u.first].Len() > 2 && allCapitals(r.tokens[u.first].Of(r.text))) {
				r.tokens[i+1].class |= opening
				return i + 1
			}
			return u.first
		case comma, bracket, stop:
		case word:
			if t.is(capital) {
				capitals++
			} else if !t.is(numeral | temporal) {
				return u.first
			}
		default:
			return u.first
		}
	}
	return u.first
}

// clockEnd returns where unit u begins behind the time that opens an entry of a
// live report: "20.31 ", "6:45 a.m. ", "17 min: "; u.first where none does.
func (r *reading) clockEnd(u unit) int {
	if !u.lead || u.first >= u.end || !digit(r.text[r.tokens[u.first].Start]) {
		return u.first
	}
	end := r.tokens[u.first].Start
	for end < u.End && (digit(r.text[end]) || r.text[end] == ':' || r.text[end] == '.') {
		end++
	}
	n := end - r.tokens[u.first].Start
	timed := n > 3 && n < 6 && (r.text[end-3] == ':' || r.text[end-3] == '.')
	i := u.first
	for i < u.end && r.tokens[i].Start < end {
		i++
	}
	for ; i < u.end && i < u.first+9; i++ {
		switch w := r.tokens[i].Of(r.low); {
		case hasWord("am pm a.m p.m a.m. p.m. gmt bst et est cet ", w):
			timed = true
		case hasWord("min mins ", w) && i+1 < u.end && r.tokens[i+1].kind == colon:
			timed = true
		case r.tokens[i].kind == stop || r.tokens[i].kind == colon || r.tokens[i].kind == dash || hasWord("a p m ", w) && n > 3:
		case timed && (r.tokens[i].is(capital) || r.tokens[i].kind == quote):
			return i
		default:
			return u.first
		}
	}
	return u.first
}

// digit reports whether c is one of the ten digits.
func digit(c byte) bool { return '0' <= c && c <= '9' }

// paragraph appends the units of paragraph p; q is the first quotation that
// may stand in it, and the first behind it is returned.
func (r *reading) paragraph(number int, p text.Span, q int) int {
	lead := true
	start := -1
	r.sentences = text.AppendSentences(r.sentences[:0], r.text, p)
	for _, s := range r.sentences {
		if start < 0 {
			start = s.Start
		}
		for q < len(r.quotes) && (r.quotes[q].Outer.End <= s.End || r.quotes[q].Depth > 0) && r.quotes[q].Outer.Start < s.End {
			q++
		}
		if q < len(r.quotes) && r.quotes[q].Outer.Start < s.End && r.quotes[q].Outer.End > s.End && s.End < p.End {
			continue // the sentence ends inside a quotation
		}
		if n := len(r.units); !lead && r.saidAfter(r.units[n-1], text.Span{Start: start, End: s.End}) {
			r.units[n-1].End = s.End // “….” Marn said.
			start = -1
			continue
		}
		r.units = append(r.units, unit{Span: text.Span{Start: start, End: s.End}, paragraph: number, lead: lead})
		lead, start = false, -1
	}
	if start >= 0 {
		r.units = append(r.units, unit{Span: text.Span{Start: start, End: p.End}, paragraph: number, lead: lead})
	}
	return q
}

// saidAfter reports whether the sentence s is no more than who said the
// quotation that the unit u ends with.
func (r *reading) saidAfter(u unit, s text.Span) bool {
	if s.Len() > 60 || s.Len() < 6 {
		return false
	}
	switch last := r.text[u.End-1]; {
	case last == '"', u.End-u.Start > 3 && r.text[u.End-3:u.End] == "”":
	default:
		return false
	}
	words := 0
	for _, p := range text.Words(s.Of(r.low)) {
		w := p.Of(s.Of(r.low))
		words++
		if _, f, fr := lemmatize(w); words > 1 && fr&inverts != 0 && (f == past || f == present) {
			return p.End+8 >= s.Len()
		}
	}
	return false
}

// maxTokens bounds a unit. No sentence that anybody wrote is as long; what is
// longer is cut, so that reading stays linear.
const maxTokens = 300

// split cuts the units that are too long.
func (r *reading) split() {
	for i := 0; i < len(r.units); i++ {
		u := r.units[i]
		if u.end-u.first <= maxTokens {
			continue
		}
		parts := make([]unit, 0, len(r.units)+(len(r.tokens)/maxTokens))
		parts = append(parts, r.units[:i]...)
		for _, u := range r.units[i:] {
			for u.end-u.first > maxTokens {
				part := u
				part.end = u.first + maxTokens
				part.Span = r.span(part.first, part.end)
				parts = append(parts, part)
				u.first, u.lead = part.end, false
				u.Start = r.tokens[u.first].Start
			}
			parts = append(parts, u)
		}
		r.units = parts
		return
	}
}

// ended returns the end of unit u without its last stops.
func (r *reading) ended(u unit) int {
	end := u.end
	for end > u.first && (r.tokens[end-1].kind == stop || r.tokens[end-1].kind == bracket && r.tokens[u.first].kind == bracket) {
		end--
	}
	return end
}

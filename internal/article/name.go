package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitNames returns the people of a byline, each with the degrees that are
// written behind the name. Roles, places, outlets and dates that stand between
// them are left out, and so is who edited or reviewed. alone says that a
// single word may be a name, since the source holds names and nothing else.
func splitNames(line, outlet string, alone bool) []string {
	line = withoutBy(collapse(line))
	if len(line) > 300 || webAddress(line) != "" {
		return nil
	}
	for _, h := range [...]string{". Reviewed by", ". Edited by", ". Medically", ". Fact", ". Photo"} {
		line = strings.Replace(line, h, "|"+h[2:], 1)
	}
	parts := cutNames(line)
	if len(parts) == 2 && parts[1].sep == "," && oneWord(parts[0].text) && oneWord(parts[1].text) && person(parts[1].text+" "+parts[0].text, outlet, false) {
		return []string{parts[1].text + " " + parts[0].text} // Doe, Jane
	}
	var out []string
	role, helped := false, false // the part before is a role; says who helped
	for _, p := range parts {
		name := strings.TrimSuffix(strings.Trim(p.text, " :-–—*\""), " on") // Posted by Jane Doe on
		if before, after, found := strings.Cut(name, ": "); found && len(before) < 30 {
			if name = after; helper(before) {
				helped = true // Foto: Agency/John Roe
				continue
			}
			if authorLabel(before) {
				helped, role = false, false
			}
		}
		bare := once(strings.TrimRight(withoutBy(name), ". "))
		switch {
		case helper(name):
			helped = strings.HasSuffix(fold(name), " by")
			role = true // what follows behind a comma is theirs
		case authorLabel(name):
			helped, role = false, false
		case len(out) > 0 && !role && p.sep == "," && credentials(name):
			out[len(out)-1] += ", " + name
		case !person(bare, outlet, alone && (len(parts) == 1 || len(parts) == 2 && oneWord(parts[0].text) && oneWord(parts[1].text))):
			role = len(out) > 0
		case helped && bare == name:
			helped = false
		case role && bare == name && p.sep == "," && !likelyName(bare):
			// Jane Doe, Head of Studies, Marlow Works
		default:
			out, role, helped = append(out, bare), false, false
		}
	}
	return out
}

// once returns a name that stands there twice, as the picture's text and as the
// line beside it.
func once(s string) string {
	words := strings.Fields(s)
	if half := len(words) / 2; half >= 2 && len(words) == 2*half && slices.Equal(words[:half], words[half:]) {
		return strings.Join(words[:half], " ")
	}
	return s
}

// helper reports a label, or a part that opens with one, of people who did
// something other than write: edit, review, photograph.
func helper(s string) bool {
	if len(s) > 80 {
		return false
	}
	f := fold(s)
	for _, h := range [...]string{"edited", "reviewed", "medically reviewed", "expert reviewed", "fact checked", "checked", "photo", "photos", "photograph", "photographs", "photography", "photographer", "foto", "fotos", "fotograf", "photographe", "bild", "bilder", "illustration", "illustrations", "illustrated", "illustrator", "image", "images", "video", "design", "code", "graphic", "graphics", "translated", "translation", "produced", "narrated", "approved", "tested", "curated", "sponsored", "presented", "powered", "sendung", "redaktion sendung", "kamera", "camera", "schnitt"} {
		if rest, found := strings.CutPrefix(f, h); found && (rest == "" || strings.HasPrefix(rest, " by") || strings.HasPrefix(rest, " von") || strings.HasPrefix(rest, " par") || strings.HasPrefix(rest, " av")) {
			return true
		}
	}
	return false
}

// authorLabel reports a part that only says that the author's name follows.
func authorLabel(s string) bool {
	if len(s) > 40 {
		return false
	}
	switch fold(s) {
	case "by", "von", "par", "por", "di", "door", "av", "af", "written by", "posted by", "author", "authors", "autor", "autorin", "autoren", "autores", "auteur", "auteurs", "autore", "autori", "words", "words by", "text", "text by", "story by", "article by", "published by",
		"about the author", "meet the author", "author posted by", "contributor", "contributors", "reporter", "reported by", "作者", "记者", "記者", "责编", "责任编辑", "文", "取材 文":
		return true
	}
	return false
}

func oneWord(s string) bool { return s != "" && !strings.Contains(s, " ") }

// withoutBy takes the words off that introduce a byline.
func withoutBy(s string) string {
	for {
		low := strings.ToLower(s)
		cut := 0
		for _, p := range introducers {
			if strings.HasPrefix(low, p) && len(p) > cut && introduces(s[:min(len(p), len(s))], s[min(len(p), len(s)):]) {
				cut = len(p)
			}
		}
		if cut == 0 || cut > len(s) {
			return s
		}
		s = strings.TrimLeft(s[cut:], " :：")
	}
}

// introducers are what stands before the name of who wrote something.
var introducers = [...]string{
	"by", "written by", "posted by", "reported by", "published by", "authored by", "words by", "story by", "article by", "recipe by", "text by", "opinion by", "analysis by", "review by", "author", "authors", "words", "text", "contributor", "contributors",
	"von", "geschrieben von", "verfasst von", "ein beitrag von", "autor", "autorin", "autoren", "par", "écrit par", "rédigé par", "publié par", "texte", "auteur", "auteurs",
	"por", "escrito por", "publicado por", "texto", "autores", "autora", "di", "a cura di", "scritto da", "testo", "autore", "door", "geschreven door", "tekst", "av", "af", "skrevet av", "skrevet af", "skriven av", "teksti", "deur",
	"oleh", "penulis", "автор", "текст", "szerző", "írta", "yazan", "napisał", "作者", "记者", "記者", "责编", "责任编辑", "撰文", "文",
}

// introduces reports whether p, the words at the start of a line, stands
// before a name: apart from it, or glued to it where a tag stood between them.
func introduces(p, rest string) bool {
	low := strings.ToLower(p)
	switch {
	case rest == "":
		return false
	case rest[0] == ':', strings.HasPrefix(rest, "："):
		return true
	case rest[0] == ' ':
		return strings.HasSuffix(low, "by") || strings.HasSuffix(low, " von") || strings.HasSuffix(low, " par") || strings.HasSuffix(low, " por") || strings.HasSuffix(low, " door") || strings.HasSuffix(low, " av") || strings.HasSuffix(low, " af") ||
			len(low) <= 4 && low != "text" && low != "文" || low == "author" || low == "oleh" || caseless(p)
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) && (strings.HasSuffix(low, " by") || p == "By")
}

// part is what stands between two separators, and the one before it.
type part struct{ text, sep string }

// cutNames cuts a line of names where one ends and the next begins. A
// parenthesis within a name is a nickname and stays.
func cutNames(line string) []part {
	var out []part
	start, sep := 0, ""
	cut := func(i int) {
		if p := strings.TrimSpace(line[start:i]); p != "" {
			out = append(out, part{p, sep})
		}
	}
	for i := 0; i < len(line); {
		if line[i] == '(' {
			if n := parenthesis(line[i:]); n > 0 && i > start {
				i += n
				continue
			}
		}
		n := separator(line[i:])
		if n == 0 {
			i++
			continue
		}
		cut(i)
		sep = strings.TrimSpace(line[i : i+n])
		i += n
		start = i
	}
	cut(len(line))
	return out
}

// parenthesis returns the length of a parenthesis of one capitalised word that a
// name goes on behind: (Otti) in "Ottoline (Otti) Varga".
func parenthesis(s string) int {
	end := strings.IndexByte(s, ')')
	if end < 3 || end > 20 || strings.ContainsAny(s[:end], " ,/|") || end+2 >= len(s) || s[end+1] != ' ' {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s[1:])
	next, _ := utf8.DecodeRuneInString(s[end+2:])
	if !unicode.IsUpper(r) || !unicode.IsUpper(next) {
		return 0
	}
	return end + 1
}

// separator returns the length of what parts two names at the start of s.
func separator(s string) int {
	if c := s[0] | 0x20; 'a' <= c && c <= 'z' {
		return 0
	}
	for _, sep := range [...]string{",", ";", "|", "/", "•", "·", "⋅", "●", "∙", "、", "，", "；", "—", " - ", " – ", " & ", " and ", " und ", " et ", " y ", " e ", " en ", " og ", " och ", " ja ", " и ", " και ", " ve ", " dan ", " with ", " mit ", " And ", " AND ", "(", ")", "（", "）"} {
		if strings.HasPrefix(s, sep) {
			return len(sep)
		}
	}
	return 0
}

// person reports whether s reads as a person's name.
func person(s, outlet string, alone bool) bool {
	if utf8.RuneCountInString(s) > 50 || strings.ContainsAny(s, "0123456789@<>{}[]?!=_#:\"®™") {
		return false
	}
	f := fold(s)
	if f == "" || outlet != "" && (f == fold(outlet) || strings.ReplaceAll(f, " ", "") == strings.ReplaceAll(fold(outlet), " ", "")) {
		return false
	}
	words := strings.Fields(s)
	if articleWord(words[0]) || strings.Contains(words[0], ".") && credential(words[0]) {
		return false // Der Bote; M.A. Geschichte
	}
	for _, w := range words {
		if strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "'s") {
			return false // Ottoline’s Notes
		}
		if len(words) > 1 && glued(w) {
			return false
		}
		low := strings.ToLower(strings.Trim(w, ".,'’"))
		_, tail, _ := strings.Cut(low, "-") // Presse-Agentur
		if notAName(low) || notAName(tail) || strings.Contains(w[1:], ".") && len(w) > 6 {
			return false
		}
	}
	if caseless(s) {
		n := utf8.RuneCountInString(s)
		if !alone && width(s) == n {
			return len(words) >= 2 && len(words) <= 4 // one word is a section's name
		}
		return n >= 2 && len(words) <= 4 && (alone || n <= 6)
	}
	if len(words) == 1 {
		return alone && singleName(s)
	}
	return len(words) <= 6 && namesCased(words)
}

// glued reports a name and a role or a month that a tag stood between:
// "DoeFounder".
func glued(w string) bool {
	tail := strings.ToLower(unglued(w))
	return len(tail) < len(w) && (notAName(tail) || month(tail) > 0)
}

// articleWord reports the articles that open the names of outlets and of no
// person.
func articleWord(w string) bool {
	switch w {
	case "A", "An", "Der", "Die", "Das", "The":
		return true
	}
	return false
}

// namesCased reports words in a name's capitals: the first and the last begin
// with one, and so do all between but the particles.
func namesCased(words []string) bool {
	for i, w := range words {
		if _, name, found := strings.Cut(w, "’"); found && len(name) > 1 && !unicode.IsUpper([]rune(w)[0]) {
			w = name // d’Ormont
		}
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'’(“"))
		if !unicode.IsUpper(r) && (i == len(words)-1 || !particle(w) && i == 0 || !particle(w)) {
			return false
		}
	}
	return true
}

// singleName reports a word that can be all there is of a name: no initials,
// no acronym, no handle.
func singleName(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) && len(s) > size+1 && strings.ToUpper(s) != s && !strings.ContainsAny(s, ".-")
}

// caseless reports a name in a script without capitals.
func caseless(s string) bool {
	for _, r := range s {
		if unicode.IsUpper(r) || unicode.IsLower(r) {
			return false
		}
	}
	return true
}

func particle(w string) bool {
	switch strings.ToLower(w) {
	case "de", "del", "della", "di", "da", "das", "do", "dos", "du", "des", "la", "le", "el", "al", "bin", "bint", "ibn", "ben",
		"van", "von", "vom", "der", "den", "ter", "ten", "te", "zu", "zum", "zur", "af", "av", "y", "e", "i", "d", "st", "st.", "d'", "mc", "ould", "abu":
		return true
	}
	return strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "d’") || strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-")
}

// notAName lists words that roles, desks, agencies and outlets are made of,
// and no name is.
func notAName(w string) bool {
	switch w {
	case "staff", "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor", "editors", "editorial", "columnist", "contributor", "contributors", "contributing", "journalist", "journalists", "freelance", "photographer", "photography", "senior", "junior", "chief", "bureau", "desk", "team", "newsroom", "author", "authors", "guest", "admin", "administrator", "webmaster", "anonymous", "unknown",
		"redaktion", "redakteur", "redakteurin", "reporterin", "korrespondent", "korrespondentin", "autor", "autorin", "rédaction", "redaction", "redazione", "redacción", "redaccion", "redactie", "redação", "redactor", "redactora", "journaliste", "giornalista", "periodista", "correspondant", "correspondante", "correspondente", "corresponsal", "verslaggever", "redacteur", "redaktionen", "redaksi",
		"news", "newswire", "wire", "press", "agency", "agencies", "agentur", "agenturen", "agence", "agences", "agenzia", "agencia", "agencias", "agência", "reuters", "afp", "dpa", "apa", "ansa", "efe", "sda", "ats", "anp", "belga", "xinhua", "bloomberg", "associated", "upi", "pti", "ians", "kyodo", "tass", "yonhap",
		"magazine", "times", "herald", "tribune", "gazette", "daily", "weekly", "media", "network", "online", "radio", "tv", "television", "channel", "broadcasting", "journal", "zeitung", "digital", "website", "blog", "podcast",
		"company", "inc", "ltd", "llc", "gmbh", "corp", "corporation", "foundation", "institute", "university", "college", "association", "council", "committee", "department", "ministry", "office", "center", "centre", "group", "service", "services", "official", "support", "marketing", "content", "studio", "studios", "community", "society", "organization", "international", "global", "agents", "expert", "experts", "clinic", "hospital", "school", "publishing", "publisher", "academy", "ministerium", "verlag", "administration", "health", "insurance",
		"engineer", "manager", "director", "founder", "co-founder", "cofounder", "president", "specialist", "analyst", "producer", "professor", "educator", "horticulturalist", "strategist", "nutritionist", "dietitian", "designer", "developer", "attorney", "advisor", "adviser", "owner", "ceo", "journalism", "communications",
		"nachrichten", "noticias", "notizie", "nieuws", "nyheter", "anzeiger", "rundschau", "tagblatt", "abendblatt", "morgenpost", "presse", "kurier", "gazeta", "government", "websites", "admissions", "bank", "architecture", "construction", "renovation", "remodel", "solutions", "systems", "technologies", "consulting", "software", "store", "shop", "from",
		"published", "updated", "posted", "sponsored", "partner", "size", "small", "medium", "large", "text", "font", "listen", "print", "save", "copy", "link", "links", "email", "e-mail", "facebook", "twitter", "linkedin", "instagram", "whatsapp", "telegram", "pinterest", "reddit", "youtube", "menu", "search", "login", "home", "top", "picks", "bio", "full", "tags", "category", "categories", "topics", "disclosure", "former", "consultant", "certified", "licensed", "verified", "security", "wellness", "lifestyle", "undefined", "null", "forum", "financial", "tips", "catalog", "index", "united", "states", "regional", "weblog", "magazin", "read", "more", "about", "view", "profile", "follow", "share", "subscribe", "minutes", "min", "ago", "today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "september", "october", "november", "december",
		"the", "and", "for", "with", "our", "this", "is", "are", "was", "your", "how", "all", "every", "to", "of", "on", "in", "at", "medically", "reviewed", "reviewer", "fact", "checked", "image", "photo", "photos", "credit", "source", "comments", "comment", "articles", "posts", "by":
		return true
	}
	return false
}

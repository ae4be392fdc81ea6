package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// openers takes byline, date and address lines off the top of the text, and
// notes what they say where nothing better said it already.
func openers(a *Article, lines []string) []string {
	var out []string
	for i, l := range lines {
		if i > 8 {
			return append(out, lines[i:]...)
		}
		names := bylineOf(l)
		date := ""
		if dateLine(l) {
			date = dateOf(l)
		}
		switch {
		case names != nil || date != "" || dateLine(l):
			if len(a.Byline) == 0 {
				a.Byline = names
			}
			if a.Published == "" {
				a.Published = date
			}
		case webAddress(l) != "":
			if a.URL == "" {
				a.URL = webAddress(l)
			}
		default:
			out = append(out, l)
		}
	}
	if len(out) == 0 {
		return lines
	}
	return out
}

// bylineOf returns the people of a byline, nil for any other line.
func bylineOf(l string) []string {
	if utf8.RuneCountInString(l) > 160 || endsSentence(l) && !strings.HasSuffix(l, "r.") { // Jr. and Sr.
		return nil
	}
	rest := withoutBy(l)
	if rest == l || lowerFirst(rest) {
		return nil
	}
	names := splitNames(rest, "", false)
	if len(names) == 0 {
		return nil
	}
	// All of a byline is names, roles, outlets and dates: no verb follows.
	if words := len(strings.Fields(rest)); words > 6*len(names)+8 {
		return nil
	}
	return names
}

func lowerFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// dateLine reports a line that says when the article appeared and no more.
func dateLine(l string) bool {
	if utf8.RuneCountInString(l) > 90 || dateOf(l) == "" {
		return false
	}
	for w := range strings.FieldsSeq(fold(l)) {
		if strings.Trim(w, "0123456789") == "" || month(w) > 0 {
			continue
		}
		if !dateWord(strings.TrimLeft(w, "0123456789")) {
			return false
		}
	}
	return true
}

// dateOf reads the date in a line like "Published: 1 June 2024, 9:30 GMT".
func dateOf(l string) string {
	if !strings.ContainsAny(l, "0123456789") {
		return ""
	}
	s := collapse(l)
	for first := true; s != ""; first = false {
		// A month's name is found wherever it stands, a number at the start.
		if first || isDigit(s[0]) {
			if d := parseCollapsed(s); d != "" {
				return d
			}
		}
		_, rest, found := strings.Cut(s, " ")
		if !found {
			return ""
		}
		s = rest
	}
	return ""
}

func dateWord(w string) bool {
	switch w {
	case "", "published", "updated", "posted", "last", "modified", "first", "on", "at", "date", "am", "pm", "a", "p", "m", "t", "z", "utc", "gmt", "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "bst", "cet", "cest", "mez", "mesz", "ist", "uhr", "um", "h", "st", "nd", "rd", "th", "of", "de", "del", "le", "el", "il", "den", "der", "vom", "am_", "à", "alle", "ore", "om", "os", "às", "hrs", "hours", "local", "time",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun",
		"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "segunda", "terça", "quarta", "quinta", "sexta", "feira",
		"publié", "publicado", "pubblicato", "veröffentlicht", "aktualisiert", "stand", "mis", "jour", "actualizado", "aggiornato", "gepubliceerd", "bijgewerkt", "atualizado", "em", "las", "los",
		"kl", "klockan", "klokken", "klo", "godz", "publicerad", "uppdaterad", "senast", "publisert", "oppdatert", "sist", "publiceret", "udgivet", "opdateret", "senest", "julkaistu", "päivitetty", "opublikowano", "aktualizacja", "dnia", "vydáno", "aktualizováno", "megjelent", "frissítve", "yayınlanma", "güncelleme", "publicat", "actualizat",
		"måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "mandag", "tirsdag", "lørdag", "søndag", "maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai", "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela", "pondělí", "úterý", "středa", "čtvrtek", "pátek", "neděle":
		return true
	}
	return false
}

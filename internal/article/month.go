package article

// month reads the name of a month, lower-case and without its full stop, in
// English, German, French, Spanish, Italian, Dutch and Portuguese.
func month(s string) int {
	switch s {
	case "january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene", "gennaio", "gen", "januari", "janeiro":
		return 1
	case "february", "feb", "februar", "februari", "février", "févr", "fév", "febrero", "febbraio", "fevereiro", "fev":
		return 2
	case "march", "mar", "märz", "mär", "mrz", "mars", "marzo", "maart", "mrt", "março":
		return 3
	case "april", "apr", "avril", "avr", "abril", "abr", "aprile":
		return 4
	case "may", "mai", "mayo", "maggio", "mag", "mei", "maio":
		return 5
	case "june", "jun", "juni", "juin", "junio", "giugno", "giu", "junho":
		return 6
	case "july", "jul", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho":
		return 7
	case "august", "aug", "août", "agosto", "ago", "augustus":
		return 8
	case "september", "sep", "sept", "septembre", "septiembre", "settembre", "set", "setembro":
		return 9
	case "october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out":
		return 10
	case "november", "nov", "novembre", "noviembre", "novembro":
		return 11
	case "december", "dec", "dezember", "dez", "décembre", "déc", "diciembre", "dic", "dicembre", "dezembro":
		return 12
	}
	return 0
}

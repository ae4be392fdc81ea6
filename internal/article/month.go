package article

// month reads the name of a month, lower-case and without its full stop, in
// some twenty languages of Europe, Turkish and Indonesian, in the form that
// dates have.
func month(s string) int {
	switch s {
	case "january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene", "gennaio", "gen", "januari", "janeiro", "januara", "stycznia", "ledna", "tammikuuta", "ocak", "января", "січня", "ιανουαρίου", "január", "ianuarie":
		return 1
	case "february", "feb", "februar", "februari", "février", "févr", "fév", "febrero", "febbraio", "fevereiro", "fev", "lutego", "února", "helmikuuta", "şubat", "февраля", "лютого", "φεβρουαρίου", "február", "februarie":
		return 2
	case "march", "mar", "märz", "mär", "mrz", "mars", "marzo", "maart", "mrt", "março", "marts", "marca", "března", "maaliskuuta", "mart", "марта", "березня", "μαρτίου", "március", "martie", "maret":
		return 3
	case "april", "apr", "avril", "avr", "abril", "abr", "aprile", "kwietnia", "dubna", "huhtikuuta", "nisan", "апреля", "квітня", "απριλίου", "április", "aprilie":
		return 4
	case "may", "mai", "mayo", "maggio", "mag", "mei", "maio", "maj", "maja", "května", "toukokuuta", "mayıs", "мая", "травня", "μαΐου", "május":
		return 5
	case "june", "jun", "juni", "juin", "junio", "giugno", "giu", "junho", "czerwca", "června", "kesäkuuta", "haziran", "июня", "червня", "ιουνίου", "június", "iunie":
		return 6
	case "july", "jul", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho", "lipca", "července", "heinäkuuta", "temmuz", "июля", "липня", "ιουλίου", "július", "iulie":
		return 7
	case "august", "aug", "août", "agosto", "ago", "augustus", "augusti", "sierpnia", "srpna", "elokuuta", "ağustos", "августа", "серпня", "αυγούστου", "augusztus", "agustus":
		return 8
	case "september", "sep", "sept", "septembre", "septiembre", "settembre", "set", "setembro", "września", "září", "syyskuuta", "eylül", "сентября", "вересня", "σεπτεμβρίου", "szeptember", "septembrie":
		return 9
	case "october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out", "października", "října", "lokakuuta", "ekim", "октября", "жовтня", "οκτωβρίου", "október", "octombrie":
		return 10
	case "november", "nov", "novembre", "noviembre", "novembro", "listopada", "listopadu", "marraskuuta", "kasım", "ноября", "листопада", "νοεμβρίου", "noiembrie":
		return 11
	case "december", "dec", "dezember", "dez", "décembre", "déc", "diciembre", "dic", "dicembre", "dezembro", "desember", "grudnia", "prosince", "joulukuuta", "aralık", "декабря", "грудня", "δεκεμβρίου", "decembrie":
		return 12
	}
	return 0
}

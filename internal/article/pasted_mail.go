package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mailLine reports what mail programs and the firms behind them put around a
// message: warnings that it comes from outside, who may read it, what a web
// page of mail prints at both ends.
func mailLine(l, f string) bool {
	n := utf8.RuneCountInString(l)
	switch {
	case n > 2000:
		return false
	case containsAny(f, "mail", "message", "nachricht", "courriel", "mensaje", "messaggio", "mensagem", "bericht", "virus free www") && containsAny(f, "originated from outside", "originated outside", "sent from outside of your organi", "comes from an external sender", "from an external source", "received this email in error", "received this e mail in error", "received this message in error", "have received it in error", "are not the intended recipient", "you are not the named addressee", "confidential and intended solely", "intended solely for the use of", "intended only for the use of", "intended only for the person", "think before you print", "consider the environment before printing", "scanned for viruses", "virus free www",
		"diese e mail kommt von außerhalb", "externe e mail", "diese nachricht ist vertraulich", "diese e mail enthält vertrauliche", "diese e mail irrtümlich", "nicht der richtige adressat", "ce message et toutes les pièces jointes", "si vous avez reçu ce message par erreur", "ce courriel provient de l extérieur", "este mensaje y sus archivos adjuntos", "si ha recibido este mensaje por error", "questo messaggio è riservato", "se avete ricevuto questo messaggio per errore", "se ha ricevuto questa mail per errore", "esta mensagem é confidencial", "dit bericht is vertrouwelijk", "deze e mail is uitsluitend bestemd"):
		return true
	case n <= 60 && containsAny(f, "message clipped", "view entire message", "quoted text hidden", "show quoted text", "hide quoted text", "begin forwarded message", "forwarded message", "original message", "weitergeleitete nachricht", "ursprüngliche nachricht", "message transféré", "mensaje reenviado", "messaggio inoltrato", "mensagem encaminhada", "doorgestuurd bericht"):
		return !endsSentence(l) || strings.HasSuffix(l, ":")
	}
	return n <= 120 && !endsSentence(l) && mailFieldLine(l)
}

// mailFieldLine reports a line of a message's header: a field with an
// address or a name, or an address with its date.
func mailFieldLine(l string) bool {
	key, value, found := strings.Cut(l, ":")
	if found && len(key) <= 20 {
		switch fold(key) {
		case "from", "to", "cc", "bcc", "reply to", "sent", "subject", "von", "an", "gesendet", "betreff", "de", "à", "envoyé", "objet", "para", "enviado", "asunto", "a", "da", "inviato", "oggetto", "assunto", "van", "aan", "verzonden", "onderwerp", "från", "till", "skickat", "ämne", "fra", "til", "sendt", "emne", "date":
			return len(key) > 2 && strings.TrimSpace(value) != "" || strings.Contains(value, "@") // A: is an answer too
		}
	}
	i := strings.IndexByte(l, '<')
	return i >= 0 && i <= 60 && strings.IndexByte(l[i:], '@') > 0 && strings.IndexByte(l[i:], '>') > 0
}

// folio reports the line at the head or foot of a printed page: its number at
// one end, and the publication in capitals or its issue beside it.
func folio(l string) bool {
	if utf8.RuneCountInString(l) > 80 || endsSentence(l) || strings.ContainsAny(l, ",;\"“") {
		return false
	}
	words := strings.Fields(l)
	if len(words) < 3 || !pageNumber(words[0]) && !pageNumber(words[len(words)-1]) {
		return false
	}
	capitals, others, marks := 0, 0, 0
	for _, w := range words {
		switch {
		case strings.Trim(w, "|·•–—/") == "":
			marks++
		case strings.Trim(w, "0123456789") == "":
		case strings.IndexFunc(w, unicode.IsLower) < 0:
			capitals++
		default:
			others++
		}
	}
	if others == 0 {
		return capitals >= 2 && (marks > 0 || issueName(words)) // 12 DEAD IN FIRE is a headline
	}
	return marks > 0 && others <= 4 && issueName(words)
}

func pageNumber(w string) bool {
	return len(w) <= 3 && strings.Trim(w, "0123456789") == ""
}

// issueName reports words that say which issue it is: a month or a season and
// a year.
func issueName(words []string) bool {
	year, part := false, false
	for _, w := range words {
		low := strings.ToLower(w)
		switch low {
		case "spring", "summer", "autumn", "fall", "winter", "issue", "no.", "vol.", "heft", "ausgabe", "nr.", "n°":
			part = true
		}
		part = part || month(low) > 0
		year = year || len(w) == 4 && strings.Trim(w, "0123456789") == "" && (w[0] == '1' || w[0] == '2')
	}
	return year && part
}

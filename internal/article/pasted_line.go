package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// furniture says why a line of pasted text is the page's, beyond what noise
// knows: a web page's markup tells these lines apart, and pasted text has
// their words only. It is empty for anything that an article may say.
func furniture(l string) string {
	n := utf8.RuneCountInString(l)
	if n > 2000 {
		return ""
	}
	f := fold(l)
	switch {
	case n >= 12 && mailLine(l, f):
		return "line of a mail program"
	case n > 500:
		return ""
	case n >= 20 && consents(f):
		return "form of consent"
	case n <= 60 && pageLabel(f):
		return "label of a site or a form"
	case alsoRead(l, f):
		return "pointer to other pages"
	case folio(l):
		return "head or foot of a page"
	case serviceNotice(f):
		return "notice of a consent form or a cache"
	case siteLabel(f):
		return "label of a site or a form"
	case placeholder(l):
		return "place of a picture or an embed"
	case n <= 60 && counter(l, f):
		return "counter or time stamp"
	case n <= 80 && addressLine(l):
		return "address"
	case n <= 120 && fieldLine(l):
		return "labelled field"
	case n <= 60 && !endsSentence(l) && strings.HasPrefix(f, "advertisement "):
		return "advert"
	case n <= 160 && !quoted(l) && (rates(f) || invites(l, f)):
		return "prompt to the reader"
	case n <= 300 && !quoted(l) && asks(f):
		return "prompt to the reader"
	case n <= 300 && !quoted(l) && appeals(l, f):
		return "appeal for support or subscription"
	case note(l, f):
		return "note about the article"
	case slug(l):
		return "slug of a wire or a page"
	case lineUp(l):
		return "line-up"
	case creditAtEnd(l):
		return "caption with its credit"
	}
	return ""
}

// serviceNotice reports the sentences that consent forms take from the
// advertisers' framework (IAB TCF 2.2), and those that caches of search engines
// put above a copy.
func serviceNotice(f string) bool {
	return containsAny(f, "store and or access information on a device", "informationen auf einem gerät speichern", "stocker et ou accéder à des informations", "almacenar o acceder a información en un dispositivo", "archiviare informazioni su dispositivo", "armazenar e ou acessar informações",
		"process personal data such as", "a cached copy of", "snapshot of the page as it appeared", "to quickly find your search term", "the current page could have changed")
}

// placeholder reports what stands in brackets for a picture or an embedded
// thing: [IMAGE: bridge.jpg], [video], [Tweet].
func placeholder(l string) bool {
	if !strings.HasPrefix(l, "[") || !strings.HasSuffix(l, "]") || strings.Count(l, "[") > 1 {
		return false
	}
	f := fold(l)
	if before, _, found := strings.Cut(l[1:], ":"); found && strings.IndexFunc(before, unicode.IsLower) < 0 && len(before) >= 2 {
		return true // a note to the desk: [SUBS: please check]
	}
	for _, p := range [...]string{"pull quote", "quote box", "newsletter", "related story", "related stories", "related link", "related article", "poll", "advert", "advertisement", "infobox", "fact box", "factbox", "sidebar", "slideshow", "carousel", "promo", "page break", "divider", "html", "social post", "image", "photo", "picture", "video", "embed", "tweet", "audio", "gallery", "map", "graphic", "chart", "bild", "foto", "vidéo", "imagen"} {
		if f == p || strings.HasPrefix(f, p+" ") {
			return true
		}
	}
	return strings.HasSuffix(f, " jpg") || strings.HasSuffix(f, " png") || strings.HasSuffix(f, " jpeg")
}

// quoted reports a line that opens with a quotation mark.
func quoted(l string) bool {
	r, _ := utf8.DecodeRuneInString(l)
	return strings.ContainsRune("\"'“‘«„”", r)
}

// counter reports a line of numbers and their units: 1 of 4, 12:45, 5 hours
// ago, 72°, 1.2K views, A+. A year alone may be a subheading.
func counter(l, f string) bool {
	if f == "" || len(f) == 4 && strings.Trim(f, "0123456789") == "" {
		return false
	}
	if len(f) <= 2 && f == strings.ToLower(l[:min(len(l), len(f))]) {
		return !endsSentence(l) // initials, size of type
	}
	for _, p := range [...]string{"updated at ", "posted at ", "published at ", "last updated at "} {
		f = strings.TrimPrefix(f, p)
	}
	digits := false
	for w := range strings.FieldsSeq(f) {
		unit := strings.Trim(w, "0123456789")
		digits = digits || unit != w
		switch unit {
		case "", "of", "min", "mins", "minute", "minutes", "minuti", "minutos", "minuten", "sec", "secs", "second", "seconds", "hour", "hours", "hr", "hrs", "h", "d", "day", "days", "week", "weeks", "month", "months", "ago", "k", "m", "s", "am", "pm", "a", "p",
			"gmt", "utc", "bst", "est", "edt", "et", "cst", "cdt", "ct", "pst", "pdt", "pt", "ist", "cet", "cest", "wat", "eat", "aest", "aedt", "uhr",
			"document", "result", "story", "article", "item", "last", "updated", "published", "posted", "read", "reading", "time", "current", "duration", "remaining", "loaded", "views", "view", "shares", "likes", "comments", "comment", "replies", "score", "photos", "images", "slides", "page", "words",
			"lettura", "di", "lecture", "temps", "de", "lectura", "tiempo", "lesezeit":
		default:
			return false
		}
	}
	return digits
}

// addressLine reports an e-mail or web address, or a handle, with at most a
// name beside it.
func addressLine(l string) bool {
	words := strings.Fields(l)
	if len(words) > 5 || endsSentence(l) {
		return false
	}
	hashtags := true
	for _, w := range words {
		if i := strings.IndexByte(w, '@'); i >= 0 && len(w) > i+2 {
			return true
		}
		hashtags = hashtags && len(w) > 2 && w[0] == '#' && w[1] != '#'
	}
	if hashtags {
		return true
	}
	low := strings.ToLower(words[0])
	return len(words) <= 2 && (strings.HasPrefix(low, "https://") || strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "www."))
}

// fieldLine reports a field of a page or a content system: who made what, how
// long it takes, whom to ask.
func fieldLine(l string) bool {
	key, _, found := strings.Cut(l, ":")
	if !found || len(key) > 40 {
		return false
	}
	switch fold(key) {
	case "reporter", "reporters", "words", "status", "section", "slug", "desk", "interview", "interviewer", "photographs", "photography", "photos", "pictures", "in pictures", "photo gallery", "gallery", "images", "illustrations", "video", "videos", "camera",
		"edited by", "editing by", "editing", "editor", "editors", "reporting by", "reporting and editing by", "additional reporting", "additional reporting by", "writing by", "written by", "words by", "pictures by", "text and photos", "translation", "translated by", "producer", "produced by",
		"reading time", "read time", "lesezeit", "temps de lecture", "tiempo de lectura", "tempo di lettura", "leestijd", "contact", "contacts", "press contact", "media contact", "media contacts", "press office", "for media enquiries", "kontakt", "source", "sources", "quelle", "fuente", "fonte", "via", "doi", "issn", "now playing", "on air", "byline", "length", "load date", "publish at", "assigned to", "word count", "edition", "dateline", "type", "subject", "standfirst", "document type", "pub type", "our standards", "see more on", "archivado en", "like this", "share this", "kindly share this story", "data",
		"seo title", "seo description", "seo headline", "meta title", "meta description", "url slug", "url", "permalink", "alt text", "alt", "caption", "focus keyphrase", "focus keyword", "social headline", "social title", "social description", "push alert", "push headline", "kicker", "deck", "dek", "teaser", "canonical url", "embargo", "last edited", "last edited by", "pics", "picture credit", "headline suggestion",
		"audio", "podcast", "bildergalerie", "fotostrecke", "infografik", "grafik", "bildrechte", "rechte", "bildquelle", "bildnachweis", "dieses thema im programm", "redaktion", "quellen", "crédit", "crédits", "fotografía", "fotogalería", "galería", "galleria", "fotogallery", "galeria", "beeld", "redigering", "foto og video", "kilde", "källa", "lähde", "źródło", "zdroj", "forrás", "kaynak", "sursa":
		return true
	}
	return false
}

// requests open lines that ask the reader to do something with the page.
var requests = [...]string{
	"show more", "view more", "load more", "wie finden sie", "wie fanden sie", "wie hat ihnen", "ihre meinung", "este conteúdo é exclusivo", "conteúdo exclusivo", "exclusivo para assinantes", "our mailing address", "catch all the", "please forward", "jump to", "jump directly", "skip to", "skip next", "skip past", "scroll down", "scroll to", "scroll for", "scroll on", "swipe ", "tap to", "tap here", "turn on notifications", "open in app", "open in the app", "open in browser", "open the app", "read in app", "view in browser", "view in app", "view in your", "view this email", "leer en", "read this in", "listen on your", "listen to this", "hear more", "play video", "video player is", "this video is", "this video cannot", "your browser does", "your browser is",
	"continue reading", "to continue reading", "to keep reading", "keep reading", "you have read", "this article is for subscribers", "this story is for subscribers", "this article is reserved", "this content is for", "this is a premium", "subscriber only", "subscribers only", "subscriber exclusive", "for subscribers", "already subscribed", "start your free trial", "start your trial", "unlock this", "unlimited access", "create a free account", "create an account", "regístrate", "réservé aux abonnés", "article réservé", "nur für abonnenten", "contenido exclusivo", "solo per abbonati", "riservato agli abbonati", "pour lire la suite", "um weiterzulesen", "jetzt weiterlesen",
	"gift this", "offrir l", "écouter l", "escucha este", "escucha el", "escuchar", "ascolta l", "artikel anhören", "compartir en", "copiar enlace", "partager sur", "condividi su", "copier le lien", "link kopieren", "kindly share", "please share", "share your", "save for later", "print this", "email this", "report this", "please report", "flag this", "rate this", "rate us", "vote now", "submit a tribute", "submit a tip", "submit a news", "submit a correction", "submit a letter", "submit a comment", "suggest a correction", "send us", "send feedback", "send your", "order reprints", "buy reprints", "purchase licensing", "reprints and", "request permission", "republish", "cite this", "what s your reaction", "what do you think", "tell us what", "let us know in", "have your say", "enjoying the", "do you have a story", "do you have a tip", "do you have a question", "do you have news",
	"you are receiving this", "you re receiving", "you received this", "to unsubscribe", "unsubscribe", "manage preferences", "manage your preferences", "manage your subscription", "manage your account", "update your preferences", "sent from my", "get the app", "get our app", "get the free", "add us", "ask a question", "shop now", "buy now", "book now", "watch more", "watch live", "see all", "browse all", "read more about", "upgrade to paid", "upgrade your", "you re currently a free", "you re currently subscribed", "you re on the free list", "forwarded this email", "read in app", "you can also search", "thanks for subscribing", "thank you for subscribing", "ajouter un commentaire", "jetzt kommentieren", "escribe un comentario", "like loading", "data delayed", "quotes delayed", "prices delayed",
}

// asks reports a line that opens with a request, or counts the articles that
// a reader has left.
func asks(f string) bool {
	if strings.HasPrefix(f, "you have ") || strings.HasPrefix(f, "you ve ") {
		return strings.Contains(f, " free article") || strings.Contains(f, " free stories") || strings.Contains(f, "articles left") || strings.Contains(f, "articles remaining")
	}
	for _, p := range requests {
		if strings.HasPrefix(f, p) && (p[len(p)-1] == ' ' || len(f) == len(p) || f[len(p)] == ' ') {
			return true
		}
	}
	return false
}

// appeals reports what a site says of itself to win readers, gifts and
// addresses.
func appeals(l, f string) bool {
	switch {
	case !endsSentence(l) && promotes(l, nil) && containsAny(" "+f, " newsletter", " sign up", " subscribe", " our ", " your ", " follow us", " us on ", " google news", " channel", " kanal", " app ", " abonn", " suscr"):
		return true // a subheading may be about subscriptions
	case containsAny(f, "your inbox", "your in box", "our privacy", "privacy notice", "cancel anytime", "cancel any time"):
		return true
	case containsAny(f, "reader supported", "nonprofit newsroom", "non profit newsroom", "support quality journalism", "support local journalism", "support independent journalism"):
		return true
	case strings.HasPrefix(f, "your donation") || strings.HasPrefix(f, "your contribution"):
		return true
	}
	return containsAny(f, "our work", "our journalism", "our reporting", "our newsroom", "stories like this", "reporting like this", "journalism like this") && containsAny(f, "support", "donat", "gift", "chip in", "contribut", "member", "subscri")
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// note reports what an editor adds about the article: corrections, sources,
// where it appeared before, whose views it holds.
func note(l, f string) bool {
	if key, _, found := strings.Cut(l, ":"); found && len(key) < 40 {
		switch strings.Trim(fold(key), " 0123456789") {
		case "correction", "corrections", "clarification", "clarifications", "editor s note", "editors note", "editor s notes", "note to readers", "note to editors", "notes to editors", "disclaimer", "disclosure", "about this story", "how we reported this", "anmerkung der redaktion", "korrektur", "nota de la redacción", "fe de errores", "note de la rédaction":
			return true
		}
	}
	for _, p := range [...]string{"a version of this ", "an earlier version of this ", "the views expressed", "views expressed", "opinions expressed", "the opinions expressed", "with files from ", "published in the print edition", "appeared in the print edition", "appears in the print edition", "from the print edition", "with reporting by ", "with reporting from ", "with additional reporting", "additional reporting by ", "reporting by ", "as told to ", "compiled by "} {
		if strings.HasPrefix(f, p) {
			return true
		}
	}
	if rest, found := strings.CutPrefix(f, "this "); found {
		what, did, _ := strings.Cut(rest, " ")
		switch what {
		case "story", "article", "post", "piece", "report", "interview", "column", "conversation", "text", "essay":
			for _, p := range [...]string{"has been updated", "has been corrected", "has been edited", "has been amended", "has been republished", "has not been", "was updated", "was corrected", "was amended", "was originally", "was first", "was last", "was produced", "was published", "was reported", "was written", "was edited", "was translated", "was supported", "first appeared", "originally appeared", "appears in", "appeared in", "appeared on", "is part of", "is published", "is republished", "is adapted", "is syndicated", "is auto"} {
				if strings.HasPrefix(did, p) {
					return true
				}
			}
		}
	}
	return len(l) < 300 && containsAny(f, "contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting")
}

// slug reports the name under which an agency or a desk files a story, and
// the header of a page of print.
func slug(l string) bool {
	if utf8.RuneCountInString(l) > 90 || endsSentence(l) {
		return false
	}
	if containsAny(strings.ToLower(l), "writethru", "embargoed until") {
		return true
	}
	if i := strings.Index(l, "--"); i > 0 && l[i-1] != ' ' && i+2 < len(l) && l[i+2] != ' ' && l[i+2] != '-' {
		return true
	}
	f := " " + fold(l) + " "
	if i := strings.Index(f, " page "); i >= 0 {
		w := strings.Fields(f[i+6:])
		return len(w) >= 3 && w[1] == "of" && strings.Trim(w[0]+w[2], "0123456789") == ""
	}
	return false
}

// creditAtEnd reports a caption: words with no full stop, whose end names a
// photographer or an agency.
func creditAtEnd(l string) bool {
	if utf8.RuneCountInString(l) > 300 || endsSentence(l) {
		return false
	}
	if strings.Contains(l, "©") {
		return true
	}
	for _, p := range [...]string{" — Foto: ", " – Foto: ", " - Foto: ", " | Foto: ", " — Photo: ", " – Photo: ", " | Photo: ", " Photo | ", " Foto | ", " — Crédito: ", " Bild: ", " Foto: ", " Photo: ", " Photograph: ", " Picture: ", " Image: "} {
		if strings.Contains(l, p) {
			return true
		}
	}
	last := l
	for _, stop := range [...]string{". ", "? ", "! ", ".” ", ") "} {
		if i := strings.LastIndex(last, stop); i > 0 {
			last = last[i+len(stop):]
		}
	}
	if len(last) > 80 {
		return false
	}
	f := fold(last)
	if len(last) < len(l) {
		for _, p := range [...]string{"picture", "pictures", "photo", "photos", "photograph", "image", "foto", "bild", "credit", "illustration"} {
			if f == p || strings.HasPrefix(f, p+" ") {
				return true
			}
		}
	}
	if strings.HasSuffix(l, ". "+last) && len(l) < 160 && strings.Contains(last, " ") && person(last, "", false) && !listed(l) && !quoted(l) {
		return true // a sentence and a name: The ferry in dry dock. Nora Lim
	}
	maker, agency, found := strings.Cut(last, "/")
	if !found || strings.ContainsAny(last, "0123456789:|") || strings.Contains(agency, "/") || listed(l) {
		return false
	}
	maker, agency = strings.TrimSpace(maker), strings.TrimSpace(agency)
	if maker != "" && !person(maker, "", false) || !capitalised(agency) {
		return false
	}
	// A whole line of two names with a bar may be a subheading.
	return len(last) < len(l) || containsAny(" "+fold(agency), " photo", " press", " images", " pictures", " news", " media", " agency", " via")
}

// lineUp reports the players of a side behind its formation: (4-4-2).
func lineUp(l string) bool {
	i := strings.IndexByte(l, '(')
	if i < 0 || i > 40 || len(l) < i+7 {
		return false
	}
	in, _, found := strings.Cut(l[i+1:], ")")
	return found && len(in) >= 5 && len(in) <= 9 && strings.Trim(in, "0123456789-") == "" && strings.Count(in, "-") >= 2 && strings.Count(l, ",") >= 3
}

// capitalised reports words that all begin with a capital; none are.
func capitalised(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// captionLabel reports the button beside a picture, which its credit follows.
func captionLabel(l string) bool {
	switch fold(l) {
	case "toggle caption", "hide caption", "enlarge this image", "expand", "enlarge image", "image caption", "image source":
		return true
	}
	return false
}

// siteLabel reports a link or a field that sites of every kind have, and what
// their forms answer.
func siteLabel(f string) bool {
	switch f {
	case "line ups", "lineups", "match facts", "player of the match", "breaking", "breakingbreaking", "breaking news", "full text", "volltext", "texte intégral", "texto completo", "testo integrale", "article share tools", "share tools", "restack", "pinned post", "post update", "get involved", "key events", "key event", "jump to comments", "headline", "standfirst", "body", "byline", "end of document", "version history", "more options", "agree", "reject all", "accept all", "manage options", "about us", "contact us", "contact", "get in touch", "careers", "advertise", "advertise with us", "privacy policy", "privacy", "cookie policy", "cookie settings", "terms of use", "terms of service", "terms and conditions", "accessibility", "sitemap", "site map", "rss", "faq", "faqs", "help", "my account", "pricing", "get started", "blog", "recent posts", "previous post", "next post", "back to blog", "instagram", "youtube", "tiktok", "e paper", "epaper", "e edition", "donate",
		"startseite", "zur startseite", "impressum", "datenschutz", "datenschutzerklärung", "agb", "kontakt", "weitere informationen", "mentions légales", "se connecter", "accueil", "inicio", "aviso legal", "iniciar sesión", "chi siamo", "accedi",
		"email address", "your email", "your email address", "e mail address", "enter email", "enter your email", "enter email address", "first name", "last name", "full name", "your name", "phone number", "username", "password", "zip code", "postcode", "search for", "required", "indicates required", "e mail adresse", "adresse e mail", "correo electrónico", "indirizzo e mail":
		return true
	}
	for _, p := range [...]string{"oops something went wrong", "this field is for validation", "your submission has been received", "thank you your submission", "this site is protected by recaptcha", "we apologize but this video", "try refreshing your browser", "no credit card required", "thank you for visiting", "media playback is not supported"} {
		if strings.HasPrefix(f, p) {
			return true
		}
	}
	return false
}

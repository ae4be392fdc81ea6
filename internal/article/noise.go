package article

import (
	"slices"
	"strings"
)

// noise says why a line is the page's and not the article's, from its words
// alone: adverts, share bars, prompts, credits. It is empty for anything that
// an article may say.
func noise(s string) string { return noiseOf(s, fold(s)) }

// noiseOf is noise for a line whose fold is known.
func noiseOf(s, f string) string {
	if strings.HasPrefix(f, "lorem ipsum ") {
		return "a page's label" // what a template shows before anyone writes
	}
	if len(s) > 450 {
		if len(s) < 1500 && rightsReserved(f) {
			return "copyright"
		}
		return ""
	}
	if f == "" {
		return "no words"
	}
	switch {
	case label(f), len(s) < 24 && readingTime(f), len(s) < 40 && strings.HasPrefix(f, "loading ") && elided(s):
		return "a page's label"
	case strings.ContainsAny(s[:min(len(s), 4)], "©") || strings.HasPrefix(f, "copyright ") || rightsReserved(f):
		return "copyright"
	case prompt(f, len(s)):
		return "prompt to the reader"
	case pointer(s):
		return "pointer to other pages"
	case credit(s):
		return "credit"
	}
	return ""
}

// label knows lines that stand alone on pages of every site.
func label(f string) bool {
	switch f {
	case "advertisement", "advertisements", "advertising", "ad", "ads", "sponsored", "sponsored content", "promoted content", "promoted", "partner content", "paid content", "anzeige", "werbung", "publicité", "publicidad", "pubblicità", "publicidade", "advertentie", "reklame", "annonse", "annons", "anuncio", "reklama", "reklam", "iklan", "mainos", "реклама", "διαφήμιση", "広告", "广告", "광고", "إعلان",
		"article continues below", "story continues below", "article continues after ad", "story continues below advertisement", "article continues below advertisement", "scroll to continue", "scroll to continue with content", "advertisement scroll to continue", "advertisement article continues below this ad", "article continues below this ad", "story continues below this ad", "continue reading", "continue reading below", "continue reading the main story", "read more", "read also", "read next", "up next", "lees ook", "lees meer", "lesen sie auch", "lesen sie mehr", "mehr zum thema", "lire aussi", "à lire aussi", "à lire également", "lire la suite", "leggi anche", "lea también", "lee también", "leia também", "leia mais", "más información", "mehr dazu", "auch interessant",
		"related", "related articles", "related stories", "related topics", "related content", "related news", "related posts", "related coverage", "related links", "related reading", "more on this story", "more on this topic", "more from", "more stories", "more news", "you may also like", "you might also like", "recommended", "recommended for you", "recommended reading", "recommended stories", "most read", "most popular", "trending", "trending now", "top stories", "latest news", "editors picks", "editor s picks", "popular", "popular posts", "don t miss", "what to read next",
		"share", "share this", "share this article", "share this story", "share this post", "share on facebook", "share on twitter", "share via", "share article", "teilen", "partager", "compartir", "condividi", "delen", "compartilhar", "dela", "del", "tweet", "facebook", "twitter", "x", "email", "e mail", "mail", "print", "drucken", "copy link", "link copied", "copied", "copy", "whatsapp", "linkedin", "pinterest", "reddit", "telegram", "flipboard", "save", "saved", "bookmark", "merken", "save article", "gift article", "facebook twitter", "facebook twitter email", "facebook twitter linkedin", "share facebook twitter", "share tweet", "share tweet email", "kopiér link",
		"comments", "comment", "leave a comment", "post a comment", "view comments", "show comments", "join the conversation", "kommentare", "commentaires", "comentarios", "commenti", "reacties", "comentários",
		"subscribe", "subscribe now", "sign up", "sign in", "log in", "login", "register", "newsletter", "newsletters", "follow", "follow us", "loading", "loading...", "about the author", "about the authors", "meet the author", "topics", "topics in this article", "tags", "categories", "home", "menu", "search", "close", "open", "next", "previous", "back", "back to top", "go back", "skip to content", "skip to main content", "play", "pause", "watch", "listen", "listen to this article", "listen to article", "watch now", "video", "photo", "photos", "image", "gallery", "expand", "view gallery", "toggle caption", "hide caption", "enlarge image", "getty images", "istock", "shutterstock", "unsplash", "ap", "reuters", "afp", "courtesy",
		"table of contents", "in this article", "on this page", "contents", "jump to", "key takeaways from this article", "end of article", "article content", "all rights reserved", "report this ad", "remove ads", "why you can trust us", "see more", "show more", "view more", "load more", "learn more", "find out more", "click here", "view all", "see all", "author", "written by", "published", "updated", "last updated", "transcript", "new", "live", "exclusive", "opinion", "feature", "correction", "0", "1", "get our newsletter":
		return true
	}
	return false
}

// readingTime reports "4 min read" and its like.
func readingTime(f string) bool {
	number, unit, _ := strings.Cut(f, " ")
	return strings.Trim(number, "0123456789") == "" && (unit == "min read" || unit == "mins read" || unit == "minute read" || unit == "minutes read" || unit == "min lesezeit" || unit == "minuten lesezeit" || unit == "min de lecture" || unit == "min de lectura")
}

func rightsReserved(f string) bool {
	return strings.HasSuffix(f, "all rights reserved") || strings.HasSuffix(f, "alle rechte vorbehalten") || strings.HasSuffix(f, "tous droits réservés") ||
		strings.HasSuffix(f, "todos los derechos reservados") || strings.HasSuffix(f, "tutti i diritti riservati") || strings.HasSuffix(f, "todos os direitos reservados") || strings.HasSuffix(f, "riproduzione riservata") ||
		strings.Contains(f, "all rights reserved no ") || strings.Contains(f, "無断転載") || strings.Contains(f, "may not be published broadcast rewritten or redistributed")
}

// prompts open sentences that ask something of the reader: to subscribe, to
// follow, to consent, to buy.
var prompts = [...]string{
	"abonnieren sie", "accept all cookies", "add us as a preferred", "already a subscriber", "already have an account", "become a member", "by clicking", "by continuing to", "by providing your email", "by signing up", "by submitting", "by subscribing", "check out our newsletter", "check your inbox", "click here for", "click here to", "click to share", "comments are closed",
	"do you have a story", "don t have an account", "download our app", "download the app", "enter your email", "follow us on", "follow him on", "follow her on", "follow me on", "follow the author", "for more stories like this", "for more news", "get the latest", "get our", "get more", "get breaking", "get the day", "get unlimited", "got a tip", "got a story", "have a tip", "have a news tip", "have something to say", "if you enjoyed this", "if you liked this", "inscrivez vous", "join our", "join the conversation", "join us on", "leave a comment", "leave a reply", "like us on", "like what you", "log in to", "never miss", "please enable", "please subscribe", "please sign", "recevez", "register to", "save my name email", "send us a", "send tips to", "share this", "share on", "sign in to", "sign up for", "sign up to", "sign up here", "stay up to date", "stay informed", "stay connected", "subscribe for", "subscribe here", "subscribe now", "subscribe to", "support our", "support independent", "suscríbete", "thank you for reading", "thanks for reading", "thank you for signing", "thanks for signing", "this site uses cookies", "this website uses cookies", "to read the full", "want more", "want to read more", "we use cookies", "we want to hear from you", "you can unsubscribe", "you have successfully", "you need to be logged", "you must be logged", "your email address will not", "iscriviti", "ricevi", "schrijf je in", "meld je aan", "assine", "receba", "siga nos", "síguenos", "suivez", "seguici", "folgen sie uns", "jetzt abonnieren", "melden sie sich", "with your consent", "an error occurred", "javascript is", "your browser does not", "this content is hosted", "to display this content", "view this post on instagram", "a post shared by",
	"empfohlener redaktioneller inhalt", "an dieser stelle finden sie", "an dieser stelle findest du", "deine privatsphäre einstellungen verhindern", "ihre privatsphäre einstellungen verhindern", "an dieser stelle befindet sich", "externer inhalt", "ich bin damit einverstanden", "cookies akzeptieren",
}

func prompt(f string, size int) bool {
	if size > 400 {
		return false
	}
	for _, w := range [...]string{"personenbezogene daten können an drittplattformen", "affiliate commission", "earn a commission", "independently selected by our", "we may earn", "may receive compensation", "affiliate links"} {
		if strings.Contains(f, w) {
			return true
		}
	}
	for _, p := range prompts {
		if p[0] == f[0] && strings.HasPrefix(f, p) && (len(f) == len(p) || f[len(p)] == ' ') {
			return true
		}
	}
	return false
}

// pointers introduce a link to another page, beside [alsoReads]; the colon is
// part of them, since "Related parties said" may open a paragraph.
var pointers = [...]string{
	"related", "read", "see more", "more", "read next", "related article", "related articles", "related news", "must read", "don’t miss", "don't miss", "watch", "listen", "watch now", "watch live", "more from", "recommended", "you may also like", "más", "también lee", "lesen sie hierzu auch", "leggi", "tags", "topics", "filed under", "posted in", "categories", "category", "keywords", "schlagworte", "themen", "étiquettes", "temas", "etiquetas", "posted by", "share", "share this", "follow",
}

// promotes reports a short paragraph that advertises what the site has to
// offer. Within the text it may be the story; at its end it never is, unless
// the text above speaks of such things throughout: an article about podcasts
// ends with podcasts.
func promotes(s string, above []block) bool {
	if len(s) > 300 {
		return false
	}
	f := " " + fold(s) + " "
	for _, w := range [...]string{" newsletter", " subscribe ", " subscription", " abonnier", " abonnement", " abonnez", " suscríb", " whatsapp kanal", " whatsapp channel", " telegram ", " podcast", " our app ", " unsere app ", " follow us ", " folgen sie ", " donate ", " donation", " spende", " sign up ", " sponsor", " our weekly ", " google news "} {
		if strings.Contains(f, w) && !subject(w, above) {
			return true
		}
	}
	return false
}

// subject reports a word that more than a few of the kept blocks hold.
func subject(w string, blocks []block) bool {
	n := 0
	for i := range blocks {
		if b := &blocks[i]; b.why == "" && strings.Contains(" "+b.fold+" ", w) {
			n++
		}
	}
	return n > 3
}

// urges reports a text, as folded words, that asks the reader to do something
// about the site: to buy, to call, to subscribe, to click, to agree.
func urges(words []string) bool {
	for i, w := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		if urgesBy(w, next) {
			return true
		}
	}
	return false
}

func urgesBy(w, next string) bool {
	switch w {
	case "newsletter", "newsletters", "subscribe", "subscriber", "subscribers", "subscription", "donate", "donation", "donations", "commission", "disclaimer", "disclosure", "affiliate", "affiliates", "sponsor", "sponsored", "cookies", "inbox", "abonnieren", "abonnement", "suscríbete", "contáctanos", "abonnez", "contactez":
		return true
	case "sign":
		return next == "up"
	case "contact", "follow":
		return next == "us"
	case "join", "visit":
		return next == "our" || next == "us"
	case "our":
		return next == "team" || next == "free" || next == "shop" || next == "app"
	case "get":
		return next == "in" || next == "started"
	case "free":
		return next == "trial"
	case "for":
		return next == "free"
	case "book", "schedule", "request":
		return next == "a"
	case "learn", "read":
		return next == "more"
	case "find", "check", "reach":
		return next == "out"
	case "talk", "ready":
		return next == "to"
	case "looking":
		return next == "for"
	case "shop":
		return next == "now" || next == "our"
	case "comments":
		return next == "below"
	case "let":
		return next == "us"
	case "share":
		return next == "this"
	case "all":
		return next == "rights"
	case "privacy":
		return next == "policy"
	case "originally", "first":
		return next == "published"
	case "this":
		return next == "article" || next == "story" || next == "post"
	case "kontaktieren":
		return next == "sie"
	}
	return false
}

// speaksTo counts the words that speak to the reader or for the site.
func speaksTo(words []string) int {
	n := 0
	for _, w := range words {
		switch w {
		case "you", "your", "yours", "we", "our", "us", "sie", "ihr", "ihre", "ihren", "ihnen", "du", "dein", "deine", "wir", "unser", "unsere", "unseren", "uns",
			"vous", "votre", "vos", "nous", "notre", "nos", "tu", "su", "usted", "nuestro", "nuestra", "nuestros", "voi", "vostro", "noi", "nostro", "nostra", "você", "seu", "sua", "nosso", "nossa", "je", "jouw", "uw", "wij", "ons", "onze":
			n++
		}
	}
	return n
}

// aboutAuthor reports a paragraph that opens with the name of an author and
// says what they do.
func aboutAuthor(s string, byline []string) bool {
	if len(s) > 800 {
		return false
	}
	for _, name := range byline {
		rest, found := strings.CutPrefix(s, name)
		if !found {
			first, _, _ := strings.Cut(name, " ")
			if rest, found = strings.CutPrefix(s, first); !found || !strings.HasPrefix(rest, " is a") && !strings.HasPrefix(rest, " writes ") && !strings.HasPrefix(rest, " covers ") {
				continue
			}
		}
		for _, verb := range [...]string{" is ", " was ", " has ", " writes ", " covers ", " reports ", " joined ", " works ", " lives ", ", ", " ist ", " schreibt ", " arbeitet ", " est ", " es ", " è ", " is een "} {
			if strings.HasPrefix(rest, verb) {
				return true
			}
		}
	}
	return false
}

func pointer(s string) bool {
	before, _, found := strings.Cut(s, ":")
	if !found || len(before) > 30 {
		before, _, found = strings.Cut(s, "|")
	}
	if !found || len(s) > 300 {
		return false
	}
	low := strings.ToLower(strings.Trim(before, " >»→▶•*-–"))
	return slices.Contains(pointers[:], low) || slices.Contains(alsoReads[:], low)
}

// credit reports a line that says who made a picture.
func credit(s string) bool {
	if len(s) > 240 {
		return false
	}
	s = strings.TrimLeft(s, "([ ")
	if i := strings.LastIndexByte(s, '('); i >= 0 && strings.HasSuffix(s, ")") {
		within := strings.ToLower(s[i:])
		for _, w := range [...]string{"photo", "foto", "image:", "getty", "credit", "picture:", "courtesy"} {
			if strings.Contains(within, w) {
				return true
			}
		}
	}
	for _, p := range [...]string{"pictured ", "photo:", "photo by ", "photos by ", "photo credit", "photograph:", "photograph by ", "photography by ", "picture:", "image:", "image by ", "images:", "image credit", "image source", "image via", "credit:", "credits:", "foto:", "fotos:", "bild:", "crédit photo", "crédits", "crédito:", "photo courtesy", "courtesy of ", "courtesy:", "illustration by ", "illustration:", "graphic:", "video:", "source: getty", "getty images", "(photo", "(foto", "file photo", "featured image", "cover image", "header image", "quelle: dpa"} {
		if opensWith(s, p) {
			return true
		}
	}
	end := strings.ToLower(s[boundary(s, max(0, len(s)-len("via getty images)"))):])
	return strings.HasSuffix(end, "/getty images") || strings.HasSuffix(end, "/ap photo)") || strings.HasSuffix(end, "/reuters") || strings.HasSuffix(end, "via getty images)") || strings.HasSuffix(end, "via getty images")
}

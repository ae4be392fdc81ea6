package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// kind is what the element that holds a block, or its class, says it is.
type kind uint16

const (
	kindJunk    kind = 1 << iota // navigation, share bars, related stories, comments, forms, adverts
	kindCaption                  // the words under a picture
	kindCredit                   // byline, date, section: about the article, not of it
	kindBody                     // the page says: here is the article's text
	kindLead                     // the page says: here is the standfirst
	kindArticle                  // article, main
	kindAside                    // aside, header: junk if it is short
	kindAuthor                   // of kindCredit, what names the author
	kindTail                     // comments, teasers: junk where it follows the text
)

// names remembers what a page's names say: it has few of them for thousands of
// elements.
type names struct {
	kinds   map[string]kind
	classes map[string]classSays
}

// classSays is what a class says beside its kind.
type classSays struct {
	byline string // how it marks a byline, empty for none
	date   bool
	spoken bool // only screen readers show the element
}

func newNames() *names { return &names{map[string]kind{}, map[string]classSays{}} }

func (known *names) kind(name string) kind {
	k, found := known.kinds[name]
	if !found {
		k = nameKind(name)
		known.kinds[name] = k
	}
	return k
}

func (known *names) class(name string) classSays {
	says, found := known.classes[name]
	if !found {
		says = classSays{bylineClass(name), dateClass(name), spokenClass(name)}
		known.classes[name] = says
	}
	return says
}

// element reads the element's name, role and classes.
func (known *names) element(n *html.Node) kind {
	var k kind
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Form, atom.Menu, atom.Fieldset, atom.Label:
		k = kindJunk
	case atom.Aside:
		k = kindAside
	case atom.Figcaption, atom.Caption:
		k = kindCaption
	case atom.Figure:
		if !holdsTable(n) {
			k = kindCaption // a figure around a quotation repeats the text
		}
	case atom.Article, atom.Main:
		k = kindArticle
	case atom.Time, atom.Address:
		k = kindCredit
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "id":
			// The id of a heading is made of its words, and "toc" is where the
			// table of contents leads to.
			if !isHeading(n.DataAtom) && !strings.HasPrefix(a.Val, "toc") {
				k |= known.kind(a.Val)
			}
		case "class", "data-testid", "data-component", "data-type", "data-qa", "data-module":
			k |= known.kind(a.Val)
		case "role":
			switch a.Val {
			case "navigation", "search", "contentinfo", "menu", "menubar", "dialog", "toolbar", "alert", "tablist":
				k |= kindJunk
			case "complementary":
				k |= kindAside
			case "main", "article":
				k |= kindArticle
			}
		case "itemprop":
			switch a.Val {
			case "articleBody":
				k |= kindBody
			case "author":
				k |= kindCredit | kindAuthor
			case "datePublished", "publisher":
				k |= kindCredit
			case "description", "alternativeHeadline":
				k |= kindLead
			}
		case "rel":
			if a.Val == "author" {
				k |= kindCredit | kindAuthor
			}
		}
	}
	return k
}

// holdsTable reports a figure around a table or code, which editors of posts
// wrap so: it is part of the text.
func holdsTable(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Table, atom.Pre:
			return true
		case atom.Div:
			if c.FirstChild != nil && c.FirstChild.DataAtom == atom.Table {
				return true
			}
		}
	}
	return false
}

// nameKind reads class names and ids: each is cut at hyphens, underscores and
// capitals, so that "articleBody", "article-body" and "c-article__body" are
// the same two words. A word of three letters or fewer has to stand between
// hyphens or alone: "ad" is in every other generated id.
func nameKind(s string) kind {
	var k kind
	var buf [24]byte
	n, prev, clean := 0, "", true
	for i := 0; i <= len(s); i++ {
		var c byte = ' '
		if i < len(s) {
			c = s[i]
		}
		upper := 'A' <= c && c <= 'Z'
		letter := upper || 'a' <= c && c <= 'z'
		divider := c == '-' || c == '_' || c == ' '
		if n > 0 && (!letter || upper && 'a' <= s[i-1] && s[i-1] <= 'z') {
			if prev != "has" && (n > 3 || clean && divider) {
				k |= wordKind(string(buf[:n]), prev)
			}
			prev, n = intern(string(buf[:n])), 0
		}
		if letter && n < len(buf) {
			if n == 0 {
				clean = i == 0 || s[i-1] == '-' || s[i-1] == '_' || s[i-1] == ' '
			}
			buf[n] = c | 0x20
			n++
		}
		if c == ' ' {
			prev = ""
		}
	}
	return k
}

// intern keeps the words that make a pair with the next, without allocating.
func intern(w string) string {
	switch w {
	case "has", "with", "no", "without", "hide", "show":
		return "has" // has-sidebar is said of what lies beside the sidebar
	case "article":
		return "article"
	case "entry":
		return "entry"
	case "post":
		return "post"
	case "story":
		return "story"
	case "content":
		return "content"
	case "body":
		return "body"
	case "text":
		return "text"
	case "rich":
		return "rich"
	case "read":
		return "read"
	case "most":
		return "most"
	case "more":
		return "more"
	case "author":
		return "author"
	case "sign":
		return "sign"
	case "also":
		return "also"
	case "table":
		return "table"
	case "skip":
		return "skip"
	case "jump":
		return "jump"
	case "reader":
		return "reader"
	case "visually":
		return "visually"
	}
	return ""
}

// wordKind judges one word of a class name, with the word before it.
func wordKind(w, prev string) kind {
	switch w {
	case "share", "sharing", "sharebar", "sharedaddy", "shares", "social", "socials", "socialmedia", "addtoany", "addthis",
		"related", "relatedposts", "relatedarticles", "recommend", "recommended", "recommendation", "recommendations", "recirc", "recirculation",
		"outbrain", "taboola", "trending", "popular", "mostread", "mostpopular",
		"newsletter", "newsletters", "signup", "subscribe", "subscription", "subscriptions", "optin", "mailchimp", "hubspot",
		"promo", "promos", "promobox", "advert", "adverts", "advertisement", "advertising", "ad", "ads", "adslot", "adsense", "dfp",
		"sponsor", "sponsored", "sponsors",
		"breadcrumb", "breadcrumbs", "cookie", "cookies", "consent", "gdpr", "onetrust", "didomi",
		"modal", "popup", "lightbox", "tooltip", "toolbar", "pagination", "pager", "paging", "sidebar", "rail", "footer", "colophon",
		"nav", "navbar", "navigation", "navi", "menu", "submenu", "masthead", "topbar",
		"login", "paywall", "donate", "donation", "feedback", "survey", "copyright", "readmore", "tags", "taglist", "tagcloud",
		"bio", "biography", "toc", "infobox", "factbox", "whatsapp", "cta", "noprint", "disclaimer", "tweet", "jumplink":
		return kindJunk
	case "comment", "comments", "commentlist", "disqus", "respond", "commenting", "reply", "replies", "teaser", "teasers":
		return kindTail
	case "pullquote", "caption", "captions", "figcaption", "credit", "credits", "imagecredit", "copyrightline", "photocredit":
		return kindCaption
	case "byline", "bylines", "author", "authors", "autor", "auteur", "contributor", "contributors", "writer":
		return kindCredit | kindAuthor
	case "dateline", "timestamp", "datetime", "pubdate", "date", "published", "kicker", "eyebrow", "meta", "overline", "category", "categories", "readtime", "readingtime", "posted":
		return kindCredit
	case "articlebody", "storybody", "entrycontent", "postcontent", "bodytext", "articletext", "articlecontent", "richtext", "storytext", "postbody":
		return kindBody
	case "standfirst", "dek", "lede", "lead", "subheadline", "subtitle", "deck", "chapo", "excerpt", "intro", "summary", "vorspann", "sommario":
		return kindLead
	}
	return pairKind(w, prev)
}

// pairKind judges words that tell only beside the one before.
func pairKind(w, prev string) kind {
	switch w {
	case "body", "content", "text":
		switch prev {
		case "article", "entry", "post", "story", "rich", "body", "content":
			if w != prev {
				return kindBody
			}
		}
	case "paragraph", "paragraphs":
		if prev == "article" || prev == "story" || prev == "body" {
			return kindBody
		}
	case "also", "next", "more", "on":
		if prev == "read" {
			return kindJunk
		}
	case "read", "viewed", "popular", "from", "stories", "articles", "news":
		if prev == "most" || prev == "more" || prev == "also" {
			return kindJunk
		}
	case "box", "card", "info":
		if prev == "author" {
			return kindJunk
		}
	case "up":
		if prev == "sign" {
			return kindJunk
		}
	case "of": // table of contents
		if prev == "table" {
			return kindJunk
		}
	case "link", "links", "to":
		if prev == "skip" || prev == "jump" {
			return kindJunk
		}
	}
	return 0
}

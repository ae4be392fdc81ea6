package document

import (
	"strings"
	"unicode"
)

// The names that formats have for the same fact: schema.org first, then ninjs
// 1 and 2, then what content systems call it.
var (
	jsonBody        = [...]string{"articleBody", "body_xhtml", "body_html", "body_text", "bodies", "body", "content_html", "content_text", "content", "text"}
	jsonHeadline    = [...]string{"headline", "headlines", "title", "name"}
	jsonAuthor      = [...]string{"author", "authors", "creator", "byline", "by", "bylines"}
	jsonDate        = [...]string{"datePublished", "firstpublished", "firstPublished", "date_published", "published", "published_at", "publishedAt", "pubDate", "contentcreated", "contentCreated", "firstcreated", "firstCreated", "dateCreated", "date_gmt", "date", "versioncreated", "versionCreated"}
	jsonPublication = [...]string{"publisher", "infosources", "infoSources", "provider", "source", "site_name", "sourceOrganization"}
	jsonURL         = [...]string{"url", "canonicalurl", "canonicalUrl", "mainEntityOfPage", "link", "altids", "@id", "uri"}
	jsonLanguage    = [...]string{"inLanguage", "language", "lang"}
)

// isArticle reports an object with a body, and a headline or a type that says
// so.
func (o object) isArticle() bool {
	if o.first(jsonBody[:]) == "" {
		return false
	}
	return strings.HasSuffix(text(o["@type"]), "Article") || o.first(jsonHeadline[:]) != ""
}

// document makes a page of a body with tags and text of one without.
func (o object) document() (*Document, error) {
	meta := map[string]string{}
	for _, fact := range [...]struct {
		key   string
		names []string
	}{
		{"headline", jsonHeadline[:]}, {"byline", jsonAuthor[:]}, {"date", jsonDate[:]},
		{"publication", jsonPublication[:]}, {"lang", jsonLanguage[:]},
	} {
		if v := strings.Join(strings.Fields(untag(o.first(fact.names))), " "); v != "" {
			meta[fact.key] = v
		}
	}
	for _, name := range jsonURL {
		if v := text(o[name]); strings.HasPrefix(v, "http") {
			meta["url"] = v
			break
		}
	}
	body := clean(strings.ToValidUTF8(o.first(jsonBody[:]), "\uFFFD"))
	if !manyTags(body) && !looksHTML(body) {
		return &Document{Format: JSON, Text: untag(body), Meta: meta}, nil
	}
	root, err := buildTree(body)
	if err != nil {
		return nil, err
	}
	return &Document{Format: JSON, Root: root, Meta: meta}, nil
}

// first returns the first of the named facts that o has.
func (o object) first(names []string) string {
	for _, name := range names {
		if v := text(o[name]); strings.ContainsFunc(v, unicode.IsLetter) || strings.ContainsFunc(v, unicode.IsDigit) {
			return v
		}
	}
	return ""
}

// text is the text of a value, however it is wrapped: a string, a list of
// names, an object with the name or the value in it.
func text(v any) string { return textWithin(v, 0) }

func textWithin(v any, depth int) string {
	if depth > 4 {
		return ""
	}
	switch v := v.(type) {
	case string:
		return v
	case []any:
		return listText(v, depth)
	case object:
		for _, key := range [...]string{"rendered", "value", "@value", "name", "plaintext", "html", "headline", "literal", "@id", "url", "$t", "#text"} {
			if s := textWithin(v[key], depth+1); s != "" {
				return s
			}
		}
	}
	return ""
}

// listText joins the items of a list, names by semicolons; of bodies or
// headlines in several forms it takes the main one, and of bodies the one
// with tags.
func listText(list []any, depth int) string {
	var out []string
	for _, item := range list[:min(len(list), 100)] {
		s := textWithin(item, depth+1)
		if s == "" {
			continue
		}
		if o, ok := item.(object); ok {
			if role, _ := o["role"].(string); role == "main" {
				return s
			}
			if kind, _ := o["contenttype"].(string); strings.Contains(kind, "html") {
				return s
			}
			if o["contenttype"] != nil || o["role"] != nil && len(s) > 100 {
				return s
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// untag reads text in which someone left tags or entities.
func untag(s string) string {
	s = clean(strings.ToValidUTF8(s, "\uFFFD"))
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	root, err := buildTree(strings.ReplaceAll(s, "\n", "<br>"))
	if err != nil {
		return ""
	}
	var out []string
	for _, l := range lineList(&Document{Root: root}) {
		out = append(out, l.text)
	}
	return strings.Join(out, "\n")
}

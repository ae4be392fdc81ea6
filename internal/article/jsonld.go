package article

import (
	"encoding/json"
	entities "html" // its table is made when first asked, x/net's at every start
	"strings"
)

// graph holds the JSON-LD objects of a page.
type graph struct {
	articles []map[string]any
	byID     map[string]map[string]any
	pages    []map[string]any // WebPage: says of the page what may be true of its article
	objects  int
}

// add reads one script. What is not JSON is left out: sites write that too.
func (g *graph) add(s string) {
	s = strings.TrimSpace(s)
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<!--"), "-->")
	s = strings.TrimSuffix(strings.TrimSpace(s), ";")
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		// Raw line ends inside strings are the commonest mistake.
		s = strings.Map(func(r rune) rune {
			if r < ' ' {
				return ' '
			}
			return r
		}, s)
		if json.Unmarshal([]byte(s), &v) != nil {
			return
		}
	}
	g.visit(v, 0)
}

// visit sorts the objects below v. Lists of other articles are not entered.
func (g *graph) visit(v any, depth int) {
	if depth > 6 || g.objects > 5000 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			g.visit(e, depth+1)
		}
	case map[string]any:
		g.objects++
		if id, ok := v["@id"].(string); ok && len(v) > 1 {
			if g.byID == nil {
				g.byID = map[string]map[string]any{}
			}
			g.byID[id] = v
		}
		switch {
		case isType(v, "ItemList", "BreadcrumbList"):
			return
		case articleType(v):
			g.articles = append(g.articles, v)
		case isType(v, "WebPage"):
			g.pages = append(g.pages, v)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "isPartOf"} {
			g.visit(v[key], depth+1)
		}
	}
}

// resolve hands what the article's object says to m.
func (g *graph) resolve(m *metadata) {
	for _, p := range g.pages[:min(len(g.pages), 8)] {
		if s := str(p["datePublished"]); s != "" {
			m.dates = append(m.dates, candidate{s, "json-ld page"})
		}
		if s := str(p["description"]); len(s) > len(m.description) && len(s) <= 1000 {
			m.description = s
		}
	}
	a := g.main(m.canonical)
	if a == nil {
		return
	}
	if isType(a, "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "LiveBlogPosting") {
		m.news = true
	}
	for _, key := range []string{"headline", "name", "alternativeHeadline"} {
		if s := str(a[key]); s != "" {
			m.title("json-ld "+key, s)
		}
	}
	for _, key := range []string{"author", "creator"} {
		before := len(m.authors)
		g.people(a[key], m, 0)
		if len(m.authors) > before {
			break
		}
	}
	for _, key := range []string{"datePublished", "dateCreated", "uploadDate"} {
		if s := str(a[key]); s != "" {
			m.dates = append(m.dates, candidate{s, "json-ld " + key})
		}
	}
	if p, ok := first(a["publisher"]).(map[string]any); ok {
		m.outlets = append(m.outlets, candidate{str(g.deref(p)["name"]), "json-ld"})
	}
	if s := str(a["description"]); len(s) > len(m.description) && len(s) <= 1000 {
		m.description = s
	}
	m.says(str(a["inLanguage"]), "json-ld inLanguage")
	if body, ok := first(a["articleBody"]).(string); ok {
		m.body = entities.UnescapeString(body)
	}
}

// main picks the object that describes this page among those of articles
// teased on it: the one with the page's address, else the first with a
// headline, news before the rest.
func (g *graph) main(canonical string) map[string]any {
	var best map[string]any
	bestRank := 0
	for _, a := range g.articles {
		rank := 1
		if str(a["headline"]) != "" {
			rank += 4
		}
		if isType(a, "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "LiveBlogPosting") {
			rank++
		}
		if a["author"] != nil || a["datePublished"] != nil {
			rank += 2
		}
		if u := str(a["url"]); canonical != "" && (u == canonical || str(a["mainEntityOfPage"]) == canonical) {
			rank += 4
		}
		if rank > bestRank {
			best, bestRank = a, rank
		}
	}
	return best
}

// people adds the names of persons. An organization is no author; an object
// without a type is taken at its name and judged like any other line.
func (g *graph) people(v any, m *metadata, depth int) {
	if depth > 3 || len(m.authors) > 40 {
		return
	}
	switch v := v.(type) {
	case string:
		m.authors = append(m.authors, candidate{str(v), "json-ld"})
	case []any:
		for _, e := range v {
			g.people(e, m, depth+1)
		}
	case map[string]any:
		v = g.deref(v)
		if isType(v, "Organization", "NewsMediaOrganization", "Corporation") {
			m.authors = append(m.authors, candidate{str(v["name"]), "json-ld organization"})
			return
		}
		if name, ok := v["name"].(string); ok && isType(v, "Person") {
			m.authors = append(m.authors, candidate{str(name), "json-ld person"})
			return
		}
		if v["name"] != nil {
			g.people(v["name"], m, depth+1)
			return
		}
		if given, family := str(v["givenName"]), str(v["familyName"]); family != "" {
			m.authors = append(m.authors, candidate{given + " " + family, "json-ld"})
		}
	}
}

// deref follows a reference to an object elsewhere in the graph.
func (g *graph) deref(v map[string]any) map[string]any {
	if id, ok := v["@id"].(string); ok && v["name"] == nil && g.byID[id] != nil {
		return g.byID[id]
	}
	return v
}

func isType(v map[string]any, names ...string) bool {
	for _, t := range list(v["@type"]) {
		s, _ := t.(string)
		s = s[strings.LastIndexAny(s, "/:#")+1:]
		for _, name := range names {
			if s == name {
				return true
			}
		}
	}
	return false
}

// articleType reports the many types of articles: NewsArticle, BlogPosting….
func articleType(v map[string]any) bool {
	for _, t := range list(v["@type"]) {
		s, _ := t.(string)
		if strings.HasSuffix(s, "Article") || strings.HasSuffix(s, "BlogPosting") || strings.HasSuffix(s, "Report") || strings.HasSuffix(s, "Review") && v["headline"] != nil {
			return true
		}
	}
	return false
}

func list(v any) []any {
	if l, ok := v.([]any); ok {
		return l
	}
	return []any{v}
}

func first(v any) any {
	if l := list(v); len(l) > 0 {
		return l[0]
	}
	return nil
}

// str returns a string value, of a list the first, of an object its @id or
// @value, collapsed.
func str(v any) string {
	switch v := first(v).(type) {
	case string:
		return collapse(entities.UnescapeString(v)) // entities are no part of JSON, and there all the same
	case map[string]any:
		for _, key := range []string{"@value", "@id"} {
			if s, ok := v[key].(string); ok {
				return collapse(s)
			}
		}
	}
	return ""
}

package article

import (
	"strings"

	"onrecord/internal/document"
)

// fromMarkdown takes a Markdown file as its author wrote it: all of it is the
// article, but for the title and what front matter says already.
func fromMarkdown(d *document.Document) (Article, []string) {
	blocks, _ := cut(d.Root, true)
	a := frontMatter(d.Meta)
	var paragraphs []string
	for i := range blocks {
		b := &blocks[i]
		switch {
		case a.Headline == "" && len(paragraphs) == 0 && isHeading(b.tag):
			a.Headline = b.text
		case fold(b.text) == fold(a.Headline), noise(b.text) != "":
		default:
			paragraphs = append(paragraphs, b.text)
		}
	}
	return a, openers(&a, paragraphs)
}

// frontMatter reads the keys that static site generators share.
func frontMatter(meta map[string]string) Article {
	get := func(keys ...string) string {
		for _, k := range keys {
			if v := collapse(meta[k]); v != "" {
				return v
			}
		}
		return ""
	}
	a := Article{
		Headline:    get("title", "headline"),
		Publication: get("publication", "publisher", "site", "site_name", "source"),
		URL:         webAddress(get("url", "canonical", "canonical_url", "link", "source_url")),
		Published:   parseDate(get("date", "published", "publishdate", "pubdate", "created")),
		Language:    primarySubtag(get("lang", "language", "locale")),
	}
	if webAddress(a.Publication) != "" {
		a.Publication = ""
	}
	for line := range strings.SplitSeq(get("author", "authors", "byline", "by"), ";") {
		a.Byline = append(a.Byline, splitNames(line, a.Publication, true)...)
	}
	a.Byline = distinct(a.Byline)
	return a
}

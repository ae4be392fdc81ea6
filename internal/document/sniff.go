package document

import (
	"mime"
	"path"
	"strings"
)

// sniffBytes is how much of an upload its format is told from.
const sniffBytes = 64 << 10

// sniff tells the format of decoded text. For a format that is not read here
// it is empty and kind names the MIME type.
func sniff(s string, hint Hint) (format Format, kind string) {
	head := strings.TrimLeft(s[:min(len(s), sniffBytes)], " \t\n")
	claim := claimed(hint)
	switch {
	case looksNewsML(head):
		return NewsML, ""
	case looksHTML(head):
		return HTML, ""
	case strings.HasPrefix(head, "<?xml"):
		return "", "application/xml"
	case strings.HasPrefix(head, "%!PS"):
		return "", "application/postscript"
	case strings.HasPrefix(head, "{\\rtf"):
		return RTF, ""
	case looksMail(head):
		return mailFormat(head), ""
	case looksJSON(head):
		return JSON, ""
	case claim == HTML && strings.Contains(head, "</"):
		return HTML, ""
	case looksMarkdown(head, claim == Markdown):
		return Markdown, ""
	case manyTags(head):
		return HTML, "" // a fragment that opens with words
	}
	return Text, ""
}

// claimed is the format that name or type announce, empty for none of ours.
func claimed(hint Hint) Format {
	switch strings.ToLower(path.Ext(hint.Name)) {
	case ".html", ".htm", ".xhtml", ".shtml":
		return HTML
	case ".md", ".markdown", ".mdown", ".mkd":
		return Markdown
	}
	kind, _, _ := mime.ParseMediaType(hint.ContentType)
	switch kind {
	case "text/html", "application/xhtml+xml":
		return HTML
	case "text/markdown", "text/x-markdown":
		return Markdown
	}
	return ""
}

// looksHTML reports text that opens with a tag of a page, past comments and
// an XML declaration.
func looksHTML(head string) bool {
	for {
		head = strings.TrimLeft(head, " \t\n")
		end := ""
		switch {
		case strings.HasPrefix(head, "<!--"):
			end = "-->"
		case strings.HasPrefix(head, "<?xml"):
			end = "?>"
		default:
			return pageTag(head)
		}
		_, rest, found := strings.Cut(head, end)
		if !found {
			return false
		}
		head = rest
	}
}

// pageTag reports an opening tag that pages and fragments of them begin with.
func pageTag(head string) bool {
	if !strings.HasPrefix(head, "<") {
		return false
	}
	name := strings.ToLower(head[1:min(len(head), 16)])
	if end := strings.IndexAny(name, " \t\n/>"); end >= 0 {
		name = name[:end]
	}
	switch name {
	case "!doctype":
		doctype := strings.ToLower(head[:min(len(head), 64)])
		return strings.Contains(doctype, "html")
	case "html", "head", "body", "title", "meta", "link", "script", "style", "base", "main", "article", "section",
		"header", "nav", "div", "p", "h1", "h2", "h3", "table", "center", "font", "span", "a", "b", "i", "br", "hr",
		"ul", "ol", "dl", "blockquote", "figure", "img", "pre", "strong", "em", "form", "frameset", "noscript", "iframe":
		return true
	}
	return false
}

// manyTags reports text with several closed block elements in it.
func manyTags(head string) bool {
	low := strings.ToLower(head)
	n := strings.Count(low, "</p>") + strings.Count(low, "<br") + strings.Count(low, "</div>") + strings.Count(low, "</h")
	return n >= 2
}

// looksMail reports a header block of an e-mail or of a page saved as one.
func looksMail(head string) bool {
	fields, plain := 0, 0
	for line := range strings.SplitSeq(string(envelope([]byte(head))), "\n") {
		if strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t") {
			continue // a folded field goes on
		}
		name, _, found := strings.Cut(line, ":")
		if !found || name == "" || strings.ContainsAny(name, " \t") {
			break
		}
		switch strings.ToLower(name) {
		case "mime-version", "content-type", "content-transfer-encoding", "received", "message-id", "return-path", "dkim-signature":
			fields++
		case "from", "subject", "date":
			plain++
		}
	}
	return fields >= 2 || plain == 3
}

// looksJSON reports text that can only be a JSON object or array.
func looksJSON(head string) bool {
	rest := strings.TrimLeft(strings.TrimLeft(head, "[{ \t\n"), " \t\n")
	if len(rest) == len(head) || !strings.HasPrefix(rest, `"`) {
		return false
	}
	_, rest, found := strings.Cut(rest[1:], `"`)
	rest = strings.TrimLeft(rest, " \t\n")
	return found && (strings.HasPrefix(rest, ":") || strings.HasPrefix(head, "[") && strings.HasPrefix(rest, ","))
}

// looksMarkdown reports front matter, or enough of Markdown's marks that they
// can't be chance. One mark is enough where the uploader says Markdown.
func looksMarkdown(head string, claimed bool) bool {
	if _, body := frontMatter(head); len(body) < len(head) {
		return true
	}
	marks := 0
	for line := range strings.SplitSeq(head, "\n") {
		switch {
		case headingLevel(line) > 0:
			marks += 2
		case strings.HasPrefix(line, "> "), strings.HasPrefix(line, "```"):
			marks++
		}
		if strings.Contains(line, "](http") || strings.Contains(line, "![") {
			marks++
		}
		if strings.Count(line, "**") >= 2 {
			marks++
		}
	}
	return marks >= 3 || claimed
}

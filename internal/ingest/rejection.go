package ingest

import (
	"errors"
	"slices"
	"strings"

	"onrecord/internal/article"
	"onrecord/internal/digest"
	"onrecord/internal/document"
)

// rule says that an error is the upload's own fault, which no retry mends.
type rule struct {
	matches func(error) bool
	reason  digest.Reason
	detail  string // for the uploader: what is wrong and what to do
}

// rules sorts the errors of an upload: the first that matches rejects it.
// What matches none (throttling, 5xx, time-outs, a missing permission) may
// pass later and is returned to Lambda.
var rules = []rule{
	{is(document.ErrTooLarge), "too_large",
		"The file is larger than 10 MB once unpacked, or longer than a book; upload the article alone, without its pictures."},
	{media("image/"), "image",
		"The file is a picture; upload the article's text or its web page."},
	{media("video/", "audio/"), "recording",
		"The file is a recording; upload a transcript or the article's text."},
	{is(document.ErrUnsupported), "unsupported_format",
		"The file is in no format that is read here; save the article as HTML, plain text, Markdown, PDF, DOCX, ODT, RTF or e-mail."},
	{is(document.ErrEncrypted), "encrypted",
		"The file opens with a password only; save it without one and upload it again."},
	{is(document.ErrScanned), "scanned",
		"The pages of the file are pictures without text; run text recognition (OCR) over them, or upload the article's web page or text."},
	{malformed, "malformed",
		"The file breaks the rules of its own format or encoding; save it again, as UTF-8."},
	{is(article.ErrEmpty), "empty",
		"The file has no text in it; save the article again and look into the file before uploading it."},
	{is(article.ErrErrorPage), "error_page",
		"The page is an error message that was saved in the article's place; open the article and save it again."},
	{is(article.ErrLogin), "login_page",
		"The page asks to log in or to subscribe and shows no article; log in, open the article and save it again."},
	{is(article.ErrNoText), "no_article",
		"No article text was found in the file; upload the page of the article itself, not an overview or a search result."},
}

func is(target error) func(error) bool {
	return func(err error) bool { return errors.Is(err, target) }
}

// media matches files of the media types that begin so.
func media(prefixes ...string) func(error) bool {
	return func(err error) bool {
		var unsupported *document.UnsupportedError
		return errors.As(err, &unsupported) && slices.ContainsFunc(prefixes, func(p string) bool {
			return strings.HasPrefix(unsupported.Kind, p)
		})
	}
}

func malformed(err error) bool {
	var syntax *document.SyntaxError
	return errors.As(err, &syntax)
}

// rejected returns the rule that err falls under, if any.
func rejected(err error) (rule, bool) {
	for _, r := range rules {
		if err != nil && r.matches(err) {
			return r, true
		}
	}
	return rule{}, false
}

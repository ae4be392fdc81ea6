package document

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestScanner holds the scanner to what html.Tokenizer makes of the same page.
func TestScanner(t *testing.T) {
	for _, page := range scannerPages {
		compareTokens(t, page)
	}
}

func FuzzScanner(f *testing.F) {
	for _, page := range scannerPages {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		if len(page) < 1<<14 {
			compareTokens(t, clean(strings.ToValidUTF8(page, "\uFFFD")))
		}
	})
}

var scannerPages = []string{
	page(),
	"a < b <c", "a<", "a</", "</", "<", "<!", "<?", "<a", "<a b", "<a b=", "<a b='", "<a b='c", "<a b=c", "</a", "</a b='>'>c",
	"<P CLASS=A Class=b ID='x y' hidden data-x=\"<p>\">t</P>", "<a href=/>", "<a href=x/ >", "<a/>", "<a b/>", "<a =b>", "<a b==c>", "<a/b/c=d>", "<a b = 'c'd>",
	"<p x\n=\ny>", "<é>x</É>", "<p é=ü>", "<3 </3> </> <//> <-> <?php a > b ?>",
	"<!-->a<!--->b<!---->c<!-- x -- > y --!>d<!-- --- -->e<!---!>-->f<!--a--!-->g<!--", "<!DOCTYPE html><!doctype>a<!d>b<![CDATA[c>d]]>e",
	"<title>a <b> &amp; b</title>c", "<TITLE>a</titles></TITLE >b", "<textarea>&lt;</textarea>", "<style>a</style/>b", "<plaintext>a</plaintext>",
	"<script>a</script", "<script></script>b", "<script>if (a</b/) '</scr'+'ipt>'</script>c", "<script/>a</script>",
	"<script><!-- <script>a</script> --></script>b", "<script><!-- a</script>b", "<script>a<!--b--></script>c", "<script>a</script><!-- --><script>b</script>",
	"<noscript><p>a</noscript><iframe><p></iframe><xmp><p></xmp><noembed><p></noembed><noframes><p></noframes>",
	"&#0", "&#x;&#;&#xg", "&#9x&#xA&#99999999999;&#x1F600&#xD800;&#x80", "&amp; &lt &#65; &#x41 &#128; &notit; &notin; &unknown; &shy; & &; &#; &fjlig; &bne; &semi;",
	"<a href='?a=1&amp;b=2&copy=3&copy;=4&copy &notit; &notin; &fjlig; &bne; &lt&gt &ltx &#65=&#x41 & &; &#; &shy;&amp'>",
}

func compareTokens(t *testing.T, page string) {
	t.Helper()
	s, z := scanner{page: page}, html.NewTokenizer(strings.NewReader(page))
	for {
		want := tokenizerSays(z)
		got := scannerSays(&s)
		if got != want {
			t.Fatalf("%q\n got %q\nwant %q", page[:min(len(page), 2000)], got, want)
		}
		if want == "" {
			return
		}
	}
}

// scannerSays writes the scanner's next token, empty at the end.
func scannerSays(s *scanner) string {
	switch t := s.next(); t {
	case textToken:
		return "text " + s.text
	case endTag:
		return "end " + s.name
	case startTag, emptyTag:
		var attrs []html.Attribute
		for _, p := range s.attrs {
			if key := asciiLower(p.key); !has(attrs, key) {
				attrs = append(attrs, html.Attribute{Key: key, Val: unescape(p.value, true)})
			}
		}
		return fmt.Sprintf("start %s %q", s.name, attrs) + slash(t == emptyTag && len(attrs) == len(s.attrs))
	}
	return ""
}

// tokenizerSays writes the library's next token that the scanner reports too.
// A slash behind an attribute that is there twice is left out: the library
// takes it for the tag's even where it is the end of an address.
func tokenizerSays(z *html.Tokenizer) string {
	for {
		switch t := z.Next(); t {
		case html.ErrorToken:
			return ""
		case html.TextToken:
			return "text " + clean(strings.ToValidUTF8(string(z.Text()), "\uFFFD"))
		case html.EndTagToken:
			name, _ := z.TagName()
			return "end " + string(name)
		case html.StartTagToken, html.SelfClosingTagToken:
			raw := string(z.Raw())
			token := z.Token()
			for i := range token.Attr {
				token.Attr[i].Val = clean(strings.ToValidUTF8(token.Attr[i].Val, "\uFFFD"))
			}
			return fmt.Sprintf("start %s %q", token.Data, token.Attr) + slash(t == html.SelfClosingTagToken && !repeats(raw))
		}
	}
}

// repeats reports a tag in which an attribute stands twice.
func repeats(tag string) bool {
	s := scanner{page: tag}
	s.next()
	var keys []string
	for _, p := range s.attrs {
		keys = append(keys, asciiLower(p.key))
	}
	slices.Sort(keys)
	return len(slices.Compact(keys)) < len(s.attrs)
}

func slash(empty bool) string {
	if empty {
		return " /"
	}
	return ""
}

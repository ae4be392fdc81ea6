package document

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseJSON(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string
		meta     map[string]string
	}{
		{
			"schema.org",
			`{"@context":"https://schema.org","@type":"NewsArticle","headline":"Snow &amp; ice","author":[{"@type":"Person","name":"Ragna Solheim"},{"name":"Ivo Castell"}],"datePublished":"2026-11-22T18:00:00+01:00","publisher":{"@type":"Organization","name":"Harbour Post"},"mainEntityOfPage":{"@id":"https://post.example.com/snow"},"inLanguage":"en-GB","articleBody":"It fell.\n\nFor nine hours."}`,
			[]string{"It fell.", "For nine hours."},
			map[string]string{"headline": "Snow & ice", "byline": "Ragna Solheim; Ivo Castell", "date": "2026-11-22T18:00:00+01:00", "publication": "Harbour Post", "url": "https://post.example.com/snow", "lang": "en-GB"},
		},
		{
			"a graph in an array",
			`[{"@graph":[{"@type":"WebSite","name":"Harbour Post"},{"@type":["Article","NewsArticle"],"headline":"Snow","articleBody":"It fell."}]}]`,
			[]string{"It fell."}, map[string]string{"headline": "Snow"},
		},
		{
			"ninjs 1",
			`{"uri":"urn:x:1","type":"text","versioncreated":"2026-11-22T18:00:00Z","byline":"By Ragna Solheim","headline":"Snow","body_xhtml":"<p>It fell.</p><p>For nine hours.</p>","body_text":"It fell.","language":"en"}`,
			[]string{"It fell.", "For nine hours."}, map[string]string{"headline": "Snow", "byline": "By Ragna Solheim", "date": "2026-11-22T18:00:00Z", "lang": "en"},
		},
		{
			"ninjs 2",
			`{"uri":"https://wire.example.org/1","standard":{"name":"ninjs"},"headlines":[{"role":"short","value":"Snow"},{"role":"main","value":"Snow closes the pass"}],"by":"Ragna Solheim","bodies":[{"role":"x","contenttype":"text/plain","value":"It fell, says the plain one."},{"contenttype":"text/html","value":"<p>It fell.</p><p>Twice.</p>"}]}`,
			[]string{"It fell, says the plain one."}, map[string]string{"headline": "Snow closes the pass", "byline": "Ragna Solheim", "url": "https://wire.example.org/1"},
		},
		{
			"a content system",
			`{"id":7,"date_gmt":"2026-11-22T18:00:00","link":"https://post.example.com/?p=7","title":{"rendered":"Snow"},"content":{"rendered":"<p>It fell.</p>\n<p>Twice.</p>"}}`,
			[]string{"It fell.", "Twice."}, map[string]string{"headline": "Snow", "date": "2026-11-22T18:00:00", "url": "https://post.example.com/?p=7"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Parse([]byte(tt.in), Hint{Name: "story.txt"})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, shown(d)); diff != "" || d.Format != JSON {
				t.Errorf("%s, lines (-want +got):\n%s", d.Format, diff)
			}
			if diff := cmp.Diff(tt.meta, d.Meta); diff != "" {
				t.Errorf("meta (-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseJSONRejected(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want error // nil: a SyntaxError
	}{
		{`{"@type": "NewsArticle"}`, ErrUnsupported},
		{`{"a": [1, 2]}`, ErrUnsupported},
		{`{"a": "b"`, nil},
		{`{"a": ` + strings.Repeat("[", 1_000_000), nil},
		{`{"a": [` + strings.Repeat("{},", 2_000_000) + "{}]}", ErrTooLarge},
	} {
		_, err := Parse([]byte(tt.in), Hint{})
		if syntax := (*SyntaxError)(nil); tt.want == nil && !errors.As(err, &syntax) || tt.want != nil && !errors.Is(err, tt.want) {
			t.Errorf("Parse(%.30s) = %v, want %v", tt.in, err, tt.want)
		}
	}
}

const newsMLSample = `<?xml version="1.0" encoding="UTF-8"?><!-- wire --><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>` +
	`<newsItem xml:lang="en"><itemMeta/><contentMeta><headline>A picture</headline></contentMeta><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>` +
	`<newsItem guid="urn:x" xml:lang="en-GB"><itemMeta><provider literal="Harbour Wire"/><versionCreated>2026-11-22T19:00:00+01:00</versionCreated></itemMeta>` +
	`<contentMeta><contentCreated>2026-11-22T18:00:00+01:00</contentCreated><by>By Ragna Solheim</by><headline>Snow closes the pass</headline></contentMeta>` +
	`<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>SNOW-1</title></head><body><p>It <b>fell</b> &amp; fell.</p><figure><p>Photo</p></figure><p>For nine hours.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>`

const nitfSample = `<nitf><head><title>x</title><docdata><date.issue norm="20261122T180000+0100"/></docdata><pubdata name="Harbour Post"/></head><body><body.head><hedline><hl1>Snow closes the pass</hl1></hedline>` +
	`<byline>By <person>Ragna Solheim</person></byline><dateline>HOVDA</dateline></body.head><body.content><p>It fell.</p><hl2>Lorries</hl2><p>For nine hours.</p><media><media-caption><p>Photo</p></media-caption></media></body.content><body.end><tagline>x</tagline></body.end></body></nitf>`

func TestParseNewsML(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string
		meta     map[string]string
	}{
		{"NewsML-G2 with XHTML", newsMLSample, []string{"It fell & fell.", "For nine hours."},
			map[string]string{"lang": "en-GB", "publication": "Harbour Wire", "date": "2026-11-22T18:00:00+01:00", "version": "2026-11-22T19:00:00+01:00", "byline": "By Ragna Solheim", "headline": "Snow closes the pass", "title": "SNOW-1"}},
		{"NITF", nitfSample, []string{"It fell.", "Lorries", "For nine hours."},
			map[string]string{"title": "x", "date": "20261122T180000+0100", "publication": "Harbour Post", "headline": "Snow closes the pass", "byline": "By Ragna Solheim"}},
		{"NewsML-G2 with plain text", `<newsItem><contentMeta><headline>Snow</headline></contentMeta><contentSet><inlineData contenttype="text/plain">It fell.` + "\n\n" + `Twice.</inlineData></contentSet></newsItem>`,
			[]string{"It fell.", "Twice."}, map[string]string{"headline": "Snow"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Parse([]byte(tt.in), Hint{Name: "story.html"})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, shown(d)); diff != "" || d.Format != NewsML {
				t.Errorf("%s, lines (-want +got):\n%s", d.Format, diff)
			}
			if diff := cmp.Diff(tt.meta, d.Meta); diff != "" {
				t.Errorf("meta (-want +got):\n%s", diff)
			}
		})
	}
	if _, err := Parse([]byte(`<newsItem><contentSet><remoteContent/></contentSet></newsItem>`), Hint{}); !errors.Is(err, ErrUnsupported) {
		t.Errorf("an item without a text: %v, want ErrUnsupported", err)
	}
	_, err := Parse([]byte("<newsItem>"+strings.Repeat("<a>", 10_000)), Hint{})
	if syntax := (*SyntaxError)(nil); !errors.As(err, &syntax) {
		t.Errorf("10,000 elements in one another: %v, want a SyntaxError", err)
	}
}

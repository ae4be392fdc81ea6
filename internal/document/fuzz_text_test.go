package document

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// fuzzString is fuzzFormat for a reader of decoded text, which gets what
// decode makes of the bytes.
func fuzzString(f *testing.F, read func(string) (*Document, error)) {
	fuzzFormat(f, func(_ *testing.T, raw []byte) (*Document, error) {
		s, err := decode(raw, Hint{})
		if err != nil {
			return nil, err
		}
		return read(s)
	})
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(`<!DOCTYPE html><html lang="de"><head><meta charset="windows-1252"><title>Br\xfccke</title></head><body><h1>Br&uuml;cke</h1><p>Sie <b>schlie<i>&szlig;t</b> im</i> April.<table><tr><td>a<p>b</table></body></html>`))
	f.Add([]byte(`<template id="B:0"></template><div hidden id="S:0"><p>a</p></div><svg><title>x</title><foreignObject><p>y</svg><noscript><img></noscript><plaintext>z`))
	f.Add([]byte("<div>" + strings.Repeat("<span>", 600) + "deep"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<16 {
			return
		}
		s, err := decode(raw, Hint{})
		if err != nil {
			return
		}
		d, err := parseHTML(s)
		if err != nil {
			return
		}
		if n := depth(d.Root); n > MaxDepth {
			t.Errorf("nested %d deep", n)
		}
		size := 0
		for c := range d.Root.Descendants() {
			if c.Type == html.TextNode {
				size += checkText(t, c.Data)
			}
		}
		if size > 16*len(raw)+1<<20 {
			t.Errorf("%d bytes of text out of %d", size, len(raw))
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	f.Add([]byte("---\ntitle: Bridge\nauthor:\n  - Jane Doe\n---\n# Bridge {#b}\n\nIt *closes* in [April](http://a.example).\n\n> said\n\n- one\n- two\n\n```\ncode\n```\n| a | b |\n|---|---|\n"))
	f.Add([]byte("Bridge\n======\n\n1. a\n   b\n\n***\n\n<div>c</div> &amp; \\* `d`"))
	fuzzString(f, parseMarkdown)
}

func FuzzText(f *testing.F) {
	f.Add([]byte("see below\n\nFrom: The Post <desk@post.example>\nSent: Monday\nTo: desk\nSubject: Fwd: Bridge\n\n> It closes in April.\n> Nobody asked.\n"))
	f.Add([]byte("\xff\xfeI\x00t\x00"))
	f.Add([]byte("I\x00t\x00 \x00c\x00l\x00o\x00s\x00e\x00s\x00"))
	fuzzString(f, parseText)
}

// FuzzGzip packs the bytes, and changes the packed ones too.
func FuzzGzip(f *testing.F) {
	f.Add([]byte("<title>Bridge</title><p>It closes in April."), uint16(0), byte(0))
	f.Add([]byte("%PDF-1.4 nothing"), uint16(12), byte(0x40))
	f.Add([]byte("# Bridge\n\nIt closes in April."), uint16(3), byte(0xff))
	f.Fuzz(func(t *testing.T, raw []byte, at uint16, flip byte) {
		if len(raw) > 1<<16 {
			return
		}
		packed := gzipped(t, raw)
		packed[int(at)%len(packed)] ^= flip
		d, err := Parse(packed, Hint{Name: "story.gz"})
		if err != nil {
			checkText(t, err.Error())
			return
		}
		checkText(t, d.Text)
	})
}

package article

import (
	"embed"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed testdata/grammar/*.txt
var grammarFiles embed.FS

// grammar makes up text: each symbol has forms, which name other symbols.
type grammar map[string][]string

// readGrammar reads testdata/grammar/LANG.txt.
func readGrammar(lang string) grammar {
	data, err := grammarFiles.ReadFile("testdata/grammar/" + lang + ".txt")
	if err != nil {
		panic(err)
	}
	g := grammar{}
	for line := range strings.Lines(string(data)) {
		symbol, forms, found := strings.Cut(strings.TrimSpace(line), ": ")
		if found && !strings.HasPrefix(line, "#") {
			g[symbol] = strings.Split(forms, " | ")
		}
	}
	return g
}

// say expands one form of the symbol. A symbol written with a capital is
// expanded with one.
func (g grammar) say(rnd *rand.Rand, symbol string) string {
	forms := g[symbol]
	if forms == nil {
		return upperFirst(g.say(rnd, lowerInitial(symbol)))
	}
	var b strings.Builder
	rest := forms[rnd.IntN(len(forms))]
	for {
		before, tail, found := strings.Cut(rest, "<")
		b.WriteString(before)
		if !found {
			break
		}
		inner, after, _ := strings.Cut(tail, ">")
		b.WriteString(g.say(rnd, inner))
		rest = after
	}
	s := b.String()
	switch symbol {
	case "sentence", "dek", "terse", "site", "heading", "headline", "item", "caption", "blurb", "cell", "tag":
		s = upperFirst(s)
	}
	return s
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func lowerInitial(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

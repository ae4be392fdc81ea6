package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// firstSentence returns the first sentence of a paragraph, verbatim; all of
// it where no sentence ends in it.
func firstSentence(p string) string {
	for i, r := range p {
		if r != '.' && r != '!' && r != '?' && r != '。' {
			continue
		}
		end := i + utf8.RuneLen(r)
		for end < len(p) {
			q, size := utf8.DecodeRuneInString(p[end:])
			if !strings.ContainsRune("\"'”’»)", q) {
				break
			}
			end += size
		}
		if r == '。' || sentenceEnds(p[:i], p[end:], r) {
			return p[:end]
		}
	}
	return p
}

// sentenceEnds tells the stop of a sentence from that of an abbreviation or a
// number: a capital has to follow, and a word of more than two letters that is no title to
// stand before.
func sentenceEnds(before, after string, stop rune) bool {
	if after == "" {
		return true
	}
	if after[0] != ' ' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \"'“‘«„"))
	if unicode.IsLower(next) {
		return false
	}
	if stop != '.' {
		return true
	}
	word := before[strings.LastIndexByte(before, ' ')+1:]
	return utf8.RuneCountInString(word) > 2 && !strings.Contains(word, ".") && !abbreviation(word)
}

func abbreviation(w string) bool {
	switch strings.ToLower(w) {
	case "prof", "sen", "sens", "gov", "govs", "rep", "reps", "gen", "col", "cpl", "sgt", "capt", "cmdr", "mrs", "rev", "hon", "messrs",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"inc", "ltd", "corp", "bros", "assn", "dept", "univ", "ave", "blvd", "approx", "est", "etc", "fig", "vol", "art", "bzw", "usw", "bspw", "ggf", "evtl":
		return true
	}
	return false
}

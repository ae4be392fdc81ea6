package article

import (
	"strings"
	"unicode"
)

// primarySubtag returns the language of a BCP 47 tag or locale, lower-case:
// "de" of "de-AT" and "de_AT". It is empty for what is no such tag.
func primarySubtag(tag string) string {
	s := strings.ToLower(strings.TrimSpace(tag))
	if i := strings.IndexAny(s, "-_, ;"); i >= 0 {
		s = s[:i]
	}
	if len(s) != 2 && len(s) != 3 || s == "und" || s == "mul" || s == "zxx" {
		return ""
	}
	for _, c := range s {
		if c < 'a' || c > 'z' {
			return ""
		}
	}
	return s
}

// stopWords lists, for each language that is told apart, short words that a
// text of any length is full of.
var stopWords = [...]struct{ lang, words string }{
	{"en", " the of and to in is that for was with as it on by at from his her they have are be said "},
	{"de", " der die und das nicht ist den von mit des ein eine auf für dem sich zu im auch als es wird "},
	{"fr", " le les des et est une dans que pour qui du au pas sur la ce il en par plus sont avec "},
	{"es", " el los las del que una con por para su se como más la en y un es al lo pero ha "},
	{"it", " il di che gli della per una con non sono del alla la un dei nel è anche le ha da "},
	{"nl", " de het een van en dat niet zijn op voor met aan te in is ook maar bij door die "},
	{"pt", " o os as do da não em uma com para que dos ao é se por mais no na um foi "},
	{"sv", " och att det som en på är av för med den till inte ett har de om var från "},
	{"da", " og at det som en på er af for med den til ikke et har de om var fra i "},
	{"pl", " w i na się nie że z do to jest jak od po o za są przez ale dla oraz "},
}

// longestStopWord is the length of the longest word in stopWords, in bytes.
const longestStopWord = 5

// detectLanguage tells the language of s by its script and its commonest
// words, and is empty where the first 500 words leave it open.
func detectLanguage(s string) string {
	s = s[:boundary(s, 8000)]
	if lang := scriptLanguage(s); lang != "" {
		return lang
	}
	var hits [len(stopWords)]int
	words := 0
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		if w == "" {
			continue
		}
		if words++; words > 500 {
			break
		}
		if len(w) > longestStopWord {
			continue
		}
		for i := range stopWords {
			if strings.Contains(stopWords[i].words, " "+w+" ") {
				hits[i]++
			}
		}
	}
	best, second, lang := 0, 0, ""
	for i, n := range hits {
		if n > best {
			best, second, lang = n, best, stopWords[i].lang
		} else if n > second {
			second = n
		}
	}
	if best < 2 || best*10 < second*11 || best*20 < words {
		return ""
	}
	return lang
}

// scriptLanguage knows the scripts that only one language is written in.
func scriptLanguage(s string) string {
	var han, kana, hangul, greek, hebrew, thai, letters int
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		switch {
		case r < 0x370:
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			kana++
		case unicode.Is(unicode.Hangul, r):
			hangul++
		case unicode.Is(unicode.Greek, r):
			greek++
		case unicode.Is(unicode.Hebrew, r):
			hebrew++
		case unicode.Is(unicode.Thai, r):
			thai++
		}
	}
	switch half := letters / 2; {
	case letters == 0:
		return ""
	case kana > letters/10 && kana+han > half:
		return "ja"
	case han > half:
		return "zh"
	case hangul > half:
		return "ko"
	case greek > half:
		return "el"
	case hebrew > half:
		return "he"
	case thai > half:
		return "th"
	}
	return ""
}

// boundary returns the last rune border of s at or before n.
func boundary(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return n
}

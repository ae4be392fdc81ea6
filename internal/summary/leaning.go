package summary

import (
	"bytes"
	"strings"

	"onrecord/internal/text"
)

// leaning says at what the sentence s points back: by its first word, by a
// fixed phrase, by an answer's “yes”, or by a pronoun for a person that comes
// before anybody is named, as in “When he arrived” and “Asked why, she said”.
func leaning(s string, words []text.Span, language string) pointing {
	if len(words) == 0 {
		return atNothing
	}
	var buffer [2][16]byte
	first := lowerInto(buffer[0][:0], words[0].Of(s))
	if p := pointsBack(first, language); p != atNothing {
		return p
	}
	if language != "" && language != "en" {
		return atNothing
	}
	if len(words) > 1 && isPhrase(first, lowerInto(buffer[1][:0], words[1].Of(s))) {
		return onSentence
	}
	participle := bytes.HasSuffix(first, []byte("ing")) || string(first) == "asked" || string(first) == "pressed" || string(first) == "told"
	for k, w := range words {
		word := w.Of(s)
		lower := lowerInto(buffer[1][:0], word)
		switch string(lower) {
		case "he", "she", "his", "her", "him":
			return onPerson
		}
		switch {
		case k > 0 && text.IsCapitalized(word) && !isFunctionWord(lower):
			return atNothing // somebody is named
		case !participle && !isFunctionWord(lower):
			return atNothing // the subject, or what has one
		case strings.ContainsAny(s[words[0].Start:w.Start], "“\""):
			return atNothing // the words are somebody's own
		}
	}
	return atNothing
}

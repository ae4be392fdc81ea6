package summary

import (
	"bytes"
	"strings"

	"onrecord/internal/text"
)

// leaning says at what the sentence s points back: by its first word, by a
// fixed phrase, by what sets it against the last, by an answer's “yes”, or by a
// pronoun for a person that comes before anybody is named, as in “When he
// arrived” and “Asked why, she said”.
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
	if contrasts(s, words) {
		return onSentence
	}
	participle := bytes.HasSuffix(first, []byte("ing")) || string(first) == "asked" || string(first) == "pressed" || string(first) == "told"
	quote := strings.IndexAny(s, "“\"")
	for k, w := range words {
		if quote >= 0 && quote < w.Start {
			return atNothing // the words are somebody's own
		}
		word := w.Of(s)
		lower := lowerInto(buffer[1][:0], word)
		switch string(lower) {
		case "he", "she", "his", "her", "him":
			return onPerson
		}
		if isTime(lower) {
			continue
		}
		switch {
		case k > 0 && text.IsCapitalized(word) && !isFunctionWord(lower):
			return atNothing // somebody is named
		case !participle && !isFunctionWord(lower):
			return atNothing // the subject, or what has one
		}
	}
	return atNothing
}

// contrasts reports whether a sentence is set against what comes before it, by
// a word that stands between commas near its beginning: “Lind, however, voted”.
func contrasts(s string, words []text.Span) bool {
	const near = 6 // words
	for _, w := range words[:min(near, len(words))] {
		switch w.Of(s) {
		case "however", "though", "meanwhile", "therefore", "too":
			if strings.HasSuffix(s[:w.Start], ", ") && strings.HasPrefix(s[w.End:], ",") {
				return true
			}
		}
	}
	return false
}

// isTime reports whether a word in lower case may stand before the subject to
// say when: “On Monday he left”, “Fifteen minutes earlier she had agreed”.
func isTime(lower []byte) bool {
	switch string(lower) {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
		"today", "yesterday", "tonight", "night", "morning", "afternoon", "evening", "moments", "minutes", "hour", "hours",
		"month", "months", "weeks", "weekend", "spring", "summer", "autumn", "fall", "winter",
		"earlier", "ago", "early", "late", "recently", "once", "twice", "shortly", "eventually", "finally", "soon", "next",
		"few", "several", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "fifteen", "twenty":
		return true
	}
	return len(lower) > 0 && lower[0] >= '0' && lower[0] <= '9'
}

// anchorOf returns the word by which an English sentence takes up what it
// takes as known, or "": the noun of “The bill goes to the Senate” and the
// surname of “Ms Okoro denies it”. A bare surname is left alone: it stands in
// headlines too, and tells readers whom it is about.
func anchorOf(s string, words []text.Span) string {
	if len(words) < 3 || text.IsCapitalized(words[2].Of(s)) {
		return "" // a full name introduces itself
	}
	first, second := words[0].Of(s), words[1].Of(s)
	if first == "The" || text.IsHonorific(first) && text.IsCapitalized(second) {
		return second
	}
	return ""
}

package summary

// isFunctionWord reports whether a word in lower case says nothing about what
// an article is about: the grammar's own words, and those that every news
// article holds.
func isFunctionWord(lower []byte) bool {
	switch string(lower) {
	case "a", "an", "the", "and", "or", "but", "nor", "so", "yet", "if", "then", "than", "that", "this", "these", "those",
		"there", "here", "he", "she", "it", "they", "we", "you", "i", "me", "him", "her", "them", "us", "my", "your", "his",
		"its", "their", "our", "mine", "who", "whom", "whose", "which", "what", "when", "where", "why", "how",
		"is", "am", "are", "was", "were", "be", "been", "being", "have", "has", "had", "having", "do", "does", "did", "doing",
		"done", "will", "would", "shall", "should", "can", "could", "may", "might", "must",
		"no", "not", "of", "in", "on", "at", "by", "for", "to", "from", "with", "without", "within", "into", "onto", "over",
		"under", "about", "after", "before", "during", "since", "until", "till", "through", "between", "among", "against",
		"across", "along", "around", "as", "out", "up", "down", "off", "while", "because", "though", "although", "like",
		"also", "just", "only", "too", "very", "much", "many", "more", "most", "some", "any", "all", "both", "each", "every",
		"other", "another", "such", "own", "same", "one", "two", "first", "last", "new", "now", "still", "even", "again",
		"however", "later", "back", "well",
		"said", "says", "say", "told", "according", "made", "make", "get", "got",
		"mr", "mrs", "ms", "dr", "year", "years", "day", "days", "week", "time", "people":
		return true
	}
	return false
}

// isForeignFunctionWord reports the same of the commonest words of more than
// three letters, or with a capital, in a few other languages. Shorter ones
// are never content words there. It is not asked of English, where a van has
// a door.
func isForeignFunctionWord(lower []byte) bool {
	switch string(lower) {
	case "der", "die", "das", "und", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "nicht", "auch",
		"sich", "sind", "wird", "werden", "wurde", "wurden", "haben", "hatte", "sein", "seine", "ihre", "dass", "nach",
		"oder", "aber", "über", "beim", "noch", "durch": // German
		return true
	case "les", "une", "dans", "pour", "par", "que", "qui", "est", "sont", "avec", "plus", "cette", "leur", "leurs", "mais",
		"elle", "ils", "aux", "été", "être", "sur", "pas", "comme", "selon": // French
		return true
	case "los", "las", "del", "una", "por", "para", "con", "como", "pero", "más", "sus", "este", "esta", "entre", "desde",
		"hasta", "según", "sobre", "también", "che", "della", "delle", "dei", "nel", "nella", "sono", "anche",
		"een", "het", "van", "niet", "voor", "zijn", "naar", "door", "heeft", "werd",
		"não", "uma", "dos", "foi", "são": // Spanish, Italian, Dutch, Portuguese
		return true
	}
	return false
}

// pointing says at what a sentence's opening points back.
type pointing int

const (
	atNothing  pointing = iota
	onPerson            // somebody named before: "She will appeal."
	onSentence          // what was just said: "But that failed.", "Its roof leaks."
)

// pointsBack says at what a sentence that opens with the word, in lower case,
// points back.
func pointsBack(lower []byte, language string) pointing {
	switch language {
	case "", "en":
		return pointsBackEnglish(lower)
	case "de":
		switch string(lower) {
		case "er", "sie", "sein", "seine", "seinen", "ihr", "ihre", "ihren":
			return onPerson
		case "es", "dies", "diese", "dieser", "dieses", "diesen", "damit", "dabei", "dazu", "dafür", "dagegen", "daraufhin",
			"aber", "doch", "und", "auch", "zudem", "außerdem", "deshalb", "dann", "jedoch", "so":
			return onSentence
		}
	case "fr":
		switch string(lower) {
		case "il", "elle", "ils", "elles", "son", "sa", "ses", "leur", "leurs":
			return onPerson
		case "ce", "cet", "cette", "ces", "cela", "mais", "et", "ainsi", "aussi", "cependant", "toutefois", "pourtant",
			"puis", "ensuite", "enfin":
			return onSentence
		}
	case "es":
		switch string(lower) {
		case "él", "ella", "ellos", "ellas", "su", "sus":
			return onPerson
		case "esto", "este", "esta", "estos", "estas", "ese", "esa", "eso", "pero", "y", "también", "además", "así",
			"entonces", "después", "luego":
			return onSentence
		}
	}
	return atNothing
}

func pointsBackEnglish(lower []byte) pointing {
	switch string(lower) {
	case "he", "she", "his", "her", "they", "their", "him", "them", "hers":
		return onPerson
	case "what", "it", "its", "this", "that", "these", "those", "such", "both", "another", "others", "neither", // which?
		"but", "and", "so", "or", "yet", "nor", "also", "however", "still", "instead", "otherwise", "nonetheless", // after what?
		"meanwhile", "moreover", "nevertheless", "then", "thus", "therefore", "later", "afterwards", "afterward",
		"furthermore", "besides", "similarly", "likewise", "consequently", "additionally", "elsewhere":
		return onSentence
	}
	return atNothing
}

// isPhrase reports whether two words in lower case that open a sentence tie it
// to the one before, though neither does by itself.
func isPhrase(first, second []byte) bool {
	switch string(first) {
	case "in":
		switch string(second) {
		case "addition", "response", "return", "turn", "contrast", "comparison", "other", "it", "them":
			return true
		}
	case "as":
		return string(second) == "well" || string(second) == "such"
	case "for", "to", "by", "on", "at", "of", "with":
		switch string(second) {
		case "example", "instance", "this", "that", "these", "those", "them", "it", "comparison", "contrast", "which":
			return true
		}
	case "the":
		switch string(second) {
		case "latter", "former", "pair", "duo", "trio", "couple", "same", "other", "others":
			return true
		}
	case "not", "even", "nor", "only":
		switch string(second) {
		case "so", "then", "that", "everyone", "everybody", "all":
			return true
		}
	case "one", "two", "some", "most", "many", "all", "none", "neither", "each", "either", "half":
		return string(second) == "of"
	}
	return false
}

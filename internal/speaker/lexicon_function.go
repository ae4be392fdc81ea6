package speaker

// class is what a word may be, whatever it means. A word can be several things.
type class uint32

const (
	determiner class = 1 << iota
	preposition
	coordinator  // and, but, or
	subordinator // because, while, if
	pronoun      // as a subject: he, they, who is apart
	objective    // as an object only: him, them
	possessive   // his, their; also the mark ’s
	auxiliary    // be, have, do and the modals
	negation
	adverb
	relative // who, which
	that
	to
	interrogative // what, whether, how
	numeral
	temporal // Monday, March, yesterday
	verbal   // a verb that reports nothing: went, took
	roleNoun // minister, spokesman
	rolePrefix
	orgNoun
	placeName
	demonym
	firstName
	honorific
	particle // van, de, al
	capital  // written with a capital
	initial  // one capital letter, maybe with a point
	opening  // first word of its sentence
	medium   // statement, interview: where things are said
	groupNoun
)

// functionWord returns what the closed classes of English say of w, in lower
// case.
func functionWord(w string) class {
	switch w {
	case "the", "a", "an", "this", "these", "those", "another", "each", "every", "some", "any", "no", "both", "several", "many", "most", "all", "few", "various", "certain", "one", "other":
		return determiner
	case "that":
		return that | determiner
	case "his", "their", "its", "our", "my", "your":
		return possessive | determiner
	case "her":
		return possessive | determiner | objective
	case "’s", "'s", "’", "'":
		return possessive
	case "he", "she", "they", "it", "we", "i", "you":
		return pronoun
	case "him", "them", "us", "me":
		return objective
	case "himself", "herself", "themselves", "itself":
		return objective | adverb
	case "who", "which", "whom", "whose":
		return relative
	case "what", "whether", "how", "why", "where":
		return interrogative
	case "and", "but", "or", "nor", "yet":
		return coordinator
	case "because", "if", "while", "although", "though", "unless", "when", "whereas", "since", "once", "whenever", "as", "than", "so":
		return subordinator
	case "until", "after", "before":
		return subordinator | preposition
	case "of", "in", "on", "at", "for", "from", "with", "without", "by", "about", "over", "under", "against", "between", "among", "into", "onto", "through",
		"during", "toward", "towards", "within", "across", "behind", "near", "outside", "inside", "despite", "following", "regarding", "concerning", "upon",
		"around", "like", "via", "amid", "alongside", "throughout", "per", "beyond", "beside", "besides", "except", "unlike", "off":
		return preposition
	case "to":
		return to | preposition
	case "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did", "done",
		"will", "would", "can", "could", "may", "might", "must", "shall", "should", "ought", "cannot",
		"’re", "'re", "’ve", "'ve", "’ll", "'ll", "’d", "'d", "’m", "'m":
		return auxiliary
	case "not", "never", "neither", "hardly", "barely":
		return negation | adverb
	case "also", "even", "just", "still", "then", "now", "again", "already", "always", "often", "sometimes", "soon", "later", "earlier", "instead", "too",
		"however", "meanwhile", "nonetheless", "nevertheless", "thus", "therefore", "perhaps", "maybe", "ever", "long", "further", "furthermore", "moreover", "first",
		"back", "only", "very", "quite", "rather", "much", "up", "out", "down", "away", "together", "ago", "aloud", "afterward", "afterwards", "there", "here", "twice", "otherwise", "likewise":
		return adverb
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow", "tonight",
		"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "aug", "sept", "oct", "nov", "dec", "morning", "afternoon", "evening", "night":
		return temporal
	case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands":
		return numeral | determiner
	}
	return 0
}

// commonVerb reports whether w, in lower case, is the finite form of a verb
// that is frequent in news and reports nothing. They bound noun phrases.
func commonVerb(w string) bool {
	switch w {
	case "went", "took", "made", "came", "got", "gave", "left", "met", "held", "kept", "led", "lost", "paid", "put", "ran", "sat", "saw", "sent", "set", "sold", "spent",
		"stood", "won", "began", "became", "brought", "built", "bought", "caught", "chose", "drew", "drove", "fell", "fled", "flew", "fought", "grew", "hit", "hurt", "knew",
		"rose", "spoke", "stepped", "stopped", "struck", "swept", "threw", "turned", "wore", "shot", "lay", "broke", "beat", "sought", "stayed", "remains", "remain", "remained",
		"goes", "comes", "takes", "makes", "gets", "gives", "leaves", "holds", "keeps", "leads", "runs", "sits", "stands", "wins", "begins", "becomes", "seems", "seemed", "appears", "appeared",
		"includes", "include", "included", "come", "become", "let", "lets", "lies", "needs", "need", "works", "shows", "looks", "look", "want", "wants":
		return true
	}
	return false
}

// mediumNoun reports whether w names an occasion or a vessel of speech: "in a
// statement", "on Twitter".
func mediumNoun(w string) bool {
	switch w {
	case "statement", "statements", "interview", "interviews", "speech", "letter", "letters", "tweet", "tweets", "email", "e-mail", "emails", "post", "posts", "blog", "debate", "debates",
		"conference", "briefing", "hearing", "report", "remarks", "testimony", "memo", "message", "article", "column", "op-ed", "book", "video", "rally", "rallies", "event", "appearance",
		"call", "meeting", "address", "release", "filing", "complaint", "ruling", "opinion", "affidavit", "court", "press", "news", "phone", "telephone", "television", "radio", "twitter", "facebook",
		"instagram", "show", "program", "programme", "broadcast", "podcast", "panel", "forum", "note", "document", "documents", "transcript", "essay", "editorial", "town", "hall", "response", "reply", "exchange", "conversation", "summit", "session", "ad", "campaign":
		return true
	}
	return false
}

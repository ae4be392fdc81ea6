package speaker

// frame says what a reporting verb takes, and so where the reported words
// stand.
type frame uint16

const (
	// takesClause: "said (that) it rained"; also any quotation.
	takesClause frame = 1 << iota
	// takesQuote: only a quotation shows that the verb reports: “…,” he began.
	takesQuote
	// takesObject: "criticized the plan", "blamed X for …".
	takesObject
	// takesTo: "vowed to appeal".
	takesTo
	// takesAddressee: "told reporters that …": the object is not reported.
	takesAddressee
	// needsParticle: the verb reports only with one of its particles.
	needsParticle
	// likeNoun: the form is as often a noun: "claims", "reports", "plans".
	likeNoun
	// stance: an attitude, known only from what its holder said.
	stance
	// needsThat: "saw that the toll was paid", but not "saw the toll".
	needsThat
	// inverts: "…, said X" is good English.
	inverts
	// adjectival: no verb, but an adjective that takes a clause: "is confident".
	adjectival
)

const (
	saying    = takesClause | inverts
	sayingN   = takesClause | inverts | likeNoun
	judging   = takesObject
	judgingN  = takesObject | likeNoun
	demanding = takesObject | takesTo | takesClause
)

// reporting returns the frame of a verb, by its base form; 0 where it is no
// reporting verb.
func reporting(lemma string) frame {
	switch lemma {
	// Plain saying. The words follow as a clause or a quotation.
	case "say":
		return saying
	case "state", "note", "remark", "claim", "charge":
		return sayingN | takesObject
	case "add", "explain", "declare", "assert", "contend", "maintain", "insist", "observe", "reiterate", "recount", "recall", "stress", "emphasize", "emphasise", "underline", "underscore",
		"write", "announce", "disclose", "reveal", "confirm", "acknowledge", "concede", "admit", "argue", "suggest", "allege", "mention", "highlight":
		return saying | takesObject
	case "conclude", "opine", "reason", "quip", "joke", "respond", "reply", "retort", "caution", "predict",
		"specify", "clarify", "affirm", "testify", "lament", "complain", "exclaim", "agree", "swear", "warn", "boast", "brag", "muse", "proclaim", "speculate", "theorize", "imply", "hint", "insinuate", "surmise", "posit", "profess", "confess", "gripe", "grumble", "fret", "foresee", "anticipate", "elaborate", "indicate", "inquire", "enquire", "editorialize", "editorialise", "hypothesize", "hypothesise", "wonder", "attest", "conjecture", "rejoin", "intimate", "venture":
		return saying | takesTo
	case "counter", "comment", "tweet", "retweet", "post", "forecast", "estimate", "report":
		return sayingN | takesObject
	case "offer":
		return takesTo | takesQuote | takesObject
	case "promise", "pledge", "threaten", "propose", "recommend", "guarantee", "plead", "demand", "signal", "vow":
		return saying | takesTo | takesObject | likeNoun
	// The one who is told stands first.
	case "tell", "remind", "inform", "assure", "reassure", "persuade", "notify", "advise", "convince":
		return takesAddressee | takesClause | inverts
	case "ask", "order", "instruct", "invite":
		return takesAddressee | takesClause | takesTo | inverts
	// Only a quotation shows that these report.
	case "dish", "giggle", "volunteer", "bark", "beam", "growl", "snap", "snort", "scoff", "sneer", "bristle", "continue", "begin", "go", "laugh", "shout", "cry", "whisper", "mutter", "yell", "shrug", "smile", "sigh", "chant", "chime", "interject", "interrupt", "start", "finish", "intone", "text", "sing", "scream", "deadpan", "thunder", "fume", "gush", "rant", "vent", "blurt", "drawl", "whine", "moan", "grouse", "chuckle", "weep", "sob", "holler", "bellow", "roar", "boom", "hiss", "mumble", "stammer", "stutter", "chirp", "wail", "rage", "storm", "grin", "croak", "answer", "read", "marvel", "murmur", "groan", "gasp",
		"enthuse", "reminisce", "jest":
		return takesQuote | inverts
	// Belief and will, which an article knows from its holder's words.
	case "believe", "think", "know", "assume", "understand", "realize", "consider", "prefer", "regard":
		return takesClause | stance
	case "hope":
		return takesClause | takesTo | stance | likeNoun
	case "feel", "doubt", "fear", "worry", "suspect", "view":
		return takesClause | stance | likeNoun
	// These report with "that" alone.
	case "regret":
		return takesClause | takesObject
	case "accept", "allow", "submit", "hold", "decree":
		return takesClause | needsThat
	case "want", "expect":
		return takesClause | takesTo | takesObject | stance
	case "wish", "plan", "aim":
		return takesTo | takesObject | stance | likeNoun
	case "undertake":
		return saying | takesTo
	case "put", "give", "let":
		return needsParticle
	case "intend", "refuse", "decline", "seek":
		return takesTo | stance
	// Perception reports only what a clause with "that" spells out.
	case "see", "hear":
		return takesClause | stance | needsThat
	// Findings: what a study, a poll or a court gives as its result.
	case "find", "show", "determine":
		return takesClause | stance
	case "rule", "decide", "learn", "discover", "calculate", "reckon", "guess", "figure", "remember":
		return takesClause | stance | likeNoun
	// Judgements: the object, with what belongs to it, is what was said.
	case "criticize", "criticise", "embrace", "trash", "rip", "hammer", "excoriate", "admonish", "taunt", "tease", "float", "envision", "envisage", "admire", "resist", "upbraid", "savage", "pan", "demonize", "malign", "belittle", "smear", "lampoon", "parrot", "bash", "flay", "second-guess", "eulogize", "idolize", "advocate", "condemn", "denounce", "praise", "laud", "applaud", "hail", "commend", "defend", "blame", "accuse", "slam", "blast", "decry", "deplore", "deride", "ridicule", "rebuke", "chide", "scold", "castigate",
		"lambaste", "lambast", "assail", "berate", "disparage", "bemoan", "reject", "dismiss", "deny", "refute", "rebut", "oppose", "endorse", "thank", "congratulate", "describe", "portray", "characterize",
		"characterise", "depict", "liken", "compare", "dub", "deem", "downplay", "discuss", "attribute", "ascribe", "rebuff", "vilify", "skewer", "salute", "extol", "repudiate", "disavow", "renounce", "vouch", "invoke", "bewail", "rubbish", "scorn", "slate", "chastise", "reprimand", "reproach", "censure", "pillory", "trumpet", "espouse":
		return judging
	case "address", "question", "challenge", "contest", "dispute", "protest", "detail", "outline", "label", "brand", "fault", "credit", "welcome", "mock", "quote", "cite", "reference", "tout", "champion", "echo", "attack", "support", "back", "favor", "favour", "call", "express", "voice", "reaffirm", "repeat", "underplay", "honor", "honour", "pressure", "lobby":
		return judgingN
	// More judgements, milder or rarer.
	case "celebrate", "insult", "slander", "defame", "demean", "denigrate", "discredit", "debunk", "belie", "grill", "quiz", "interrogate", "heckle", "boo", "jeer", "curse", "justify", "rationalize", "rationalise", "exaggerate", "overstate", "understate", "minimize", "minimise", "trivialize", "trivialise",
		"contradict", "retract", "recant", "interpret", "construe", "misinterpret", "equate", "summarize", "summarise", "recap", "recite", "narrate", "relay", "convey", "communicate", "divulge", "leak", "broach", "propound", "preach", "pitch", "peddle", "hype", "plug", "stoke", "glorify", "romanticize", "romanticise", "scapegoat", "caricature", "impugn":
		return judging
	// Attitudes to a thing or a person.
	case "love", "hate", "loathe", "detest", "despise", "dislike", "adore", "dread", "resent", "trust", "distrust", "mistrust", "respect", "value", "appreciate", "recognize", "recognise", "desire", "pity", "relish":
		return takesObject | takesTo | takesClause | stance
	// Requests: someone is to do something.
	case "urge", "implore", "beseech", "exhort", "press", "encourage", "request", "beg", "push":
		return demanding | likeNoun
	// These report with a particle alone.
	case "stand", "play", "shoot", "double", "gloss", "wave", "spell", "sum", "bring", "touch", "care", "reflect", "expand", "stump", "commit", "disapprove", "approve", "despair", "yearn", "long", "agonize", "agonise", "obsess", "balk", "pay", "draw", "lend", "throw", "sound", "deliver", "level", "distance":
		return needsParticle
	case "raise", "speak", "talk", "point", "refer", "appeal", "object", "lash", "hit", "rail", "single", "set", "lay", "allude", "react", "focus", "campaign", "vote", "weigh", "fire", "brush", "take", "come", "ruminate", "apologize", "apologise", "disagree", "sympathize", "cast", "make", "dwell", "expound", "zero", "side", "rave", "inveigh", "harp":
		return needsParticle
	}
	return 0
}

// particles returns the words that, right after the verb, belong to its cue,
// each closed by a space; the reported words follow them.
func particles(lemma string) string {
	switch lemma {
	case "call":
		return "on upon for " // called on X to …, called for …
	case "caution", "warn":
		return "against of about " // cautioned against …
	case "point":
		return "to out " // pointed to …, pointed out that …
	case "refer", "allude", "object", "react":
		return "to "
	case "respond", "reply":
		return "to "
	case "raise", "speak", "talk", "comment", "elaborate", "ruminate", "dwell", "expound", "testify":
		return "about of against on "
	case "appeal":
		return "to for "
	case "plead", "push", "press", "lobby", "campaign", "advocate", "ask", "vouch":
		return "for "
	case "lash":
		return "out "
	case "hit":
		return "back out "
	case "single", "lay", "set":
		return "out "
	case "brush":
		return "off aside "
	case "rail", "inveigh", "vote":
		return "against "
	case "argue", "protest", "decide":
		return "for against "
	case "rule":
		return "for against out "
	case "weigh", "zero":
		return "in "
	case "fire":
		return "back "
	case "agree", "disagree", "side", "sympathize":
		return "with on "
	case "complain", "worry", "boast", "brag", "joke", "lament", "rave":
		return "about of "
	case "insist", "focus", "harp", "speculate":
		return "on upon about "
	case "apologize", "apologise":
		return "for to "
	case "stand":
		return "by "
	case "shrug", "wave", "laugh":
		return "off aside away "
	case "play":
		return "down up "
	case "shoot", "double":
		return "down "
	case "gloss":
		return "over "
	case "spell":
		return "out "
	case "sum", "bring":
		return "up "
	case "touch", "reflect", "expand":
		return "on upon "
	case "care", "wonder", "fret", "agonize", "agonise", "obsess", "rant", "gush", "vent":
		return "about over against "
	case "stump", "yearn", "long":
		return "for "
	case "commit", "admit", "confess":
		return "to "
	case "disapprove", "approve", "despair", "conceive":
		return "of "
	case "balk", "scoff", "sneer", "bristle":
		return "at "
	case "think":
		return "of about "
	case "write", "tweet", "post", "learn", "hear", "know", "remind":
		return "of about "
	case "believe", "trust":
		return "in "
	case "hint":
		return "at "
	case "marvel":
		return "at "
	case "cast":
		return "doubt "
	case "go":
		return "on "
	case "add":
		return "to "
	case "hope", "wish":
		return "for "
	case "dream":
		return "of "
	}
	return ""
}

// supportNoun reports whether noun makes a report of what a light verb
// governs: "voiced concerns over …", "expressed hope that …".
func supportNoun(verb, noun string) bool {
	switch verb {
	case "pay", "draw", "lend", "throw", "sound", "deliver", "level", "offer", "give", "put", "voice", "express", "raise", "reiterate", "reaffirm", "repeat", "signal", "make", "cast", "renew", "echo", "declare", "share", "have", "issue", "lodge", "show", "take":
	default:
		return false
	}
	switch noun {
	case "concern", "concerns", "worry", "worries", "alarm", "fear", "fears", "doubt", "doubts", "hope", "hopes", "support", "opposition", "confidence", "regret", "regrets", "outrage", "anger",
		"frustration", "disappointment", "dismay", "skepticism", "scepticism", "optimism", "pessimism", "condolences", "gratitude", "thanks", "sympathy", "solidarity", "surprise", "shock", "interest",
		"commitment", "willingness", "readiness", "misgivings", "reservations", "objections", "objection", "questions", "satisfaction", "disagreement", "unease", "belief", "view", "views", "call", "calls", "warning", "warnings",
		"demand", "demands", "pledge", "promise", "claim", "claims", "accusation", "accusations", "allegation", "allegations", "praise", "admiration", "appreciation", "remorse", "sorrow", "sadness", "grief", "scorn", "contempt", "disgust", "delight", "pride", "relief", "enthusiasm", "conviction", "desire", "intention", "determination", "threat", "threats", "preference", "apology", "issue", "aim", "exception", "swipe", "swipes", "shot", "shots", "jab", "jabs", "dig", "digs", "credit", "tribute", "case", "fun", "light", "secret", "mention", "attention", "pitch", "argument", "arguments", "point", "points", "suggestion", "comparison", "comparisons", "reference", "references", "charge", "charges", "remark", "remarks", "comment", "comments", "prediction", "observation", "statement", "statements", "backing", "weight", "criticism":
		return true
	}
	return false
}

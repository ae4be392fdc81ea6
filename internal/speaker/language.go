package speaker

// Scope says which reports are looked for in an article.
type Scope string

// The scopes.
const (
	AllSpeech    Scope = "all"    // direct, indirect and mixed
	DirectSpeech Scope = "direct" // what stands in quotation marks; indirect speech is not attempted
)

// ScopeOf returns what Find looks for in an article in the language with the
// ISO 639 code; "" is a language that is not known.
func ScopeOf(language string) Scope { return rulesOf(language).scope }

// rules is what the package knows of a language beyond its quotation marks,
// which package text knows. A second language for indirect speech needs a
// lexicon like English’s (lexicon_*.go, inflect.go), chosen here.
type rules struct {
	scope Scope
	// nouns is set where every noun is written with a capital.
	nouns bool
}

func rulesOf(language string) rules {
	switch language {
	case "en", "": // unknown is mostly English, too short or odd to tell
		return rules{scope: AllSpeech}
	case "de", "lb":
		return rules{scope: DirectSpeech, nouns: true}
	}
	return rules{scope: DirectSpeech}
}

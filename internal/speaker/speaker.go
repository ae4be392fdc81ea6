// Package speaker finds who said what in a news article: each speaker with
// name and roles, and each statement with its cue and the exact span of the
// words reported.
//
// It is a grammar written by hand with a small model behind it. A text is cut
// into units (sentences that no quotation is cut by) and tokens (token.go); runs
// of capitals become names and names become persons and bodies (name.go,
// entity.go, kind.go, role.go). Every verb of the lexicon (lexicon_verb.go, inflect.go)
// that is finite (finite.go) then asks who its subject is (subject.go,
// parenthesis.go, source.go, modifier.go, coreference.go, hero.go, group.go,
// description.go, body.go, cataphora.go) and
// where the words that it reports stand (clause.go, complement.go, extent.go);
// reports without such a verb have files of their own (trailing.go, nominal.go,
// announcement.go, quotes.go, uncued.go), headings are passed over (heading.go), and
// second.go reads with less evidence what is
// left. A tagger of two stages over what the grammar knows of each token
// (sign.go, tagger.go, model.bin), trained on the articles under corpus/, finds
// which words report (cue.go) and what each of them does (content.go); merge.go
// moves the borders of what the grammar found and adds what it has not, if it is
// clear who says so (link.go). What is particular
// to English stands in the lexicon files.
package speaker

import (
	"onrecord/internal/article"
	"onrecord/internal/text"
)

// Kind says what a speaker is.
type Kind string

// The kinds of speaker.
const (
	Person       Kind = "person"
	Organization Kind = "organization"
	Unnamed      Kind = "unnamed" // "a senior official"
)

// Type says how an article reports a statement.
type Type string

// The types of report.
const (
	Direct   Type = "direct"   // words inside quotation marks, without the marks
	Indirect Type = "indirect" // the reported clause, without cue and "that"
	Mixed    Type = "mixed"    // a reported clause with quotation marks in it
)

// Position is one statement. Text is always article.Text[Start:End].
type Position struct {
	Type Type   `json:"type"`
	Cue  string `json:"cue"` // the reporting words, verbatim
	Text string `json:"text"`
	text.Span
}

// Speaker is a source of statements. Roles are verbatim phrases of the
// article, the most informative first; the first of Positions is the one to show
// if only one is shown, the rest are in reading order.
type Speaker struct {
	Name      string     `json:"name"` // the fullest form in the article, no honorific
	Kind      Kind       `json:"kind"`
	Roles     []string   `json:"roles"`
	Positions []Position `json:"positions"`
}

// Find returns the speakers of a, the most important first. In an English
// article, or one of unknown language, it reads direct, indirect and mixed
// speech; in another language direct speech only.
func Find(a article.Article) []Speaker {
	r := read(a.Text, a.Language)
	if ScopeOf(a.Language) == DirectSpeech {
		r.foreign()
	} else {
		for _, u := range r.units {
			r.attribute(u)
		}
		r.cataphora()
	}
	return r.speakers()
}

package issue

import "onrecord/internal/speaker"

// Speaker is one source of statements, pooled over the articles of a story:
// under the fullest of the names, with every role once.
type Speaker struct {
	Name      string       `json:"name"`
	Kind      speaker.Kind `json:"kind"`
	Roles     []string     `json:"roles"`
	Positions []Position   `json:"positions"` // in the order of time, then of reading
}

// Position is one statement and the article that reports it. Its span is of
// that article's text.
type Position struct {
	speaker.Position
	Article int `json:"article"` // index into Story.Articles
	// Also is the other articles that report the same statement in nearly the
	// same words, as indexes into Story.Articles that go up.
	Also []int `json:"also"`
	// Opens says that the statement begins a sentence of the article, whose
	// words of reporting come later: "The dyke was safe, Storm said".
	Opens bool `json:"opens"`
	// GoesOn says that this is the rest of the sentence that the position before
	// it breaks off, behind words of reporting: "The dyke, Storm said, was safe".
	GoesOn bool `json:"goes_on"`
}

// Person is one entry of the index of who said what today: a person, or an
// organization, with statements in more than one story.
type Person struct {
	Name    string       `json:"name"` // the fullest form in any of the stories
	Kind    speaker.Kind `json:"kind"`
	Roles   []string     `json:"roles"`   // each once, in the order of Stories
	Stories []Appearance `json:"stories"` // at least two, in the order of the issue
}

// Appearance says where a person speaks: as Stories[Story].Speakers[Speaker]
// of the issue.
type Appearance struct {
	Story   int `json:"story"`
	Speaker int `json:"speaker"`
}

package issue

import "onrecord/internal/speaker"

// Speaker is one source of statements, pooled over the articles of a story:
// under the fullest of the names, with every role once.
type Speaker struct {
	Name      string       `json:"name"`
	Kind      speaker.Kind `json:"kind"`
	Roles     []string     `json:"roles"`
	Positions []Position   `json:"positions"` // in the order of the story's articles, then of reading
}

// Position is one statement and the article that reports it. Its span is of
// that article's text.
type Position struct {
	speaker.Position
	Article int `json:"article"` // index into Story.Articles
}

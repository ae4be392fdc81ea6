package article

import (
	"onrecord/internal/document"
)

// Block is a run of a page's text and what was decided about it.
type Block struct {
	Text string `json:"text"`
	Tag  string `json:"tag"` // the element it lies in
	Kept bool   `json:"kept"`
	// Rule says why the rules would drop the block; it is empty where they
	// would keep it.
	Rule string `json:"rule,omitempty"`
	// Chance is what the model gives the block of being the article's, from
	// 0 to 1; it is 0 where the model was not asked: far from the article,
	// and on small pages.
	Chance float64 `json:"chance,omitempty"`
	// Why is the reason for the decision, in words.
	Why string `json:"why"`
}

// Explain returns the blocks of a page in order, each with the reason why
// [Extract] keeps or drops it. It is empty for documents that are no pages:
// there, lines are judged one by one.
func Explain(d *document.Document) []Block {
	if d.Root == nil || d.Format == document.Markdown {
		return nil
	}
	l := chosenLayout(d.Root, collect(d.Root))
	if l == nil {
		return nil
	}
	out := make([]Block, len(l.blocks))
	for i := range l.blocks {
		out[i] = l.explain(i)
	}
	return out
}

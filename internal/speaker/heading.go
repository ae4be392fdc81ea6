package speaker

// longestHeading is how many tokens a crosshead may have.
const longestHeading = 16

// punctuates reports whether the paragraphs of the article end with a stop, so
// that a short one without is a heading, a label or a caption.
func (r *reading) punctuates() bool {
	paragraphs, stopped := 0, 0
	for i, u := range r.units {
		if i+1 < len(r.units) && r.units[i+1].paragraph == u.paragraph {
			continue
		}
		paragraphs++
		if r.stopped(u) {
			stopped++
		}
	}
	return paragraphs > 3 && 10*stopped >= 6*paragraphs
}

// stopped reports whether the unit ends as a sentence does, or leads on to the
// next.
func (r *reading) stopped(u unit) bool {
	if u.end == u.first {
		return false
	}
	switch t := r.tokens[u.end-1]; t.kind {
	case stop, colon, semicolon, comma, dash:
		return true
	case quote:
		q := r.quotes[t.quote]
		return !q.Closed || r.ends(q) || r.text[q.Inner.End-1] == ','
	}
	return r.text[u.End-1] == '?' || r.text[u.End-1] == '!'
}

// longestTitle is how many bytes a heading may have.
const longestTitle = 140

// heading reports whether the unit is a paragraph by itself that says in short what
// the next ones tell: "Harbour master warns crews to stay away". Who speaks in it
// speaks again below.
func (r *reading) heading(u unit) bool {
	if !r.stops || !u.lead || u.end-u.first > longestHeading || u.Len() > longestTitle || u.end == len(r.tokens) || r.opensQuoted(u) {
		return false
	}
	for i := u.first + 1; i < u.end; i++ {
		if k := r.tokens[i-1].kind; r.tokens[i].kind == quote && (k == comma || k == colon) {
			return false // Marn said, “I am not in it any more”
		}
	}
	next := r.tokens[u.end]
	return next.Start > u.End && r.parted(u.End, next.Start) && !r.stopped(u)
}

// parted reports whether a paragraph ends between two bytes.
func (r *reading) parted(from, to int) bool {
	lines := 0
	for i := from; i < to; i++ {
		if r.text[i] == '\n' {
			lines++
		}
	}
	return lines > 1
}

package text

// isMark reports whether r is ever a quotation mark.
func isMark(r rune) bool {
	switch r {
	case '"', '\'', '“', '”', '‘', '’', '„', '‚', '«', '»', '‹', '›', '「', '」', '『', '』', '＂', '‟':
		return true
	}
	return false
}

// pairs reports whether end closes what open opened. Several languages share
// a mark: “ opens in English and closes in German, » opens in Danish and
// closes in French.
func pairs(open, end rune) bool {
	switch open {
	case '"', '\'', '＂':
		return end == open
	case '“', '‟':
		return end == '”' || end == '"' || end == '“'
	case '”': // Swedish and Finnish use it on both sides
		return end == '”'
	case '‘':
		return end == '’' || end == '\''
	case '’':
		return end == '’'
	case '„':
		return end == '“' || end == '”' || end == '"'
	case '‚':
		return end == '‘' || end == '’'
	case '«':
		return end == '»'
	case '»':
		return end == '«' || end == '»'
	case '‹':
		return end == '›'
	case '›':
		return end == '‹' || end == '›'
	case '「':
		return end == '」'
	case '『':
		return end == '』'
	}
	return false
}

// opens decides whether the mark r at byte i opens a quotation.
func (q *quoter) opens(p Span, i int, r rune, w int) bool {
	before, _ := prev(q.s[p.Start:i], i-p.Start)
	after := runeAt(q.s[:p.End], i+w)
	free := i == p.Start || isSpace(before) || isOpener(before) || isDash(before)
	if after == 0 {
		return false
	}
	switch r {
	case '“', '„', '「', '『', '‟':
		return true
	case '«', '‹':
		return true // French sets a space behind it
	case '»', '›', '”':
		return free && !isSpace(after)
	case '"', '＂':
		return (free || before == ':' || before == ',') && !isSpace(after)
	case '‘', '‚':
		return (free || isMark(before)) && isWordRune(after) && !isDigit(after) || isMark(after) || after == '…' || after == '['
	case '\'':
		again := i == p.Start && (q.single || q.pending > 0 && q.pendingMark == r) || q.next == r || q.introduced(p, i)
		return free && (isLetter(after) || after == '[' || after == '#' || after == '@') && (again && isUpper(after) || q.closesLater(p, i))
	}
	return false
}

// closes returns the depth of the open quotation that the mark r at byte i
// closes, or -1.
func (q *quoter) closes(p Span, i int, r rune, w int) int {
	d := q.innermost(func(open rune) bool { return pairs(open, r) })
	if d < 0 && r == '”' {
		d = q.innermost(func(open rune) bool { return open == '"' }) // an editor turned only some marks
	}
	if d < 0 {
		return -1
	}
	before, _ := prev(q.s[p.Start:i], i-p.Start)
	after := runeAt(q.s[:p.End], i+w)
	switch r {
	case '’', '\'':
		if isWordRune(after) || isSpace(before) {
			return -1 // didn’t
		}
		if (before == 's' || before == 'S') && isSpace(after) && q.singleFollows(p, i+w, r) {
			return -1 // the workers’ hall
		}
	case '“':
		if q.open[d].mark == '“' && (isSpace(before) || isWordRune(after) || i == q.found[q.open[d].index].Inner.Start) {
			return -1 // another one opens; where it closes, it is a slip
		}
	case '"', '＂':
		if isSpace(before) && !isSpace(after) && after != 0 && isWordRune(after) {
			return -1 // a second opening mark
		}
		if isOpener(before) && isWordRune(after) {
			return -1 // within brackets: "every berth ("moorings") is let"
		}
	}
	return d
}

// innermost returns the depth of the innermost open quotation whose mark
// passes, or -1.
func (q *quoter) innermost(passes func(open rune) bool) int {
	d := q.depth - 1
	for d >= 0 && !passes(q.open[d].mark) {
		d--
	}
	return d
}

// closesLater reports whether a straight single mark that may close stands
// behind byte i. The paragraph is searched from its end once.
func (q *quoter) closesLater(p Span, i int) bool {
	if q.lastSingle < 0 {
		q.lastSingle = p.Start
		for j := p.End - 1; j > p.Start; j-- {
			if q.s[j] != '\'' {
				continue
			}
			before, _ := prev(q.s, j)
			after := runeAt(q.s[:p.End], j+1)
			if !isSpace(before) && !isWordRune(after) {
				q.lastSingle = j
				break
			}
		}
	}
	return i < q.lastSingle
}

// singleWindow bounds how far behind a plural’s apostrophe another closing
// mark is looked for, so that the search stays linear.
const singleWindow = 400

// singleFollows reports whether another single closing mark r follows byte i
// before a new one opens.
func (q *quoter) singleFollows(p Span, i int, r rune) bool {
	limit := min(p.End, i+singleWindow)
	for i < limit {
		c, w := next(q.s, i)
		if c == '‘' || c == '“' || c == '"' || c == '”' {
			return false
		}
		if c == r {
			after := runeAt(q.s[:p.End], i+w)
			if before, _ := prev(q.s, i); !isWordRune(after) && !isSpace(before) {
				return true
			}
		}
		i += w
	}
	return false
}

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '‑' || r == '/' }

package email

import (
	"fmt"
	"time"

	"onrecord/internal/issue"
)

// MaxHTML is the size in bytes that the HTML part stays under: Gmail clips a
// mail at about this and hides the rest behind a link, the footer with it.
const MaxHTML = 100_000

// spare is kept free for what the service puts in the place of its
// placeholder, and for line ends that are two bytes on the wire.
const spare = 4_000

// density is how much a mail shows of one story; the articles have the rest.
type density struct{ speakers, positions int }

// inFull is the density of the first story of any mail, and of every story
// on a day when all of them fit so.
var inFull = density{speakers: 6, positions: 3}

// densities are tried one after the other: a mail in which every story has
// its main speakers is better than one that is long on half of them.
var densities = []density{inFull, {4, 2}, {3, 1}}

// densest lays out and renders the mail at the first density at which every
// story fits, or else the last.
func densest(is issue.Issue, o Options, zone *time.Location) (l *letter, html string) {
	for _, d := range densities {
		l = newLetter(is, o, zone, d, mostStories)
		html = l.fit(len(is.Stories))
		if len(l.Stories) == len(is.Stories) {
			break
		}
	}
	return l, html
}

// mostStories is more than a mail can hold even as headlines; the rest need not
// be laid out to know it.
const mostStories = MaxHTML / 100

// fit renders the mail with as many of all stories in full as MaxHTML allows.
// The others are listed by headline, and where even those are too many the
// list ends with their number. It leaves in l what it rendered.
func (l *letter) fit(all int) string {
	whole := *l
	full, listed := whole.measure().choose(MaxHTML - spare)
	l.Stories = whole.Stories[:full]
	l.Contents = nil
	if full > 1 {
		l.Contents = whole.Contents[:full]
	}
	l.More = whole.Contents[full : full+listed]
	if n := all - full - listed; n > 0 {
		l.Unlisted = fmt.Sprintf("and %d more that did not fit in this email", n)
	}
	return render(l.document())
}

// sizes is how many bytes the parts of a mail take.
type sizes struct {
	frame       int   // everything that is there without a story
	story, more []int // of each story in full, with its line of contents, and as a headline
}

func (l *letter) measure() sizes {
	empty := *l
	empty.Stories, empty.Contents, empty.More = nil, nil, nil
	const around = 1_000 // the heads of the lists
	s := sizes{frame: size(empty.document()) + around}
	for i, st := range l.Stories {
		c := l.Contents[i]
		s.story = append(s.story, size(st.row(l.Page))+size(c.row(l.Page)))
		s.more = append(s.more, size(c.line()))
	}
	return s
}

// choose returns how many stories go in full and how many of the next by
// headline within limit bytes. It gives up stories in full for the headlines
// of the others, but only down to half of the mail.
func (s sizes) choose(limit int) (full, listed int) {
	room := limit - s.frame
	rest := 0
	for _, m := range s.more {
		rest += m
	}
	used := 0
	for full < len(s.story) {
		next := used + s.story[full]
		rest -= s.more[full]
		if next+rest > room && (next > room/2 && full > 0 || next > room) {
			break
		}
		used = next
		full++
	}
	for listed < len(s.more)-full && used+s.more[full+listed] <= room {
		used += s.more[full+listed]
		listed++
	}
	return full, listed
}

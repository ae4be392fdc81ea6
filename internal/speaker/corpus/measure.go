package corpus

import (
	"slices"
	"strings"

	"onrecord/internal/speaker"
	"onrecord/internal/text"
)

// Score counts how what was found agrees with the annotation.
type Score struct{ Right, Found, Wanted int }

// Add adds the counts of t.
func (s *Score) Add(t Score) {
	s.Right += t.Right
	s.Found += t.Found
	s.Wanted += t.Wanted
}

// Precision is the share of what was found that is right.
func (s Score) Precision() float64 { return ratio(s.Right, s.Found) }

// Recall is the share of what was wanted that is found.
func (s Score) Recall() float64 { return ratio(s.Right, s.Wanted) }

// F1 is the harmonic mean of precision and recall.
func (s Score) F1() float64 { return ratio(2*s.Right, s.Found+s.Wanted) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Scores are the figures of one or more articles.
type Scores struct {
	Speakers Score // persons and organizations, by name; a surname alone is enough
	Roles    Score // persons with roles of whom one is found, with one similar role
	Direct   Score // parts of direct statements, IoU of at least a half
	Indirect Score // parts of indirect and mixed statements, likewise
	Named    Score // parts found that are given to the right speaker
}

// Add adds the figures of t.
func (s *Scores) Add(t Scores) {
	s.Speakers.Add(t.Speakers)
	s.Roles.Add(t.Roles)
	s.Direct.Add(t.Direct)
	s.Indirect.Add(t.Indirect)
	s.Named.Add(t.Named)
}

// Measure compares what was found in an article with its annotation.
func Measure(a Article, found []speaker.Speaker) Scores {
	var s Scores
	s.Speakers = speakers(a, found)
	s.Roles = roles(a, found)
	wanted := parts(a)
	taken := make([]bool, len(wanted))
	for _, f := range found {
		for _, p := range f.Positions {
			kind := &s.Indirect
			if p.Type == speaker.Direct {
				kind = &s.Direct
			}
			kind.Found++
			i := slices.IndexFunc(wanted, func(w part) bool { return similar(w.span, p.Span) })
			if i < 0 || taken[i] {
				continue
			}
			taken[i] = true
			kind.Right++
			s.Named.Found++
			if sameName(wanted[i].speaker.Name, f.Name) {
				s.Named.Right++
			}
		}
	}
	for _, w := range wanted {
		if w.kind == speaker.Direct {
			s.Direct.Wanted++
		} else {
			s.Indirect.Wanted++
		}
	}
	s.Named.Wanted = s.Named.Found
	return s
}

// part is one span of a statement's content.
type part struct {
	span    text.Span
	kind    speaker.Type
	speaker Speaker
}

func parts(a Article) []part {
	var out []part
	for _, s := range a.Statements {
		for _, c := range s.Content {
			out = append(out, part{c, a.Type(c), a.Speakers[s.Speaker]})
		}
	}
	return out
}

// similar reports whether two spans share at least half of what they cover
// together.
func similar(a, b text.Span) bool {
	shared := min(a.End, b.End) - max(a.Start, b.Start)
	return shared > 0 && 2*shared >= max(a.End, b.End)-min(a.Start, b.Start)
}

func speakers(a Article, found []speaker.Speaker) Score {
	var s Score
	for _, f := range found {
		if f.Kind != speaker.Unnamed {
			s.Found++
		}
	}
	for _, w := range a.Speakers {
		if w.Kind == speaker.Unnamed {
			continue
		}
		s.Wanted++
		if slices.ContainsFunc(found, func(f speaker.Speaker) bool {
			return f.Kind != speaker.Unnamed && sameName(w.Name, f.Name)
		}) {
			s.Right++
		}
	}
	return s
}

func roles(a Article, found []speaker.Speaker) Score {
	var s Score
	for _, w := range a.Speakers {
		i := slices.IndexFunc(found, func(f speaker.Speaker) bool { return sameName(w.Name, f.Name) })
		if w.Kind != speaker.Person || len(w.Roles) == 0 || i < 0 {
			continue
		}
		s.Wanted++
		if len(found[i].Roles) == 0 {
			continue
		}
		s.Found++
		if slices.ContainsFunc(found[i].Roles, func(r string) bool {
			return slices.ContainsFunc(w.Roles, func(g string) bool { return sameRole(g, r) })
		}) {
			s.Right++
		}
	}
	return s
}

// sameName reports whether two names are of one speaker: the same, or the one
// the last words of the other.
func sameName(a, b string) bool {
	a, b = bareName(a), bareName(b)
	return a == b || strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a)
}

func bareName(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	return strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(s, "the "), "a "), "an ")
}

// sameRole reports whether two phrases say the same of somebody: they share
// half of their words.
func sameRole(a, b string) bool {
	x, y := strings.Fields(bareName(a)), strings.Fields(bareName(b))
	shared := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			shared++
		}
	}
	return shared > 0 && 2*shared >= min(len(x), len(y))
}

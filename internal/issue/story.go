package issue

import (
	"cmp"
	"path"

	"onrecord/internal/digest"
)

// tell makes the story of the articles on one event.
func tell(articles []revision) Story {
	ordered := leadFirst(articles)
	s := Story{
		Topic:    topic(ordered),
		Summary:  make([]string, 0, len(ordered[0].Summary)),
		Speakers: pool(ordered),
		Articles: make([]Source, 0, len(ordered)),
	}
	for _, sentence := range ordered[0].Summary {
		s.Summary = append(s.Summary, sentence.Text)
	}
	for i, a := range ordered {
		source := newSource(a)
		source.Contradicts = i > 0 && contradicts(headline(ordered[0].Digest), source.Headline)
		s.Articles = append(s.Articles, source)
	}
	s.Headline = s.Articles[0].Headline
	s.Section = SectionName(s.Topic)
	return s
}

func newSource(a revision) Source {
	s := Source{
		Digest:         a.ID,
		Key:            a.Source.Key,
		Headline:       headline(a.Digest),
		Publication:    a.Article.Publication,
		URL:            a.Article.URL,
		Published:      a.Article.Published,
		ReceivedAt:     a.Source.ReceivedAt.UTC(),
		ReadingMinutes: a.Article.ReadingMinutes,
		Supersedes:     []Version{},
	}
	s.Supersedes = append(s.Supersedes, a.supersedes...)
	return s
}

// headline returns what d is called where it has no headline of its own: its
// first summary sentence, or else the name of its file.
func headline(d digest.Digest) string {
	switch {
	case d.Article.Headline != "":
		return d.Article.Headline
	case len(d.Summary) > 0 && d.Summary[0].Text != "":
		return d.Summary[0].Text
	default:
		return path.Base(d.Source.Key)
	}
}

func compareTime(a, b digest.Digest) int {
	return cmp.Or(a.Source.ReceivedAt.Compare(b.Source.ReceivedAt), compareSource(a, b))
}

// topic returns the folder that most of the articles were uploaded to, where
// folders with one section's name are one; of two with as many, the lead
// article's or else the one that comes first.
func topic(ordered []revision) string {
	counts := map[string]int{}
	best := ""
	for _, d := range ordered {
		counts[sectionKey(d.Topic)]++
	}
	for _, d := range ordered {
		k := sectionKey(d.Topic)
		if k != "" && (best == "" || counts[k] > counts[sectionKey(best)]) {
			best = d.Topic
		}
	}
	return best
}

package issue

import (
	"cmp"
	"path"
	"slices"

	"onrecord/internal/digest"
)

// tell makes the story of the articles on one event.
func tell(ds []digest.Digest) Story {
	lead := slices.MinFunc(ds, compareCoverage)
	rest := slices.DeleteFunc(slices.Clone(ds), func(d digest.Digest) bool { return compareSource(d, lead) == 0 })
	slices.SortFunc(rest, compareTime)
	ordered := append([]digest.Digest{lead}, rest...)

	s := Story{
		Topic:    topic(ordered),
		Summary:  make([]string, 0, len(lead.Summary)),
		Speakers: pool(ordered),
		Articles: make([]Source, 0, len(ordered)),
	}
	for _, sentence := range lead.Summary {
		s.Summary = append(s.Summary, sentence.Text)
	}
	for _, d := range ordered {
		s.Articles = append(s.Articles, newSource(d))
	}
	s.Headline = s.Articles[0].Headline
	s.Section = SectionName(s.Topic)
	return s
}

func newSource(d digest.Digest) Source {
	return Source{
		Digest:         d.ID,
		Key:            d.Source.Key,
		Headline:       headline(d),
		Publication:    d.Article.Publication,
		URL:            d.Article.URL,
		Published:      d.Article.Published,
		ReceivedAt:     d.Source.ReceivedAt.UTC(),
		ReadingMinutes: d.Article.ReadingMinutes,
		Supersedes:     []Version{},
	}
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

// enoughSpeakers is how many speakers a mail shows of a story: more do not
// make an article the better one to lead it.
const enoughSpeakers = 6

// compareCoverage puts the article first that tells the story best: with a
// headline, the most speakers, the longest summary; then the earliest.
func compareCoverage(a, b digest.Digest) int {
	return cmp.Or(
		cmp.Compare(min(1, len(b.Article.Headline)), min(1, len(a.Article.Headline))),
		cmp.Compare(min(enoughSpeakers, len(b.Speakers)), min(enoughSpeakers, len(a.Speakers))),
		cmp.Compare(summaryLength(b), summaryLength(a)),
		compareTime(a, b),
	)
}

func compareTime(a, b digest.Digest) int {
	return cmp.Or(a.Source.ReceivedAt.Compare(b.Source.ReceivedAt), compareSource(a, b))
}

func summaryLength(d digest.Digest) int {
	n := 0
	for _, s := range d.Summary {
		n += len(s.Text)
	}
	return n
}

// topic returns the section most of the articles were uploaded to; of two
// with as many, the lead article's or else the one that comes first.
func topic(ordered []digest.Digest) string {
	best, most := "", 0
	for _, d := range ordered {
		n := 0
		for _, other := range ordered {
			if other.Topic == d.Topic && d.Topic != "" {
				n++
			}
		}
		if n > most {
			best, most = d.Topic, n
		}
	}
	return best
}

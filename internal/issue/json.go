package issue

import (
	"encoding/json"
	"fmt"
	"io"
)

// Encode writes is as one line of JSON. Empty lists are written as [], never
// as null, and no character is escaped that JSON does not ask for.
func (is Issue) Encode(w io.Writer) error {
	stories := make([]Story, len(is.Stories))
	for i, s := range is.Stories {
		s.Summary = list(s.Summary)
		s.Articles = append([]Source{}, s.Articles...)
		for j := range s.Articles {
			s.Articles[j].Supersedes = list(s.Articles[j].Supersedes)
		}
		s.Speakers = append([]Speaker{}, s.Speakers...)
		for j := range s.Speakers {
			s.Speakers[j].Roles = list(s.Speakers[j].Roles)
			s.Speakers[j].Positions = append([]Position{}, s.Speakers[j].Positions...)
			for k := range s.Speakers[j].Positions {
				s.Speakers[j].Positions[k].Also = list(s.Speakers[j].Positions[k].Also)
			}
		}
		stories[i] = s
	}
	is.Stories = stories
	is.People = append([]Person{}, is.People...)
	for i := range is.People {
		is.People[i].Roles = list(is.People[i].Roles)
		is.People[i].Stories = list(is.People[i].Stories)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(is); err != nil {
		return fmt.Errorf("encode issue %s: %w", is.ID, err)
	}
	return nil
}

func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// Decode reads what [Issue.Encode] wrote. It refuses another schema, an id
// that is not the window's, a story without articles and a position of an
// article that its story does not have.
func Decode(r io.Reader) (Issue, error) {
	var is Issue
	if err := json.NewDecoder(r).Decode(&is); err != nil {
		return Issue{}, fmt.Errorf("decode issue: %w", err)
	}
	if is.Schema != Schema {
		return Issue{}, fmt.Errorf("decode issue: schema %q, want %q", is.Schema, Schema)
	}
	if is.ID != is.Window.ID() {
		return Issue{}, fmt.Errorf("decode issue %s: the window's id is %s", is.ID, is.Window.ID())
	}
	for i, s := range is.Stories {
		if err := s.verify(); err != nil {
			return Issue{}, fmt.Errorf("decode issue %s: story %d: %w", is.ID, i+1, err)
		}
	}
	return is, nil
}

func (s Story) verify() error {
	if len(s.Articles) == 0 {
		return fmt.Errorf("no articles")
	}
	for _, sp := range s.Speakers {
		for _, p := range sp.Positions {
			if p.Article < 0 || p.Article >= len(s.Articles) {
				return fmt.Errorf("%s: a position of article %d, but there are %d", sp.Name, p.Article, len(s.Articles))
			}
		}
	}
	return nil
}

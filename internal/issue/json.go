package issue

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
)

// JSONSchema is the JSON Schema (2020-12) of a stored issue.
//
//go:embed issue.schema.json
var JSONSchema []byte

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
// that is not the window's, a story without articles, a position of an article
// that its story does not have and a person whom no story has.
func Decode(r io.Reader) (Issue, error) {
	var is Issue
	if err := json.NewDecoder(r).Decode(&is); err != nil {
		return Issue{}, fmt.Errorf("decode issue: %w", err)
	}
	if is.Schema != Schema {
		return Issue{}, fmt.Errorf("decode issue: schema %q, want %q", is.Schema, Schema)
	}
	if err := is.verify(); err != nil {
		return Issue{}, fmt.Errorf("decode issue %s: %w", is.ID, err)
	}
	return is, nil
}

func (is Issue) verify() error {
	if is.ID != is.Window.ID() {
		return fmt.Errorf("the window's id is %s", is.Window.ID())
	}
	for i, s := range is.Stories {
		if err := s.verify(); err != nil {
			return fmt.Errorf("story %d: %w", i+1, err)
		}
	}
	for _, p := range is.People {
		for _, a := range p.Stories {
			if a.Story < 0 || a.Story >= len(is.Stories) || a.Speaker < 0 || a.Speaker >= len(is.Stories[a.Story].Speakers) {
				return fmt.Errorf("%s: speaker %d of story %d, where there is none", p.Name, a.Speaker+1, a.Story+1)
			}
		}
	}
	return nil
}

func (s Story) verify() error {
	if len(s.Articles) == 0 {
		return fmt.Errorf("no articles")
	}
	for _, sp := range s.Speakers {
		for _, p := range sp.Positions {
			for _, a := range append([]int{p.Article}, p.Also...) {
				if a < 0 || a >= len(s.Articles) {
					return fmt.Errorf("%s: a position of article %d, but there are %d", sp.Name, a, len(s.Articles))
				}
			}
		}
	}
	return nil
}

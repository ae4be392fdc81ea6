package issue

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/speaker"
)

// speaking is a story of a section with these speakers, each "Name" or
// "Name, role" or "Name, role, role", of whom everybody says something.
func speaking(topic string, kind speaker.Kind, names ...string) Story {
	s := Story{Topic: topic}
	for _, n := range names {
		parts := strings.Split(n, ", ")
		s.Speakers = append(s.Speakers, Speaker{
			Name: parts[0], Kind: kind, Roles: parts[1:], Positions: []Position{{Position: speaker.Position{Text: "so"}}},
		})
	}
	return s
}

func TestWhoSaidWhat(t *testing.T) {
	person := func(topic string, names ...string) Story { return speaking(topic, speaker.Person, names...) }
	body := func(topic string, names ...string) Story { return speaking(topic, speaker.Organization, names...) }
	for _, c := range []struct {
		name string
		in   []Story
		want []string
	}{
		{"nobody twice", []Story{person("world", "Ada Finch"), person("world", "Piet Okafor")}, nil},
		{"the same name", []Story{person("world", "Ada Finch"), person("sport", "Ada Finch")}, []string{"Ada Finch 0.0 1.0"}},
		{"forms of a name", []Story{person("world", "Joe Marsh"), person("world", "Joseph B. Marsh, senator")}, []string{"Joseph B. Marsh 0.0 1.0"}},
		{"other middle initials", []Story{person("world", "John A. Marsh"), person("world", "John B. Marsh")}, nil},
		{"a surname alone", []Story{person("world", "Ada Finch, minister"), person("world", "Finch, the winger")}, nil},
		{"a surname in office", []Story{person("world", "Ada Finch, finance minister"), person("business", "Finch, Finance Minister")}, []string{"Ada Finch 0.0 1.0"}},
		{"an initial", []Story{person("world", "Ada Finch"), person("world", "A. Finch")}, nil},
		{"an initial in office", []Story{person("world", "Ada Finch, mayor"), person("world", "A. Finch, the mayor")}, []string{"Ada Finch 0.0 1.0"}},
		{"namesakes in other walks of life", []Story{person("sport", "Ada Finch, goalkeeper"), person("politics", "Ada Finch, minister")}, nil},
		{"roles that share a word", []Story{person("sport", "Ada Finch, sports minister"), person("politics", "Ada Finch, the minister for sport")}, []string{"Ada Finch 0.0 1.0"}},
		{"other roles in one section", []Story{person("politics", "Ada Finch, party leader"), person("politics", "Ada Finch, former mayor")}, []string{"Ada Finch 0.0 1.0"}},
		{"told apart within a story", []Story{person("world", "Ada Finch, mayor", "Ada J. Finch, judge"), person("world", "Ada Finch, mayor")}, []string{"Ada Finch 0.0 1.0"}},
		{"either of two", []Story{person("world", "Ada Finch, mayor"), person("world", "Adam Finch, mayor"), person("world", "Finch, mayor")}, nil},
		{"the most stories first", []Story{
			person("world", "Ada Finch", "Piet Okafor"), person("world", "Piet Okafor", "Ada Finch"), person("world", "Piet Okafor"),
		}, []string{"Piet Okafor 0.1 1.0 2.0", "Ada Finch 0.0 1.1"}},
		{"a body", []Story{body("world", "the Marrow Water Board"), body("local", "Marrow Water Board")}, []string{"the Marrow Water Board 0.0 1.0"}},
		{"a body by its initials", []Story{body("world", "World Fisheries Council"), body("local", "WFC")}, []string{"World Fisheries Council 0.0 1.0"}},
		{"a body by its legal form", []Story{body("world", "Brightwater Cement Ltd."), body("local", "Brightwater Cement")}, []string{"Brightwater Cement Ltd. 0.0 1.0"}},
		{"bodies with one beginning", []Story{body("world", "Brightwater"), body("local", "Brightwater Cement")}, nil},
		{"a body that every place has", []Story{body("world", "the Foreign Ministry"), body("world", "the Foreign Ministry")}, nil},
		{"a body without a name", []Story{body("world", "the carmaker"), body("world", "the carmaker")}, nil},
		{"a pronoun", []Story{body("world", "She", "It", "This company"), body("world", "She", "It", "This company"), person("world", "He"), person("world", "He")}, nil},
		{"somebody", []Story{speaking("world", speaker.Unnamed, "a senior official"), speaking("world", speaker.Unnamed, "a senior official")}, nil},
		{"no name at all", []Story{person("world", ""), person("world", "")}, nil},
	} {
		var got []string
		for _, p := range whoSaidWhat(c.in) {
			line := p.Name
			for _, a := range p.Stories {
				line += fmt.Sprintf(" %d.%d", a.Story, a.Speaker)
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestWhoSaidWhatRoles(t *testing.T) {
	got := whoSaidWhat([]Story{
		speaking("world", speaker.Person, "Ada Finch, finance minister"),
		speaking("world", speaker.Person, "Ada Finch, the finance minister, a former judge"),
	})
	if diff := cmp.Diff([]string{"finance minister", "a former judge"}, got[0].Roles); diff != "" {
		t.Errorf("roles (-want +got):\n%s", diff)
	}
}

// TestWhoSaidNothing leaves out who is named in two stories and speaks in one.
func TestWhoSaidNothing(t *testing.T) {
	silent := speaking("world", speaker.Person, "Ada Finch")
	silent.Speakers[0].Positions = nil
	if got := whoSaidWhat([]Story{speaking("world", speaker.Person, "Ada Finch"), silent}); len(got) != 0 {
		t.Errorf("whoSaidWhat = %v, want nobody", got)
	}
}

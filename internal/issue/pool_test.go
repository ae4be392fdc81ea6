package issue

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/digest"
	"onrecord/internal/speaker"
)

// voices pools the speakers of articles given by what they add to a body.
func voices(articles ...[]func(*digest.Digest)) []Speaker {
	var ds []digest.Digest
	for i, changes := range articles {
		ds = append(ds, written(string(rune('a'+i)), "x", "Body.", changes...))
	}
	return pool(ds)
}

type changes = []func(*digest.Digest)

func TestPoolNames(t *testing.T) {
	person := func(name string) func(*digest.Digest) { return saying(name, speaker.Person, "", "words of "+name) }
	body := func(name string) func(*digest.Digest) {
		return saying(name, speaker.Organization, "", "words of "+name)
	}
	for _, c := range []struct {
		name string
		in   []changes
		want []string
	}{
		{"surname", []changes{{person("Biden")}, {person("Joe Biden")}}, []string{"Joe Biden"}},
		{"surname of two", []changes{{person("Joe Biden"), person("Jill Biden")}, {person("Biden")}}, []string{"Joe Biden", "Biden", "Jill Biden"}},
		{"family name first", []changes{{person("Kim Song")}, {person("Kim")}}, []string{"Kim Song"}},
		{"middle initial", []changes{{person("Maud Achterberg")}, {person("Maud J. Achterberg")}}, []string{"Maud J. Achterberg"}},
		{"initial", []changes{{person("M. Achterberg")}, {person("Maud Achterberg")}}, []string{"Maud Achterberg"}},
		{"other given name", []changes{{person("Anna Reyes")}, {person("Luis Reyes")}}, []string{"Anna Reyes", "Luis Reyes"}},
		{"case and points", []changes{{body("U.N.")}, {body("UN")}}, []string{"U.N."}},
		{"initials of a body", []changes{{body("World Fisheries Council")}, {body("WFC")}}, []string{"World Fisheries Council"}},
		{"article before a body", []changes{{body("the Harbour Board")}, {body("Harbour Board")}}, []string{"the Harbour Board"}},
		{"first word of a body", []changes{{body("Brightwater")}, {body("Brightwater Cement")}}, []string{"Brightwater Cement"}},
		{"legal form of a body", []changes{{body("Brightwater Cement")}, {body("Brightwater Cement Ltd.")}}, []string{"Brightwater Cement Ltd."}},
		{"one body within another's name", []changes{{body("Harbour Board")}, {body("Harbour Board Union")}}, []string{"Harbour Board", "Harbour Board Union"}},
		{"last word of a body", []changes{{body("the Council")}, {body("Maren Sea Council")}}, []string{"Maren Sea Council"}},
		{"a person is no body", []changes{{person("Storm")}, {body("Storm Brewing")}}, []string{"Storm", "Storm Brewing"}},
		{"nobody's name", []changes{{person("")}, {person("")}}, []string{""}},
	} {
		var got []string
		for _, s := range voices(c.in...) {
			got = append(got, s.Name)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestPoolUnnamed(t *testing.T) {
	official := func(words string) changes {
		return changes{saying("a senior official", speaker.Unnamed, "", words)}
	}
	if got := voices(official("the talks would go on until Thursday"), official("no ship had left the harbour")); len(got) != 2 {
		t.Errorf("two officials who said different things are %d speakers, want 2", len(got))
	}
	if got := voices(official("the talks would go on until Thursday"), official("the talks would go on until Thursday")); len(got) != 1 {
		t.Errorf("officials who said the same are %d speakers, want 1", len(got))
	}
}

func TestPoolRoles(t *testing.T) {
	got := voices(
		changes{saying("Storm", speaker.Person, "mayor of Osterby", "a")},
		changes{saying("Hanneke Storm", speaker.Person, "the Mayor of Osterby", "b")},
		changes{saying("Hanneke Storm", speaker.Person, "a former judge", "c")},
	)
	if diff := cmp.Diff([]string{"mayor of Osterby", "a former judge"}, got[0].Roles); diff != "" {
		t.Errorf("roles (-want +got):\n%s", diff)
	}
}

func TestPoolPositions(t *testing.T) {
	got := voices(
		changes{saying("Storm", speaker.Person, "", "the dyke had been inspected in August", "nobody was to blame")},
		changes{saying("Storm", speaker.Person, "", "the dyke had been inspected in August by the provincial engineers", "the school would stay open")},
		changes{saying("Storm", speaker.Person, "", "Nobody was to blame")},
	)
	type said struct {
		Text    string
		Article int
	}
	var ps []said
	for _, p := range got[0].Positions {
		ps = append(ps, said{p.Text, p.Article})
	}
	want := []said{
		{"the dyke had been inspected in August by the provincial engineers", 1},
		{"nobody was to blame", 0},
		{"the school would stay open", 1},
	}
	if diff := cmp.Diff(want, ps); diff != "" {
		t.Errorf("positions (-want +got):\n%s", diff)
	}
}

func TestPoolImportance(t *testing.T) {
	first := changes{saying("Ada Finch", speaker.Person, "", "a"), saying("Piet Okafor", speaker.Person, "", "b"), saying("Luis Arroyo", speaker.Person, "", "c")}
	second := changes{saying("Arroyo", speaker.Person, "", "d"), saying("Okafor", speaker.Person, "", "e")}
	var got []string
	for _, s := range voices(first, second) {
		got = append(got, s.Name)
	}
	if diff := cmp.Diff([]string{"Luis Arroyo", "Ada Finch", "Piet Okafor"}, got); diff != "" {
		t.Errorf("order of speakers (-want +got):\n%s", diff)
	}
}

package issue

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/digest"
	"onrecord/internal/speaker"
	"onrecord/internal/text"
)

// voices pools the speakers of articles given by what they add to a body.
func voices(articles ...[]func(*digest.Digest)) []Speaker {
	var ds []revision
	for i, changes := range articles {
		ds = append(ds, revision{Digest: written(string(rune('a'+i)), "x", "Body.", changes...)})
	}
	return pool(ds)
}

type changes = []func(*digest.Digest)

// interrupted adds a speaker whose one sentence words of reporting interrupt.
func interrupted(name, first, second string) func(*digest.Digest) {
	return func(d *digest.Digest) {
		saying(name, speaker.Person, "", first)(d)
		d.Article.Text += ", " + name + " said, " + second + "."
		s := &d.Speakers[len(d.Speakers)-1]
		end := len(d.Article.Text) - 1
		s.Positions = append(s.Positions, speaker.Position{
			Type: speaker.Indirect, Cue: "said", Text: second, Span: text.Span{Start: end - len(second), End: end},
		})
	}
}

// TestPoolInterrupted holds that the two halves of a sentence stay together,
// and are one statement to another article that has it in one piece.
func TestPoolInterrupted(t *testing.T) {
	const name = "Hanneke Storm"
	halves := interrupted(name, "The Osterby dyke", "had been inspected in August by two engineers")
	whole := saying(name, speaker.Person, "", "the Osterby dyke had been inspected in August by two engineers of the province")
	more := saying(name, speaker.Person, "", "nobody was hurt")
	type said struct {
		text          string
		article       int
		opens, goesOn bool
		also          int
	}
	for _, c := range []struct {
		desc string
		in   []changes
		want []said
	}{
		{"alone", []changes{{halves}}, []said{
			{"The Osterby dyke", 0, true, false, 0}, {"had been inspected in August by two engineers", 0, false, true, 0}}},
		{"told at greater length elsewhere", []changes{{halves}, {whole}}, []said{
			{"the Osterby dyke had been inspected in August by two engineers of the province", 1, false, false, 1}}},
		{"told twice", []changes{{halves}, {halves}, {more}}, []said{
			{"The Osterby dyke", 0, true, false, 1}, {"had been inspected in August by two engineers", 0, false, true, 1},
			{"nobody was hurt", 2, false, false, 0}}},
	} {
		speakers := voices(c.in...)
		if len(speakers) != 1 {
			t.Fatalf("%s: %d speakers", c.desc, len(speakers))
		}
		var got []said
		for _, p := range speakers[0].Positions {
			got = append(got, said{p.Text, p.Article, p.Opens, p.GoesOn, len(p.Also)})
		}
		if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(said{})); diff != "" {
			t.Errorf("%s: positions (-want +got):\n%s", c.desc, diff)
		}
	}
}

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
		{"accents", []changes{{person("Viktor Orszagh")}, {person("Viktor Országh")}}, []string{"Viktor Országh"}},
		{"short form", []changes{{person("Bill Achterberg")}, {person("William Achterberg")}}, []string{"William Achterberg"}},
		{"short form, another's", []changes{{person("Bill Achterberg")}, {person("Walter Achterberg")}}, []string{"Bill Achterberg", "Walter Achterberg"}},
		{"other middle initial", []changes{{person("John A. Marsh")}, {person("John B. Marsh")}}, []string{"John A. Marsh", "John B. Marsh"}},
		{"middle initial written out", []changes{{person("John A. Marsh")}, {person("John Albert Marsh")}}, []string{"John Albert Marsh"}},
		{"initial of two", []changes{{person("M. Achterberg")}, {person("Maud Achterberg")}, {person("Martin Achterberg")}}, []string{"M. Achterberg", "Maud Achterberg", "Martin Achterberg"}},
		{"father and son", []changes{{person("Luis Arroyo Sr.")}, {person("Luis Arroyo Jr.")}}, []string{"Luis Arroyo Sr.", "Luis Arroyo Jr."}},
		{"suffix left out", []changes{{person("Luis Arroyo Jr.")}, {person("Luis Arroyo")}, {person("Arroyo")}}, []string{"Luis Arroyo Jr."}},
		{"particle", []changes{{person("van der Berg")}, {person("Anna van der Berg")}}, []string{"Anna van der Berg"}},
		{"apostrophe", []changes{{person("Nora O’Dell")}, {person("O'Dell")}}, []string{"Nora O’Dell"}},
		{"a kind mistaken", []changes{{body("Maren Holt")}, {person("Maren Holt")}}, []string{"Maren Holt"}},
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

func TestPoolSurnameByRole(t *testing.T) {
	got := voices(
		changes{saying("Anna Reyes", speaker.Person, "fire chief", "a"), saying("Luis Reyes", speaker.Person, "the owner", "b")},
		changes{saying("Reyes", speaker.Person, "Fire Chief", "c")},
	)
	if len(got) != 2 || len(got[0].Positions) != 2 || got[0].Name != "Anna Reyes" {
		t.Errorf("speakers are %v, want the surname with the fire chief", got)
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

// TestPoolRolesThatSayMore keeps the fullest of roles that say one thing.
func TestPoolRolesThatSayMore(t *testing.T) {
	role := func(r string) changes { return changes{saying("Hanneke Storm", speaker.Person, r, "words as "+r)} }
	got := voices(role("Mayor"), role("former judge"), role("Osterby"), role("the mayor of Osterby"), role("Osterby mayor"), role("judge"), role("the"))
	if diff := cmp.Diff([]string{"the mayor of Osterby", "former judge", "the"}, got[0].Roles); diff != "" {
		t.Errorf("roles (-want +got):\n%s", diff)
	}
}

// said is a position as the tests of pooling look at it.
type said struct {
	Text    string
	Article int
	Also    []int
}

func sayings(s Speaker) []said {
	var out []said
	for _, p := range s.Positions {
		out = append(out, said{p.Text, p.Article, p.Also})
	}
	return out
}

func TestPoolPositions(t *testing.T) {
	got := voices(
		changes{saying("Storm", speaker.Person, "", "the dyke had been inspected in August", "nobody was to blame")},
		changes{saying("Storm", speaker.Person, "", "the dyke had been inspected in August by the provincial engineers", "the school would stay open")},
		changes{saying("Storm", speaker.Person, "", "Nobody was to blame")},
	)
	want := []said{
		{"the dyke had been inspected in August by the provincial engineers", 1, []int{0}},
		{"nobody was to blame", 0, []int{2}},
		{"the school would stay open", 1, []int{}},
	}
	if diff := cmp.Diff(want, sayings(got[0])); diff != "" {
		t.Errorf("positions (-want +got):\n%s", diff)
	}
}

// TestPoolSyndicated pools the same words out of three papers: once, with all
// three named.
func TestPoolSyndicated(t *testing.T) {
	const words = "the dyke had been inspected in August and was sound"
	copied := changes{saying("Hanneke Storm", speaker.Person, "mayor", words)}
	got := voices(copied, copied, copied)
	if diff := cmp.Diff([]said{{words, 0, []int{1, 2}}}, sayings(got[0])); diff != "" {
		t.Errorf("positions (-want +got):\n%s", diff)
	}
}

func TestPoolPositionsInTime(t *testing.T) {
	at := func(words, published string, hours int) changes {
		return changes{receivedAt(hours, words), func(d *digest.Digest) { d.Article.Published = published }, saying("Storm", speaker.Person, "", words)}
	}
	got := voices(
		at("said at noon, received later", "2026-11-22T12:00:00Z", 7),
		at("received at three, of a day only", "2026-11-22", 9),
		at("said at eleven, received last", "2026-11-22T12:00:00+01:00", 10),
		at("received at two, of years ago", "2019-11-22T12:00:00Z", 8),
		at("received at one, of the future", "2026-11-29T12:00:00Z", 7),
	)
	var order []int
	for _, p := range got[0].Positions {
		order = append(order, p.Article)
	}
	if diff := cmp.Diff([]int{2, 0, 4, 3, 1}, order); diff != "" {
		t.Errorf("order of positions by article (-want +got):\n%s", diff)
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

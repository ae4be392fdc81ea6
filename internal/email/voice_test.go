package email

import (
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/internal/email/emailtest"
	"onrecord/internal/issue"
)

func TestOpening(t *testing.T) {
	for _, c := range []struct{ cue, want string }{
		{"warned", "Warned"},
		{"called for", "Called for"},
		{"told", "Said"}, // whom, the position does not say
		{"tells", "Says"},
		{"told reporters", "Told reporters"},
		{"saying", "Said"},
		{"calling for", "Called for"},
		{"referring to", "Referred to"},
		{"telling", "Said"},
		{"telling reporters", "Told reporters"},
		{"Denying", "Denied"},
		{"conveying", "Conveyed"},
		{"agreeing", "Agreed"},
		{"citing", "Cited"},
		{"planning", "Planned"},
		{"bringing up", "Brought up"},
		{"bring up", "Bring up"},
		{"seeking", "Sought"},
		{"willing", "Willing"},
		{"According to", ""},
		{"according to", ""},
		{"قالت", "قالت"},
		{":", ""},
		{"―", ""},
		{"", ""},
	} {
		if got := Cue(c.cue); got != c.want {
			t.Errorf("Cue(%q) = %q, want %q", c.cue, got, c.want)
		}
	}
	if !slices.IsSortedFunc(irregular[:], func(a, b [2]string) int { return strings.Compare(a[0], b[0]) }) {
		t.Error("irregular is not sorted")
	}
}

func TestStopped(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"the bridge was safe", "the bridge was safe."},
		{"the bridge was safe.", "the bridge was safe."},
		{"it “safe enough”", "it “safe enough”."},
		{"it “safe enough.”", "it “safe enough.”"},     // the article's own stop
		{"it “safe, for now,”", "it “safe, for now”."}, // the comma led on
		{"whether it was safe?", "whether it was safe?"},
		{"the bill by 3%", "the bill by 3%."},
		{"so it was (again)", "so it was (again)."},
		{"cut short…", "cut short…"},
		{"桥梁是安全的", "桥梁是安全的"},
		{"桥梁是安全的。", "桥梁是安全的。"},
		{"", ""},
	} {
		if got := stopped(c.in); got != c.want {
			t.Errorf("stopped(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func opens(p issue.Position) issue.Position {
	p.Opens = true
	return p
}

func goesOn(p issue.Position) issue.Position {
	p.GoesOn = true
	return p
}

// TestVoice reads speakers as the plain text has them.
func TestVoice(t *testing.T) {
	for _, c := range []struct {
		desc string
		said []issue.Position
		want string
		left int
	}{
		{"a quote that the reporting words interrupt",
			[]issue.Position{direct("said", "We came early"), direct("said", "and they came late.")},
			"Said: “We came early” … “and they came late.”", 0},
		{"a quote after a statement needs no second Said",
			[]issue.Position{indirect("said", "the bridge was safe"), direct("told", "Walk on it.")},
			"Said the bridge was safe. | “Walk on it.”", 0},
		{"but it keeps a word that says more",
			[]issue.Position{indirect("said", "the bridge was safe"), direct("joked", "Walk on it.")},
			"Said the bridge was safe. | Joked: “Walk on it.”", 0},
		{"two quotes of one kind after it are one",
			[]issue.Position{indirect("said", "the bridge was safe"), direct("said", "Walk on it"), direct("said", "Or run.")},
			"Said the bridge was safe. | “Walk on it” … “Or run.”", 0},
		{"a source named after the words",
			[]issue.Position{indirect("according to", "the bridge was safe")},
			"The bridge was safe.", 0},
		{"a sentence that the reporting words interrupt",
			[]issue.Position{opens(indirect("said", "The bridge")), goesOn(indirect("said", "was safe")), indirect("added", "it was old")},
			"Said: The bridge … was safe. | Added it was old.", 0},
		{"and that is not the article's first word",
			[]issue.Position{indirect("said", "the bridge"), goesOn(indirect("said", "was safe"))},
			"Said the bridge … was safe.", 0},
		{"a sentence that a source interrupts",
			[]issue.Position{opens(indirect("according to", "The bridge")), goesOn(indirect("according to", "was safe"))},
			"The bridge … was safe.", 0},
		{"the half of a sentence that is too many",
			[]issue.Position{direct("asked", "1"), direct("added", "2"), indirect("said", "3"), indirect("noted", "the bridge"), goesOn(indirect("noted", "was safe"))},
			"Asked: “1” | Added: “2” | Said 3.", 1},
		{"a quote that is too many",
			[]issue.Position{direct("asked", "1"), direct("added", "2"), direct("said", "3"), goesOn(direct("said", "and 4.")), direct("said", "5")},
			"Asked: “1” | Added: “2” | “3” … “and 4.”", 1},
		{"half a sentence that says nothing",
			[]issue.Position{indirect("said", "\x00"), goesOn(indirect("said", "it was safe"))},
			"Said it was safe.", 0},
		{"an empty statement and one too many",
			[]issue.Position{direct("said", "\x00"), direct("said", "1"), indirect("added", "2"), direct("asked", "3"), direct("said", "4")},
			"Said: “1” | Added 2. | Asked: “3”", 1},
	} {
		v, left := newVoice(says("Ada Finch", "", c.said...), []issue.Source{{}}, 3)
		var lines []string
		for _, p := range v.Positions {
			lines = append(lines, p.Line())
		}
		if got := strings.Join(lines, " | "); got != c.want || left != c.left {
			t.Errorf("%s: %q and %d left, want %q and %d", c.desc, got, left, c.want, c.left)
		}
	}
	for _, name := range []string{"", "\u0300\u0301", "<!--", "\x00"} {
		if got := nameOf(name); got != "Unnamed" {
			t.Errorf("nameOf(%q) = %q, want Unnamed", name, got)
		}
	}
}

func TestEarlier(t *testing.T) {
	for _, c := range []struct {
		date string
		days int
		want string
	}{
		{"2026-11-23", 0, "an earlier issue of today"},
		{"2026-11-22", 1, "yesterday’s issue"},
		{"2026-11-19", 4, "Thursday’s issue"},
		{"2026-11-16", 7, "the issue of Nov 16"},
		{"2025-12-30", 328, "the issue of Dec 30, 2025"},
		{"last week", 7, "an earlier issue"},
		{"2026-11-25", -2, "an earlier issue"},
	} {
		if got := earlier(issue.Follows{Date: c.date, Days: c.days}, emailtest.Window.To, time.UTC); got != c.want {
			t.Errorf("earlier(%s, %d days) = %q, want %q", c.date, c.days, got, c.want)
		}
	}
}

func TestPeople(t *testing.T) {
	is := emailtest.Eight()
	is.People = append(is.People, issue.Person{Name: "Nobody", Stories: []issue.Appearance{{Story: 0}, {Story: 99}}})
	is.People[0].Stories = append(is.People[0].Stories, issue.Appearance{Story: 7})
	got := people(is)
	if len(got) != 1 {
		t.Fatalf("%d people, want the one in stories that there are", len(got))
	}
	if line := strings.ReplaceAll(strings.Join(got[0].line(), " | "), "\u00a0", " "); line != "Marine biologist at the University of Saltmere | stories 1, 6 and 8" {
		t.Errorf("line %q", line)
	}
	for range 40 {
		is.People = append(is.People, is.People[0])
	}
	if got := people(is); len(got) > mostPeople {
		t.Errorf("%d people, want at most %d", len(got), mostPeople)
	}
}

package speaker

import "testing"

func TestLemmatize(t *testing.T) {
	for _, c := range []struct {
		in, want string
		form     form
	}{
		{"say", "say", base},
		{"says", "say", present},
		{"said", "say", past},
		{"saying", "say", gerund},
		{"argued", "argue", past},
		{"arguing", "argue", gerund},
		{"denies", "deny", present},
		{"denied", "deny", past},
		{"stresses", "stress", present},
		{"admitted", "admit", past},
		{"admitting", "admit", gerund},
		{"told", "tell", past},
		{"telling", "tell", gerund},
		{"wrote", "write", past},
		{"written", "write", passive},
		{"criticises", "criticise", present},
		{"called", "call", past},
		{"sees", "see", present},
		{"read", "read", past},
		{"walked", "", noForm},
		{"bridge", "", noForm},
		{"s", "", noForm},
		{"", "", noForm},
		{"ing", "", noForm},
		{"ed", "", noForm},
	} {
		lemma, form, fr := lemmatize(c.in)
		if fr == 0 {
			lemma, form = "", noForm
		}
		if lemma != c.want || form != c.form {
			t.Errorf("lemmatize(%q) = %q, %d, want %q, %d", c.in, lemma, form, c.want, c.form)
		}
	}
}

// TestParticles holds the form of the lists that hasWord reads, and that every
// verb with one is known.
func TestParticles(t *testing.T) {
	for _, lemma := range []string{"call", "caution", "point", "refer", "respond", "speak", "appeal", "plead", "lash", "brush", "rail", "argue", "agree", "complain", "insist", "apologize", "hint", "cast", "go", "add", "hope"} {
		list := particles(lemma)
		if list == "" || list[len(list)-1] != ' ' {
			t.Errorf("particles(%q) = %q, want words each closed by a space", lemma, list)
		}
		if reporting(lemma) == 0 {
			t.Errorf("reporting(%q) = 0, but it has particles", lemma)
		}
	}
	if !hasWord("on upon for ", "upon") || hasWord("on upon for ", "up") || hasWord("", "on") {
		t.Error("hasWord finds parts of words or misses whole ones")
	}
}

func TestClitic(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int
	}{
		{"orvik’s", 4}, {"orvik's", 2}, {"they’ll", 5}, {"we've", 3}, {"bridges", 0}, {"’s", 0}, {"s", 0}, {"didn’t", 0},
	} {
		if got := clitic(c.in); got != c.want {
			t.Errorf("clitic(%q) = %d, want %d", c.in, got, c.want)
		}
	}
}

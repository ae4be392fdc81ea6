package issue

import (
	_ "embed"
	"slices"
	"strings"
)

// contradicts reports whether two headlines on one event can't both be true:
// they speak of the same things, and one denies what the other says, says the
// opposite, or gives another number of the same. It is made for showing both,
// so what it misses is still listed among the sources.
func contradicts(a, b string) bool {
	x, y := newClaim(a), newClaim(b)
	if !x.sameMatter(y) {
		return false
	}
	return x.denied != y.denied || x.otherNumber(y) || x.opposes(y)
}

// claim is a headline as contradictions show in it.
type claim struct {
	subject string            // the first word that tells something
	words   []string          // stems of the words that tell something, in order
	all     []string          // the same with stop-words
	denied  bool              // by a negation, or a verb that is one
	numbers map[string]string // by the stem of the word beside it
}

func newClaim(headline string) claim {
	const limit = 40
	c := claim{numbers: map[string]string{}}
	previous, number := "", ""
	for _, w := range words(headline, limit) {
		switch {
		case negation(w.folded):
			c.denied = !c.denied
			continue
		case w.number || numeral(w.folded) != "":
			number = strings.ReplaceAll(w.folded, ",", "")
			if n := numeral(w.folded); n != "" {
				number = n
			}
			if previous != "" {
				c.numbers[previous+" _"] = number
			}
			previous = ""
			continue
		}
		s := stem(w.folded)
		c.all = append(c.all, s)
		if isStopword(w.folded) {
			continue
		}
		if c.subject == "" {
			c.subject = s
		}
		if number != "" {
			c.numbers["_ "+s] = number
			number = ""
		}
		c.words = append(c.words, s)
		previous = s
	}
	return c
}

// sameMatter reports whether half of the shorter headline's words stand in the
// other too, and two of more than two.
func (c claim) sameMatter(d claim) bool {
	short, long := c.words, d.words
	if len(short) > len(long) {
		short, long = long, short
	}
	shared := 0
	for _, w := range short {
		if slices.Contains(long, w) {
			shared++
		}
	}
	return shared > 0 && shared*2 >= len(short) && shared >= min(2, len(short)-1)
}

// otherNumber reports whether the headlines count the same and differ.
func (c claim) otherNumber(d claim) bool {
	for beside, n := range c.numbers {
		if m, both := d.numbers[beside]; both && n != m {
			return true
		}
	}
	return false
}

// opposites lists words of opposite sense, a pair of sides to a line with a
// bar between. Where a line begins with =, the headlines must
// begin with the same word: that one side won and the other lost is one fact.
//
//go:embed opposites.txt
var opposites string

func (c claim) opposes(d claim) bool {
	for line := range strings.Lines(opposites) {
		line, relation := strings.CutPrefix(strings.TrimSpace(line), "=")
		one, other, found := strings.Cut(line, "|")
		if !found || relation && c.subject != d.subject {
			continue
		}
		x, y := strings.Fields(one), strings.Fields(other)
		if c.says(x) && !c.says(y) && d.says(y) && !d.says(x) || d.says(x) && !d.says(y) && c.says(y) && !c.says(x) {
			return true
		}
	}
	return false
}

func (c claim) says(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(c.all, stem(w)) })
}

// negation reports whether a headline's word denies the rest of it.
func negation(w string) bool {
	switch w {
	case "no", "not", "never", "none", "nobody", "neither", "nor", "cannot",
		"deny", "denies", "denied", "denying", "refuse", "refuses", "refused", "refusing", "unlikely":
		return true
	}
	return strings.HasSuffix(w, "n't")
}

// numeral returns the digits of a number that headlines write out.
func numeral(w string) string {
	const names = " zero one two three four five six seven eight nine ten eleven twelve "
	at := strings.Index(names, " "+w+" ")
	if at < 0 || w == "one" { // "one man" counts, "one of" does not
		return ""
	}
	digits := []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}
	return digits[strings.Count(names[:at], " ")]
}

// stem takes the endings of verbs and plurals off, so that "approves",
// "approved" and "approve" are one. It only has to do the same to both
// headlines.
func stem(w string) string {
	for _, ending := range []string{"ing", "ed", "es", "s"} {
		if s, found := strings.CutSuffix(w, ending); found && len(s) >= 3 && !strings.HasSuffix(w, "ss") {
			w = s
			break
		}
	}
	w = strings.TrimSuffix(w, "e")
	if n := len(w); n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("aeiou", rune(w[n-1])) {
		w = w[:n-1] // "stopped", and "kill" with "killed"
	}
	return w
}

package speaker

// form is the form of a verb.
type form uint8

const (
	noForm  form = iota
	base         // say
	present      // says
	past         // said: the past tense, or the participle of the same form
	gerund       // saying
	passive      // known: a participle that is no past tense
)

// irregular returns the base form and the form of the irregular reporting
// verbs.
func irregular(w string) (string, form) {
	switch w {
	case "said":
		return "say", past
	case "told":
		return "tell", past
	case "wrote":
		return "write", past
	case "written":
		return "write", passive
	case "thought":
		return "think", past
	case "felt":
		return "feel", past
	case "knew":
		return "know", past
	case "known":
		return "know", passive
	case "found":
		return "find", past
	case "began":
		return "begin", past
	case "went":
		return "go", past
	case "goes":
		return "go", present
	case "sang":
		return "sing", past
	case "swore":
		return "swear", past
	case "spoke":
		return "speak", past
	case "spoken":
		return "speak", passive
	case "sought":
		return "seek", past
	case "saw":
		return "see", past
	case "seen":
		return "see", passive
	case "shown":
		return "show", passive
	case "understood":
		return "understand", past
	case "heard":
		return "hear", past
	case "took":
		return "take", past
	case "made":
		return "make", past
	case "gave":
		return "give", past
	case "given":
		return "give", passive
	case "undertook":
		return "undertake", past
	case "undertaken":
		return "undertake", past
	case "came":
		return "come", past
	case "held":
		return "hold", past
	case "laid":
		return "lay", past
	case "dealt":
		return "deal", past
	case "lying", "dying":
		return "", noForm
	}
	return "", noForm
}

// lemmatize returns the base form of the reporting verb that w, in lower
// case, is a form of, the form, and the frame; a zero frame where it is none.
func lemmatize(w string) (string, form, frame) {
	if l, f := irregular(w); f != noForm {
		return l, f, reporting(l)
	}
	if fr := reporting(w); fr != 0 {
		f := base
		switch w { // the past has the form of the base
		case "read", "set", "cast", "hit", "put", "forecast", "let":
			f = past
		}
		return w, f, fr
	}
	n := len(w)
	if n < 4 {
		return "", noForm, 0
	}
	switch {
	case endsInS(w):
		return stems(w[:n-1], w, n, present)
	case n > 4 && w[n-2:] == "ed":
		return stems(w[:n-1], w, n, past)
	case n > 5 && w[n-3:] == "ing":
		return stems(w[:n-3], w, n, gerund)
	}
	return "", noForm, 0
}

// stems tries the spellings that a base form may have before an ending.
func stems(stem, w string, n int, f form) (string, form, frame) {
	try := func(s string) (string, form, frame) { return s, f, reporting(s) }
	if l, f, fr := try(stem); fr != 0 { // says; praised → praise; telling
		return l, f, fr
	}
	switch f {
	case present:
		if w[n-2] == 'e' {
			if l, f, fr := try(w[:n-2]); fr != 0 { // stresses
				return l, f, fr
			}
			if n > 4 && w[n-3] == 'i' {
				return ending(w[:n-3], "y", f) // denies
			}
		}
	case past:
		s := w[:n-2] // added
		if l, f, fr := try(s); fr != 0 {
			return l, f, fr
		}
		if m := len(s); m > 2 && s[m-1] == s[m-2] {
			return try(s[:m-1]) // quipped
		}
		if s[len(s)-1] == 'i' {
			return ending(s[:len(s)-1], "y", f) // denied
		}
	case gerund:
		if m := len(stem); m > 2 && stem[m-1] == stem[m-2] {
			if l, f, fr := try(stem[:m-1]); fr != 0 { // quipping
				return l, f, fr
			}
		}
		return ending(stem, "e", f) // stating
	}
	return "", noForm, 0
}

// ending looks up stem with another ending, without building the word on the
// heap.
func ending(stem, end string, f form) (string, form, frame) {
	var buf [24]byte
	if len(stem)+len(end) > len(buf) {
		return "", noForm, 0
	}
	n := copy(buf[:], stem)
	n += copy(buf[n:], end)
	if fr := reporting(string(buf[:n])); fr != 0 {
		return string(buf[:n]), f, fr
	}
	return "", noForm, 0
}

// endsInS reports whether w ends like a plural or a verb in the third person: in one s.
func endsInS(w string) bool {
	n := len(w)
	return n > 1 && w[n-1] == 's' && w[n-2] != 's'
}

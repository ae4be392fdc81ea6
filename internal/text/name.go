package text

import "strings"

// IsHonorific reports whether w is a form of address that is not part of a
// name: "Mr.", "Mrs", "Dr.", "Sir". Ranks and offices such as "Gen." or
// "President" are roles and not honorifics.
func IsHonorific(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "Mr", "Mrs", "Ms", "Miss", "Mx", "Messrs", "Mmes", "Mme", "Dr", "Sir", "Dame", "Lord", "Lady", "Madam", "Madame", "Mister", "Hon", "Adv", "Shri", "Smt":
		return true
	}
	return false
}

// IsCapitalized reports whether the word w begins with a capital letter.
func IsCapitalized(w string) bool { return isUpper(runeAt(w, 0)) }

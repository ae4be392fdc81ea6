package summary

import (
	"strings"
	"unicode"

	"onrecord/internal/text"
)

// rouge is how near a summary comes to one that a person wrote: the mean of
// ROUGE-1, -2 and -Lsum F1 (Lin 2004). Words are compared by their first six
// letters instead of Porter's stems, which takes away little and serves other
// languages too.
func rouge(reference, summary [][]string) float64 {
	want, got := flat(reference), flat(summary)
	return (f1(overlap(want, got, 1), len(want), len(got)) +
		f1(overlap(want, got, 2), len(want)-1, len(got)-1) +
		f1(unionLCS(reference, summary), len(want), len(got))) / 3
}

// sentencesOf returns the sentences of s, each as its stems.
func sentencesOf(s string) [][]string {
	var all [][]string
	for _, span := range text.Sentences(s) {
		all = append(all, stems(span.Of(s)))
	}
	return all
}

// stems returns the words of s, cut to six letters.
func stems(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for k, w := range words {
		if letters := []rune(w); len(letters) > stem {
			words[k] = string(letters[:stem])
		}
	}
	return words
}

func flat(sentences [][]string) []string {
	var all []string
	for _, s := range sentences {
		all = append(all, s...)
	}
	return all
}

func f1(hits, want, got int) float64 {
	if hits == 0 {
		return 0
	}
	return 2 * float64(hits) / float64(want+got)
}

// overlap counts the runs of n words that two texts share.
func overlap(want, got []string, n int) int {
	left := map[string]int{}
	for k := n; k <= len(want); k++ {
		left[strings.Join(want[k-n:k], " ")]++
	}
	hits := 0
	for k := n; k <= len(got); k++ {
		run := strings.Join(got[k-n:k], " ")
		if left[run] > 0 {
			left[run]--
			hits++
		}
	}
	return hits
}

// unionLCS counts the words of the reference's sentences that lie on a longest
// common subsequence with one of the summary's, each word of the summary once.
func unionLCS(reference, summary [][]string) int {
	left := map[string]int{}
	for _, w := range flat(summary) {
		left[w]++
	}
	hits := 0
	for _, r := range reference {
		on := make([]bool, len(r))
		for _, s := range summary {
			markLCS(r, s, on)
		}
		for k, w := range r {
			if on[k] && left[w] > 0 {
				left[w]--
				hits++
			}
		}
	}
	return hits
}

// markLCS marks the words of a on one longest common subsequence with b.
func markLCS(a, b []string, on []bool) {
	width := len(b) + 1
	table := make([]int, (len(a)+1)*width)
	for i := range a {
		for j := range b {
			if a[i] == b[j] {
				table[(i+1)*width+j+1] = table[i*width+j] + 1
			} else {
				table[(i+1)*width+j+1] = max(table[i*width+j+1], table[(i+1)*width+j])
			}
		}
	}
	for i, j := len(a), len(b); i > 0 && j > 0; {
		switch {
		case a[i-1] == b[j-1]:
			on[i-1] = true
			i, j = i-1, j-1
		case table[i*width+j-1] > table[(i-1)*width+j]:
			j--
		default:
			i--
		}
	}
}

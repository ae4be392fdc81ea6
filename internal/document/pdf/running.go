package pdf

import (
	"slices"
	"strings"
	"unicode"
)

// dropRunning drops page numbers and the running heads and feet that say the
// same on every page, from the outermost lines of the pages.
func dropRunning(pages [][]run, sheets []*sheet) {
	count := map[string]int{}
	for _, p := range pages {
		seen := map[string]bool{}
		for _, i := range outer(p) {
			if f := pattern(p[i].text); !seen[f] {
				seen[f] = true
				count[f]++
			}
		}
	}
	for k, p := range pages {
		drop := map[int]bool{}
		for _, i := range outer(p) {
			repeated := len(pages) > 1 && count[pattern(p[i].text)]*2 > len(pages) && len(p[i].text) < 200
			inMargin := p[i].y < 0.09*sheets[k].height || p[i].y > 0.91*sheets[k].height
			if repeated && count[pattern(p[i].text)] > 1 || pageNumber(p[i].text) || inMargin && printed(p[i].text) {
				drop[i] = true
			}
		}
		n := 0
		for i := range p {
			if !drop[i] {
				p[n] = p[i]
				n++
			}
		}
		pages[k] = p[:n]
	}
}

// outer returns the indexes of the segments in the two topmost and the two
// lowest lines of a page.
func outer(segs []run) []int {
	order := make([]int, len(segs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case segs[a].y > segs[b].y:
			return -1
		case segs[a].y < segs[b].y:
			return 1
		}
		return 0
	})
	var out []int
	take := func(order []int) {
		lines, last := 0, 0.0
		for k, i := range order {
			if k == 0 || !near(segs[i].y, last, 0.4*segs[i].size) {
				if lines++; lines > 2 {
					return
				}
			}
			last = segs[i].y
			if !slices.Contains(out, i) && len(out) < 40 {
				out = append(out, i)
			}
		}
	}
	take(order)
	slices.Reverse(order)
	take(order)
	return out
}

// pattern is a line without its numbers.
func pattern(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || r == ' ' {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// pageNumber reports a line that is a page number: 3, – 3 –, Page 3 of 7, 3/7.
func pageNumber(s string) bool {
	digits := 0
	rest := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			digits++
			return -1
		case unicode.IsLetter(r):
			return unicode.ToLower(r)
		}
		return -1
	}, s)
	switch rest {
	case "", "page", "pageof", "of", "p", "seite", "seitevon", "von", "s", "pagina", "página", "pág", "side", "sida", "strona":
		return digits > 0 && digits <= 8 && len(s) <= 24
	}
	return false
}

// printed reports what browsers print above and below a page: the time and
// the title, the address and the page's number.
func printed(s string) bool {
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "file:///") {
		return !strings.Contains(s, " ") || pageNumber(s[strings.LastIndexByte(s, ' ')+1:])
	}
	digits := 0
	for i := range min(len(s), 20) {
		if '0' <= s[i] && s[i] <= '9' {
			digits++
		}
	}
	date, clock, found := strings.Cut(s[:min(len(s), 22)], ", ")
	return found && digits >= 6 && strings.Count(date, "/")+strings.Count(date, ".") == 2 && strings.Contains(clock, ":")
}

package local

import (
	"net/http"
	"slices"
	"strconv"
)

// sheet is a stretch of a long list, the latest first.
type sheet struct {
	Number, Size int // from 1; entries on each
	Total        int // entries on all
}

// sheetOf reads which sheet a request asks for.
func sheetOf(r *http.Request, size int) sheet {
	n, err := strconv.Atoi(r.FormValue("sheet"))
	if err != nil || n < 1 {
		n = 1
	}
	return sheet{Number: n, Size: size}
}

// latest returns a copy of the sheet's entries, the last of all first.
func latest[T any](all []T, s sheet) ([]T, sheet) {
	s.Total = len(all)
	s.Number = min(s.Number, s.Last())
	end := max(0, len(all)-(s.Number-1)*s.Size)
	out := slices.Clone(all[max(0, end-s.Size):end])
	slices.Reverse(out)
	return out, s
}

// Last is the number of the last sheet.
func (s sheet) Last() int { return max(1, (s.Total+s.Size-1)/s.Size) }

// Newer is the number of the sheet before, 0 where there is none.
func (s sheet) Newer() int { return s.Number - 1 }

// Older is the number of the sheet after, 0 where there is none.
func (s sheet) Older() int {
	if s.Number >= s.Last() {
		return 0
	}
	return s.Number + 1
}

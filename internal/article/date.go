package article

import (
	"fmt"
	"strings"
	"time"
)

// dating is a date, where the page gives it and why it was believed.
type dating struct{ value, from, why string }

// published chooses the day on which the article appeared. What is declared to
// be that comes first, unless the page shows an earlier day by the headline:
// nothing is shown to have appeared before it did, and many systems declare
// the day of the last change. Then comes what is shown, and last what is said
// to be of a change: the article stood there by then.
func (m *metadata) published() dating {
	c := m.declaredDate()
	switch {
	case c.value == "":
		c = m.undeclaredDate()
	case m.shownBefore(c.value):
		c = dating{m.shownDate, "line by the headline", "shown by the headline, and before the day that " + c.from + " declares"}
	}
	if c.value == "" {
		return c
	}
	if shown := m.asShown(c.value); shown != c.value {
		c = dating{shown, "line by the headline", "the reader's day of the instant that " + c.from + " has in UTC"}
	}
	c.value = m.precise(c.value)
	return c
}

// shownBefore reports an earlier day by the headline. One day is what a reader
// elsewhere has: a written zone says where the article appeared.
func (m *metadata) shownBefore(declared string) bool {
	if m.shownDate == "" {
		return false
	}
	shown, err := time.Parse(time.DateOnly, m.shownDate[:len(time.DateOnly)])
	day, err2 := time.Parse(time.DateOnly, declared[:len(time.DateOnly)])
	if err != nil || err2 != nil || !shown.Before(day) {
		return false
	}
	zoned := len(declared) > len(time.DateOnly) && !strings.HasSuffix(declared, "Z") && !strings.HasSuffix(declared, "+00:00")
	return !zoned || day.Sub(shown) > 24*time.Hour
}

// declaredDate returns the date that the page declares to be the article's.
func (m *metadata) declaredDate() dating {
	several := m.severalMarked()
	for _, rank := range [...]struct {
		is  func(from string) bool
		why string
	}{
		{func(f string) bool { return f == "json-ld datePublished" }, "declared as the day of publication"},
		{func(f string) bool {
			return strings.Contains(f, "publ") && f != "itemprop" || strings.Contains(f, "release")
		}, "declared as the day of publication"},
		{func(f string) bool { return f == "itemprop" && !several }, "marked as the day of publication"},
		{func(f string) bool {
			return !strings.HasPrefix(f, "time") && f != "class date" && f != "json-ld page" && f != "itemprop"
		}, "the only kind of date that the page declares"},
		{func(f string) bool { return f == "json-ld page" }, "declared for the page, which may be older than its article"},
	} {
		if c := m.firstDate(rank.is, rank.why); c.value != "" {
			return c
		}
	}
	return dating{}
}

// undeclaredDate returns the best date of a page that declares none.
func (m *metadata) undeclaredDate() dating {
	for _, find := range [...]func() dating{
		func() dating { return dating{m.shownDate, "line by the headline", "shown by the headline"} },
		func() dating {
			return m.firstDate(func(f string) bool { return f == "time" || f == "itemprop" }, "the first time that the page marks")
		},
		func() dating {
			return m.firstDate(func(f string) bool { return f == "time text" || f == "class date" }, "the first line that the page marks as a date")
		},
		func() dating {
			return dating{dateAlone(m.blocks), "line", "the first line that is a date and nothing else"}
		},
		func() dating {
			return m.firstDate(func(f string) bool { return strings.HasPrefix(f, "time") }, "the only time on the page")
		},
		func() dating {
			return dating{m.updatedDate, "line by the headline", "no other date than that of a change"}
		},
		func() dating { return dating{addressDate(m.canonical), "address", "the address has a day in it"} },
	} {
		if c := find(); c.value != "" {
			return c
		}
	}
	return dating{}
}

func (m *metadata) firstDate(is func(from string) bool, why string) dating {
	for _, c := range m.dates {
		if is(c.from) {
			if d := parseDate(c.value); d != "" {
				return dating{d, c.from, why}
			}
		}
	}
	return dating{}
}

// severalMarked reports a page that marks the days of several articles.
func (m *metadata) severalMarked() bool {
	first := ""
	for _, c := range m.dates {
		if c.from != "itemprop" {
			continue
		}
		if d := parseDate(c.value); len(d) >= len(time.DateOnly) {
			if d = d[:len(time.DateOnly)]; first != "" && d != first {
				return true
			}
			first = d
		}
	}
	return false
}

// asShown returns the day that the page shows, where a machine's UTC time has
// the day before or after it: the reader's date is the one as written.
func (m *metadata) asShown(d string) string {
	at, err := time.Parse(time.RFC3339, d)
	if _, offset := at.Zone(); err != nil || offset != 0 || m.shownDate == "" {
		return d
	}
	day, err := time.Parse(time.DateOnly, m.shownDate[:len(time.DateOnly)])
	if err != nil || !strings.HasPrefix(m.shownDate, day.Format(time.DateOnly)) {
		return d
	}
	// Noon of the shown day lies within a day of the instant, wherever on
	// earth that day is.
	if gap := at.Sub(day); day.Format(time.DateOnly) != d[:len(time.DateOnly)] && gap > -14*time.Hour && gap < 36*time.Hour {
		return m.shownDate
	}
	return d
}

// precise returns a fuller form of a bare date, where the page has one.
func (m *metadata) precise(d string) string {
	if len(d) > len(time.DateOnly) {
		return d
	}
	for _, c := range m.dates {
		if strings.Contains(c.from, "ubli") || c.from == "time" {
			if full := parseDate(c.value); len(full) > len(d) && strings.HasPrefix(full, d) {
				return full
			}
		}
	}
	return d
}

// parseDate reads a date as people and machines write it, and returns it in
// RFC 3339 with the written offset. Without an offset it is a bare date: a
// zone is never made up. 3/4/2024 is two dates and so none; 3.4.2024 is the
// third of April, wherever it is written so.
func parseDate(s string) string {
	if s == "" {
		return ""
	}
	return parseCollapsed(collapse(s))
}

// parseCollapsed is parseDate for text with single spaces.
func parseCollapsed(s string) string {
	if len(s) > 120 || !strings.ContainsAny(s, "0123456789") {
		return ""
	}
	y, mo, d, rest := isoDate(s)
	if y == 0 {
		y, mo, d, rest = eastDate(s)
	}
	if y == 0 {
		y, mo, d, rest = wordDate(s)
	}
	if y == 0 {
		y, mo, d, rest = numericDate(s)
	}
	if y < 1800 || y > 2100 || !realDay(y, mo, d) {
		return ""
	}
	day := fmt.Sprintf("%04d-%02d-%02d", y, mo, d)
	if clock, zone := clockAndZone(rest); clock != "" && zone != "" {
		return day + "T" + clock + zone
	}
	return day
}

func realDay(y, m, d int) bool {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t.Year() == y && int(t.Month()) == m && t.Day() == d
}

// isoDate reads 2024-06-01, 2024/06/01 and 20240601 and what follows.
func isoDate(s string) (y, m, d int, rest string) {
	y, n := number(s, 4)
	if n != 4 {
		return 0, 0, 0, ""
	}
	s = s[4:]
	if m, n = number(s, 2); n == 2 && len(s) >= 4 {
		if d, n = number(s[2:], 2); n == 2 {
			return y, m, d, s[4:]
		}
	}
	if s == "" || strings.IndexByte("-/.", s[0]) < 0 {
		return 0, 0, 0, ""
	}
	sep := s[0]
	m, n = number(s[1:], 2)
	if n == 0 || len(s) < n+2 || s[1+n] != sep {
		return 0, 0, 0, ""
	}
	s = s[n+2:]
	d, n = number(s, 2)
	if n == 0 {
		return 0, 0, 0, ""
	}
	return y, m, d, s[n:]
}

// eastDate reads 2024年6月1日 and 2024년 6월 1일, wherever it stands.
func eastDate(s string) (y, m, d int, rest string) {
	for _, unit := range [...][3]string{{"年", "月", "日"}, {"년", "월", "일"}} {
		i := strings.Index(s, unit[0])
		if i < 4 {
			continue
		}
		y, n := number(s[i-4:], 4)
		after := strings.TrimLeft(s[i+len(unit[0]):], " ")
		m, k := number(after, 2)
		after, found := strings.CutPrefix(strings.TrimLeft(after[k:], " "), unit[1])
		after = strings.TrimLeft(after, " ")
		d, l := number(after, 2)
		if n == 4 && k > 0 && found && l > 0 {
			return y, m, d, strings.TrimPrefix(after[l:], unit[2])
		}
	}
	return 0, 0, 0, ""
}

// number reads up to limit digits, and returns how many there were.
func number(s string, limit int) (v, n int) {
	for n < len(s) && n < limit && '0' <= s[n] && s[n] <= '9' {
		v = v*10 + int(s[n]-'0')
		n++
	}
	return v, n
}

// numericDate reads 1.6.2024 and, where the day is over 12, 25/6/2024.
func numericDate(s string) (y, m, d int, rest string) {
	start := strings.IndexAny(s, "0123456789")
	if start < 0 {
		return 0, 0, 0, ""
	}
	s = s[start:]
	a, n := number(s, 2)
	if n == 0 || len(s) <= n || strings.IndexByte("./-", s[n]) < 0 {
		return 0, 0, 0, ""
	}
	sep := s[n]
	s = strings.TrimPrefix(s[n+1:], " ")
	b, n := number(s, 2)
	if n == 0 || len(s) <= n || s[n] != sep {
		return 0, 0, 0, ""
	}
	s = strings.TrimPrefix(s[n+1:], " ")
	y, n = number(s, 4)
	if n != 4 {
		return 0, 0, 0, ""
	}
	switch {
	case sep == '.', a > 12, a == b:
		return y, b, a, s[n:]
	case b > 12:
		return y, a, b, s[n:]
	}
	return 0, 0, 0, ""
}

// wordDate reads dates with the month's name in them: June 1, 2024; 1. Juni
// 2024; 01-Jun-2024; Sat, 01 Jun 2024 09:30:00 +0200; 1 de junio de 2024.
func wordDate(s string) (y, m, d int, rest string) {
	fields := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,-/\u00a0•·・|[]()", r) })
	for i, f := range fields {
		mo := month(strings.ToLower(strings.Trim(unglued(f), ".")))
		if mo == 0 {
			continue
		}
		day, year, last := 0, 0, i
		for j := max(0, i-2); j < len(fields) && j <= i+3; j++ {
			digits := strings.TrimRight(strings.ToLower(strings.TrimLeft(fields[j], "(")), ".;:)thndrso°ºeª")
			v, n := number(digits, 4)
			switch {
			case n == 0 || n != len(digits) && !(n == 4 && !isDigit(digits[n])):
			case n == 4 && year == 0 && (j > i || i < 2):
				year, last = v, max(last, j)
			case n <= 2 && day == 0 && (j == i-1 || j == i+1 || j == i-2 && ofMonth(fields[i-1])):
				day, last = v, max(last, j)
			}
		}
		if day > 0 && year > 0 {
			// From where the clock stands: what FieldsFunc cut away mattered
			// neither to the day nor to the zone's sign.
			return year, mo, day, behind(s, fields[last])
		}
	}
	return 0, 0, 0, ""
}

// unglued returns the last of the words that a field holds where a tag stood
// between them: "readDec".
func unglued(f string) string {
	for i := len(f) - 1; i > 0; i-- {
		if 'A' <= f[i] && f[i] <= 'Z' && 'a' <= f[i-1] && f[i-1] <= 'z' {
			return f[i:]
		}
	}
	return f
}

// behind returns what follows the last of the fields of a date in s.
func behind(s, field string) string {
	i := strings.LastIndex(s, field)
	_, n := number(s[i:], 4)
	return s[i+n:]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// ofMonth reports what stands between a day and its month: 1 de junio.
func ofMonth(w string) bool {
	switch strings.ToLower(w) {
	case "de", "of", "di", "d", "do", "den":
		return true
	}
	return false
}

// clockAndZone reads the time of day in s and its offset. A clock without an
// offset has none to give.
func clockAndZone(s string) (clock, zone string) {
	i := strings.IndexByte(s, ':')
	if i < 1 {
		return "", ""
	}
	start := i - 1
	if start > 0 && '0' <= s[start-1] && s[start-1] <= '9' {
		start--
	}
	h, n := number(s[start:], 2)
	mi, k := number(s[i+1:], 2)
	if n == 0 || k != 2 || h > 23 || mi > 59 {
		return "", ""
	}
	rest, sec := s[i+3:], 0
	if strings.HasPrefix(rest, ":") {
		if v, n := number(rest[1:], 2); n == 2 && v <= 60 {
			sec, rest = min(v, 59), rest[3:]
		}
	}
	if strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, ",") {
		_, n := number(rest[1:], 9)
		rest = rest[1+n:]
	}
	rest = strings.ToLower(strings.TrimSpace(rest))
	for _, half := range []string{"am", "a.m.", "pm", "p.m."} {
		if after, found := strings.CutPrefix(rest, half); found && h <= 12 {
			h, rest = h%12, strings.TrimSpace(after)
			if half[0] == 'p' {
				h += 12
			}
			break
		}
	}
	return fmt.Sprintf("%02d:%02d:%02d", h, mi, sec), offset(rest)
}

// offset reads a written offset, or an abbreviation that means only one.
func offset(s string) string {
	s = strings.TrimLeft(s, "( ")
	if s == "" {
		return ""
	}
	if s[0] == '+' || s[0] == '-' {
		h, n := number(s[1:], 2)
		rest := strings.TrimPrefix(s[1+n:], ":")
		m, k := number(rest, 2)
		if n != 2 || h > 14 || k == 1 || m > 59 {
			return ""
		}
		return fmt.Sprintf("%c%02d:%02d", s[0], h, m)
	}
	word, _, _ := strings.Cut(strings.TrimRight(s, ")."), " ")
	switch word {
	case "z", "utc", "gmt":
		return "Z"
	case "est":
		return "-05:00"
	case "edt":
		return "-04:00"
	case "pst":
		return "-08:00"
	case "pdt", "mst":
		return "-07:00"
	case "mdt":
		return "-06:00"
	case "cet", "mez":
		return "+01:00"
	case "cest", "mesz":
		return "+02:00"
	}
	return ""
}

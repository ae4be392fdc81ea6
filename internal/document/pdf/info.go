package pdf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// info reads what the file says of itself. The Info dictionary is read and not
// XMP: every writer fills both from the same fields, and what only XMP has,
// says nothing of a news article.
func (d *file) info() *File {
	i := d.dict(d.trailer["Info"])
	f := &File{
		Title:    d.textOf(i["Title"]),
		Author:   d.textOf(i["Author"]),
		Created:  date(d.textOf(i["CreationDate"])),
		Language: d.textOf(d.dict(d.trailer["Root"])["Lang"]),
	}
	if d.lock != nil {
		f.Language = "" // strings stay encrypted
	}
	if by := d.textOf(i["Producer"]) + d.textOf(i["Creator"]); strings.Contains(by, "Skia/PDF") || strings.Contains(by, "Mozilla") {
		f.Created = "" // when a page was printed
	}
	if madeUp(f.Title) {
		f.Title = ""
	}
	return f
}

func (d *file) textOf(v value) string {
	s, _ := d.get(v).(str)
	return strings.Join(strings.Fields(textString(string(s))), " ")
}

// madeUp reports a title that a program filled in: the name of a file.
func madeUp(title string) bool {
	low := strings.ToLower(title)
	for _, s := range [...]string{".doc", ".docx", ".odt", ".rtf", ".txt", ".indd", ".qxd", ".qxp", ".pdf", ".html", ".htm", ".pages"} {
		if strings.HasSuffix(low, s) {
			return true
		}
	}
	return strings.HasPrefix(low, "microsoft word - ") || strings.HasPrefix(low, "untitled") || strings.HasPrefix(low, "about:blank")
}

// textString decodes a text string: UTF-16 or UTF-8 with its mark, or else
// PDFDocEncoding, of which the printable part is nearly Windows-1252.
func textString(s string) string {
	switch {
	case strings.HasPrefix(s, "\xfe\xff"), strings.HasPrefix(s, "\xff\xfe"):
		var u []uint16
		for i := 2; i+1 < len(s); i += 2 {
			hi, lo := s[i], s[i+1]
			if s[0] == 0xff {
				hi, lo = lo, hi
			}
			u = append(u, uint16(hi)<<8|uint16(lo))
		}
		return string(utf16.Decode(u))
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		return strings.ToValidUTF8(s[3:], "\uFFFD")
	case utf8.ValidString(s):
		return s
	}
	out, err := charmap.Windows1252.NewDecoder().String(s)
	if err != nil {
		return ""
	}
	return out
}

// date turns D:20261123094500+01'00' into RFC 3339, without its time where it
// has no offset.
func date(s string) string {
	s = strings.TrimPrefix(s, "D:")
	if len(s) < 8 || strings.Trim(s[:8], "0123456789") != "" {
		return ""
	}
	day := s[:4] + "-" + s[4:6] + "-" + s[6:8]
	if len(s) < 15 || strings.Trim(s[8:14], "0123456789") != "" {
		return day
	}
	zone := strings.ReplaceAll(strings.TrimSuffix(s[14:], "'"), "'", ":")
	if zone = strings.TrimSpace(zone); strings.HasPrefix(zone, "Z") {
		zone = "Z"
	}
	return day + "T" + s[8:10] + ":" + s[10:12] + ":" + s[12:14] + zone
}

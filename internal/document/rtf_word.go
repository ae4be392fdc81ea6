package document

import (
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// word obeys a control word. given says that n was written.
func (r *rtf) word(word string, n int, given bool) {
	r.flush()
	if s := namedCharacter(word); s != "" {
		r.put(s)
		return
	}
	switch word {
	case "par", "sect", "page", "row", "cell", "nestcell", "nestrow":
		r.endParagraph()
	case "line":
		r.put("\n")
	case "tab":
		r.put(" ")
	case "u":
		r.unicode(n)
	case "uc":
		r.state.uc = min(max(n, 0), 16)
	case "f":
		if r.state.font = n; r.state.dest == toFonts && len(r.fonts) < 5000 {
			r.fonts[n] = 0
		}
	case "fcharset":
		if r.state.dest == toFonts {
			r.fonts[r.state.font] = charsetPage(n)
		}
	case "cpg":
		if r.state.dest == toFonts {
			r.fonts[r.state.font] = n
		}
	case "ansicpg":
		if n > 0 {
			r.ansi = n
		}
	case "mac":
		r.ansi = 10000
	case "pc":
		r.ansi = 437
	case "pca":
		r.ansi = 850
	case "plain":
		r.state.hidden = false
	case "v":
		r.state.hidden = !given || n != 0
	case "deleted":
		r.state.hidden = r.state.hidden || !given || n != 0
	case "pard":
		r.tag = "p"
	case "s", "outlinelevel":
		r.paragraphStyle(word, n)
	default:
		r.destination(word, n)
	}
}

func (r *rtf) paragraphStyle(word string, n int) {
	switch {
	case word == "s" && r.state.dest == toStyles:
		r.style = n
	case r.state.dest != toBody:
	case word == "s" && r.styles[n] != "":
		r.tag = r.styles[n]
	case word == "outlinelevel" && n >= 0 && n < 9 && r.tag == "p":
		r.tag = headingTag(n + 1)
	}
}

// destination obeys the words that say where the text of a group goes.
func (r *rtf) destination(word string, n int) {
	to := r.state.dest
	switch word {
	case "fonttbl":
		to = toFonts
	case "stylesheet":
		to = toStyles
	case "colortbl", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
		"footnote", "fldinst", "xe", "tc", "listtext", "pntext", "nonshppict", "generator", "datafield", "themedata", "shpinst", "bkmkstart", "bkmkend", "annotation", "atnid", "atnauthor":
		to = toNothing
	case "title":
		to = toTitle
	case "author":
		to = toAuthor
	case "creatim":
		to = toDate
	case "yr", "mo", "dy":
		r.date(word, n)
	case "shptxt":
		to = toBody // \shpinst skips a shape but for its text
	}
	if to != r.state.dest {
		if to != toNothing && to != toBody {
			r.endParagraph()
		}
		r.state.dest = to
	}
}

// date adds year, month and day to the date of creation, in that order.
func (r *rtf) date(word string, n int) {
	if r.state.dest != toDate || n < 0 {
		return
	}
	switch word {
	case "yr":
		r.meta["date"] = fmt.Sprintf("%04d", n%10000)
	default:
		r.meta["date"] += fmt.Sprintf("-%02d", n%100)
	}
	if len(r.meta["date"]) > len("2006-01-02") {
		delete(r.meta, "date")
	}
}

// unicode adds a UTF-16 unit, and joins it with the one before where the two
// are a surrogate pair.
func (r *rtf) unicode(n int) {
	c := rune(uint16(n))
	r.skip = r.state.uc
	if r.state.dest == toNothing || r.state.dest == toFonts || r.state.hidden {
		return
	}
	switch {
	case 0xd800 <= c && c < 0xdc00:
		r.high = c
		return
	case utf16.IsSurrogate(c):
		c = utf16.DecodeRune(r.high, c)
	}
	r.high = 0
	r.put(string(utf8.AppendRune(nil, c)))
}

// endParagraph ends the open paragraph.
func (r *rtf) endParagraph() {
	r.flush()
	if r.state.dest != toBody && r.text.Len() == 0 {
		return
	}
	if r.tag != "toc" {
		r.page.block(r.tag, r.text.String())
	}
	r.text.Reset()
}

func namedCharacter(word string) string {
	switch word {
	case "emdash":
		return "—"
	case "endash":
		return "–"
	case "lquote":
		return "‘"
	case "rquote":
		return "’"
	case "ldblquote":
		return "“"
	case "rdblquote":
		return "”"
	case "bullet":
		return "•"
	case "emspace", "enspace", "qmspace":
		return " "
	}
	return ""
}

// charsetPage is the code page of a Windows character set; 0 for the file's.
func charsetPage(charset int) int {
	switch charset {
	case 77:
		return 10000
	case 128:
		return 932
	case 129:
		return 949
	case 134:
		return 936
	case 136:
		return 950
	case 161:
		return 1253
	case 162:
		return 1254
	case 163:
		return 1258
	case 177:
		return 1255
	case 178:
		return 1256
	case 186:
		return 1257
	case 204:
		return 1251
	case 222:
		return 874
	case 238:
		return 1250
	}
	return 0
}

// codePage is the encoding of that number, Windows-1252 for unknown ones.
func codePage(n int) encoding.Encoding {
	switch n {
	case 437:
		return charmap.CodePage437
	case 850:
		return charmap.CodePage850
	case 852:
		return charmap.CodePage852
	case 866:
		return charmap.CodePage866
	case 874:
		return charmap.Windows874
	case 932:
		return japanese.ShiftJIS
	case 936:
		return simplifiedchinese.GBK
	case 949:
		return korean.EUCKR
	case 950:
		return traditionalchinese.Big5
	case 1250:
		return charmap.Windows1250
	case 1251:
		return charmap.Windows1251
	case 1253:
		return charmap.Windows1253
	case 1254:
		return charmap.Windows1254
	case 1255:
		return charmap.Windows1255
	case 1256:
		return charmap.Windows1256
	case 1257:
		return charmap.Windows1257
	case 1258:
		return charmap.Windows1258
	case 10000:
		return charmap.Macintosh
	}
	return charmap.Windows1252
}

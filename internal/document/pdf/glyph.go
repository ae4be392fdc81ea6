package pdf

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// glyphText returns the text of a glyph by its name, as the Adobe Glyph List
// has it for the Latin scripts; what else there is comes with a ToUnicode map
// or by number.
func glyphText(n string) string {
	n, _, _ = strings.Cut(n, ".") // a.sc, one.oldstyle
	if len(n) == 1 {
		return n
	}
	if s := punctuation(n); s != "" {
		return s
	}
	if s := accented(n); s != "" {
		return s
	}
	for _, prefix := range [...]string{"uni", "u"} {
		if hex, found := strings.CutPrefix(n, prefix); found && len(hex) >= 4 {
			if prefix == "uni" {
				hex = hex[:4]
			}
			if v, err := strconv.ParseUint(hex, 16, 32); err == nil && utf8.ValidRune(rune(v)) {
				return string(rune(v))
			}
		}
	}
	return ""
}

// accented reads names of a letter and its accent. The tables are letters in
// pairs: bare, accented.
func accented(n string) string {
	letter, accent := n[:min(1, len(n))], n[min(1, len(n)):]
	var pairs string
	switch accent {
	case "acute":
		pairs = "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzź"
	case "grave":
		pairs = "AÀEÈIÌOÒUÙaàeèiìoòuù"
	case "circumflex":
		pairs = "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷ"
	case "dieresis":
		pairs = "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"
	case "tilde":
		pairs = "AÃNÑOÕaãnñoõIĨiĩUŨuũ"
	case "caron":
		pairs = "CČDĎEĚLĽNŇRŘSŠTŤZŽcčdďeělľnňrřsštťzž"
	case "cedilla":
		pairs = "CÇcçSŞsşTŢtţ"
	case "commaaccent":
		pairs = "GĢgģKĶkķLĻlļNŅnņRŖrŗSȘsșTȚtț"
	case "ring":
		pairs = "AÅaåUŮuů"
	case "ogonek":
		pairs = "AĄaąEĘeęIĮiįUŲuų"
	case "macron":
		pairs = "AĀaāEĒeēIĪiīOŌoōUŪuū"
	case "breve":
		pairs = "AĂaăGĞgğUŬuŭ"
	case "dotaccent":
		pairs = "CĊcċEĖeėGĠgġIİZŻzż"
	case "hungarumlaut":
		pairs = "OŐoőUŰuű"
	case "slash":
		pairs = "OØoøLŁlł"
	case "croat":
		pairs = "DĐdđ"
	}
	_, after, found := strings.Cut(pairs, letter)
	if !found || letter == "" {
		return ""
	}
	_, size := utf8.DecodeRuneInString(after)
	return after[:size]
}

func punctuation(n string) string {
	const table = " space= exclam=! quotedbl=\" numbersign=# dollar=$ percent=% ampersand=& quotesingle=' quoteright=’ parenleft=( parenright=) asterisk=* plus=+ comma=, hyphen=- period=. slash=/" +
		" zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 colon=: semicolon=; less=< equal== greater=> question=? at=@ bracketleft=[ backslash=\\ bracketright=] asciicircum=^ underscore=_" +
		" grave=` quoteleft=‘ braceleft={ bar=| braceright=} asciitilde=~ exclamdown=¡ cent=¢ sterling=£ fraction=⁄ yen=¥ florin=ƒ section=§ currency=¤ quotedblleft=“ guillemotleft=« guilsinglleft=‹ guilsinglright=›" +
		" fi=fi fl=fl ff=ff ffi=ffi ffl=ffl f_i=fi f_l=fl f_f=ff f_f_i=ffi f_f_l=ffl f_t=ft t_t=tt endash=– emdash=— dagger=† daggerdbl=‡ periodcentered=· paragraph=¶ bullet=• quotesinglbase=‚ quotedblbase=„ quotedblright=”" +
		" guillemotright=» ellipsis=… perthousand=‰ questiondown=¿ AE=Æ ae=æ OE=Œ oe=œ germandbls=ß dotlessi=ı Eth=Ð eth=ð Thorn=Þ thorn=þ Dcroat=Đ dcroat=đ ordfeminine=ª ordmasculine=º mu=µ" +
		" degree=° plusminus=± multiply=× divide=÷ minus=− copyright=© registered=® trademark=™ onehalf=½ onequarter=¼ threequarters=¾ onesuperior=¹ twosuperior=² threesuperior=³ logicalnot=¬ brokenbar=¦ Euro=€ euro=€" +
		" nbspace=\u00a0 nonbreakingspace=\u00a0 softhyphen=\u00ad sfthyphen=\u00ad minute=′ second=″ arrowright=→ arrowleft=← lozenge=◊ "
	if strings.ContainsAny(n, " =") || n == "" {
		return ""
	}
	_, after, found := strings.Cut(table, " "+n+"=")
	if !found {
		return ""
	}
	if n == "space" {
		return " "
	}
	text, _, _ := strings.Cut(after, " ")
	return text
}

// standard is Adobe's standard encoding.
func standard(c byte) string {
	const upper = "¡¢£⁄¥ƒ§¤'“«‹›\x00\x00\x00–†‡·\x00¶•‚„”»…‰\x00¿\x00`´ˆ˜¯˘˙¨\x00˚¸\x00˝˛ˇ—\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00Æ\x00ª\x00\x00\x00\x00ŁØŒº\x00\x00\x00\x00\x00æ\x00\x00\x00ı\x00\x00łøœß"
	switch {
	case c == '\'':
		return "’"
	case c == '`':
		return "‘"
	case c < 0x7f:
		return string(rune(c))
	case c == 0xae:
		return "fi"
	case c == 0xaf:
		return "fl"
	}
	i := 0xa1
	for _, r := range upper {
		if byte(i) == c && r != 0 {
			return string(r)
		}
		i++
	}
	return ""
}

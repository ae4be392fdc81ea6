package email

import (
	"io"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"
)

// look is how an element is set: the style inline, where every mail client
// reads it, and the classes by which the stylesheet changes it in the dark and
// on a wide screen. It renders as the attributes class and style.
type look struct{ class, style string }

// Render writes the attributes.
func (l look) Render(w io.Writer) error {
	for _, a := range [...]struct{ name, value string }{{"class", l.class}, {"style", l.style}} {
		if a.value == "" {
			continue
		}
		if err := g.Attr(a.name, a.value).Render(w); err != nil {
			return err
		}
	}
	return nil
}

// Type says that a look is attributes.
func (look) Type() g.NodeType { return g.AttributeType }

// set is foreign text's look and direction: mail clients take the direction
// from dir="auto", but not the side to set the lines on.
func set(l look, text string) g.Node {
	if rtl(text) {
		l.style += "text-align:right;"
	}
	return g.Group{auto, l}
}

var auto = h.Dir("auto")

// The faces. No quotation marks around names of fonts: they would be escaped.
const (
	serif = "font-family:Georgia,Times New Roman,serif;"
	sans  = "font-family:-apple-system,Segoe UI,Helvetica,Arial,sans-serif;"
)

// The looks of the mail, from its frame to its smallest print.
var (
	pageLook  = look{"page", "margin:0;padding:0;background-color:#eceff1;"}
	sheetLook = look{"page", "width:100%;background-color:#eceff1;"}
	outerLook = look{"outer", "padding:0;"}
	cardLook  = look{"card top", "width:100%;max-width:640px;table-layout:fixed;background-color:#ffffff;border-top:4px solid #0a5868;text-align:left;" + sans + "word-break:break-word;"}
	headLook  = look{"pad", "padding:26px 22px 22px;"}
	listLook  = look{"pad rule-t", "padding:20px 22px 22px;border-top:1px solid #dce1e5;"}
	storyLook = look{"pad rule-t", "padding:30px 22px 28px;border-top:1px solid #dce1e5;"}
	footLook  = look{"pad rule-t soft", "padding:26px 22px 30px;border-top:1px solid #dce1e5;background-color:#f4f7f8;"}
	wideLook  = look{"", "width:100%;table-layout:fixed;"}

	titleLook    = look{"ink", "margin:0;font:700 31px/36px Georgia,Times New Roman,serif;letter-spacing:-.3px;color:#1b2026;"}
	dateLook     = look{"ink", "margin:8px 0 0;font-weight:700;font-size:15px;line-height:22px;color:#1b2026;"}
	countsLook   = look{"mute", "margin:2px 0 0;font-size:14px;line-height:22px;color:#48525c;"}
	labelLook    = look{"acc", "margin:0 0 8px;font-weight:700;font-size:13px;line-height:18px;letter-spacing:.3px;color:#0a5868;"}
	headlineLook = look{"h2 ink", "margin:0;font:700 23px/30px Georgia,Times New Roman,serif;color:#1b2026;"}
	sectionLook  = look{"h2 ink", "margin:0 0 12px;font:700 23px/30px Georgia,Times New Roman,serif;color:#1b2026;"}
	metaLook     = look{"mute", "margin:10px 0 0;font-size:14px;line-height:20px;color:#48525c;"}
	followLook   = look{"mute", "margin:4px 0 0;font-size:14px;line-height:20px;color:#48525c;"}
	summaryLook  = look{"body", "margin:14px 0 0;font-size:16px;line-height:26px;color:#2b323a;"}
	whoLook      = look{"ink", "margin:26px 0 0;font-weight:700;font-size:17px;line-height:24px;color:#1b2026;"}
	countLook    = look{"mute", "font-weight:400;color:#48525c;"}
	noteLook     = look{"mute", "margin:2px 0 4px;font-size:13px;line-height:20px;color:#48525c;"}
	nobodyLook   = look{"mute", "margin:14px 0 0;font-size:14px;line-height:21px;color:#48525c;"}
	moreLook     = look{"mute", "margin:12px 0 0;font-size:14px;line-height:21px;color:#48525c;"}
	smallLook    = look{"mute", "margin:8px 0 0;font-size:13px;line-height:20px;color:#48525c;"}

	numberLook   = look{"acc", "width:34px;padding:5px 0;font-weight:700;font-size:15px;line-height:23px;color:#0a5868;"}
	entryLook    = look{"ink", "padding:5px 0;font-size:16px;line-height:23px;color:#1b2026;"}
	lineLook     = look{"mute", "margin:0;padding:6px 0;font-size:16px;line-height:23px;color:#48525c;"}
	lineMetaLook = look{"", "font-size:13px;line-height:20px;"}

	monoCellLook = look{"rule-b", "width:52px;padding:16px 0;border-bottom:1px solid #dce1e5;"}
	monoLook     = look{"mono", "width:38px;border-radius:19px;background-color:#ecf4f6;color:#0a5868;font-weight:700;font-size:13px;line-height:38px;text-align:center;"}
	voiceLook    = look{"body rule-b", "padding:14px 0 16px;font-size:16px;line-height:24px;color:#2b323a;border-bottom:1px solid #dce1e5;"}
	nameLineLook = look{"", "margin:0;font-size:15px;line-height:22px;"}
	nameLook     = look{"ink", "color:#1b2026;"}
	roleLook     = look{"mute", "font-size:14px;color:#48525c;"}
	statedLook   = look{"", "margin:6px 0 0;"}
	cueLook      = look{"acc", "color:#0a5868;"}
	quotedLook   = look{"quote", "margin:8px 0 0;padding:1px 0 1px 12px;border-left:3px solid #dce1e5;"}
	quotedRTL    = look{"quote", "margin:8px 0 0;padding:1px 12px 1px 0;border-right:3px solid #dce1e5;text-align:right;"}
	wordsLook    = look{"", "font-style:italic;" + serif}
	fromLook     = look{"mute", "font-size:13px;color:#48525c;"}

	sourcesLook   = look{"", "width:100%;table-layout:fixed;margin-top:18px;"}
	sourceBoxLook = look{"soft", "padding:14px 16px;border-radius:8px;background-color:#f4f7f8;"}
	readLook      = look{"mute", "margin:0;font-weight:700;font-size:15px;line-height:22px;color:#48525c;"}
	unlinkedLook  = look{"mute", "margin:0;font-size:14px;line-height:20px;color:#48525c;"}
	sourceLook    = look{"mute", "margin:0;padding:3px 0;font-size:14px;line-height:20px;color:#48525c;"}

	linkLook     = look{"acc", "color:#0a5868;text-decoration:underline;"}
	quietLink    = look{"ink", "color:#1b2026;text-decoration:none;"}
	buttonLook   = look{"acc", "display:inline-block;padding:10px 24px 10px 0;color:#0a5868;text-decoration:underline;"}
	actionsLook  = look{"", "margin:8px 0 0;font-weight:700;font-size:15px;line-height:24px;"}
	personLook   = look{"body", "margin:0;padding:6px 0;font-size:16px;line-height:23px;color:#2b323a;"}
	whyLook      = look{"mute", "margin:0;font-size:14px;line-height:22px;color:#48525c;"}
	outOfSight   = look{"", "display:none;mso-hide:all;"}
	nothingLook  = look{"body", "margin:0;font-size:16px;line-height:26px;color:#2b323a;"}
	disagreeLook = look{"ink", "font-weight:700;color:#1b2026;"}
)

// unruled is a cell without a line below it: the last of its table.
func unruled(l look, last bool) look {
	const rule = "border-bottom:1px solid #dce1e5;"
	if n := len(l.style) - len(rule); last && l.style[n:] == rule {
		l.style = l.style[:n]
	}
	return l
}

// stylesheet is what inline styles can't say: wide screens and the dark. The
// attributes data-ogsc and data-ogsb are Outlook's, which sets them where it
// darkens a mail by itself.
const stylesheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;-webkit-text-size-adjust:100%;text-size-adjust:100%}
@media (min-width:621px){
.outer{padding:28px 12px !important}
.pad{padding-left:44px !important;padding-right:44px !important}
.h2{font-size:27px !important;line-height:34px !important}
}
@media (prefers-color-scheme:dark){
.page{background-color:#0e1214 !important}
.card{background-color:#171c20 !important}
.ink{color:#f0f2f4 !important}
.body{color:#d5dadf !important}
.mute{color:#b6c0c9 !important}
.acc{color:#84cbd8 !important}
.soft{background-color:#20272c !important}
.mono{background-color:#21383e !important;color:#9ad7e2 !important}
.quote{color:#d5dadf !important;border-color:#3a454d !important}
.rule-b{border-bottom-color:#2d353b !important}
.rule-t{border-top-color:#2d353b !important}
.top{border-top-color:#84cbd8 !important}
}
[data-ogsc] .ink{color:#f0f2f4 !important}
[data-ogsc] .body,[data-ogsc] .quote{color:#d5dadf !important}
[data-ogsc] .mute{color:#b6c0c9 !important}
[data-ogsc] .acc{color:#84cbd8 !important}
[data-ogsb] .page{background-color:#0e1214 !important}
[data-ogsb] .card{background-color:#171c20 !important}
[data-ogsb] .soft{background-color:#20272c !important}
[data-ogsb] .mono{background-color:#21383e !important}
`

// Outlook for Windows, which lays mail out with Word, needs a table of fixed
// width and its own fonts.
const (
	outlookHead  = `<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><style>td,p,h1,h2,h3,a,span{font-family:Arial,sans-serif !important}</style><![endif]-->`
	outlookOpen  = `<!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->`
	outlookClose = `<!--[if mso]></td></tr></table><![endif]-->`
)

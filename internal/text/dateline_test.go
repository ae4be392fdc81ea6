package text_test

import (
	"testing"

	"onrecord/internal/text"
)

func TestAfterDateline(t *testing.T) {
	for _, tt := range []struct{ desc, s, want string }{
		{"a place in capitals", "ORVIK — The line will close.", "The line will close."},
		{"place and country", "PORT ALDRIC, Lenmark — Delegates left.", "Delegates left."},
		{"place, day and agency", "PORT ORVIK, Nov. 3 (Northern Wire) – The line will close.", "The line will close."},
		{"an agency in brackets", "Halme (Northern Wire) - The line will close.", "The line will close."},
		{"two hyphens for a dash", "ORVIK -- The line will close.", "The line will close."},
		{"no spaces at the dash", "ORVIK—The line will close.", "The line will close."},
		{"a hyphen in the name", "STOKE-ON-ORR, Lenmark — The line will close.", "The line will close."},
		{"a particle in the name", "RIO DO SAL de Cima — The line will close.", "The line will close."},
		{"a sentence with a dash", "The line — all of it — will close.", "The line — all of it — will close."},
		{"names and a dash", "Ane Brodd — The line will close.", "Ane Brodd — The line will close."},
		{"capitals in a sentence", "NATO ships — four of them — left.", "NATO ships — four of them — left."},
		{"initials", "EU — The line will close.", "EU — The line will close."},
		{"a hyphen alone", "A ten-year line will close.", "A ten-year line will close."},
		{"nothing behind it", "ORVIK —", "ORVIK —"},
		{"a late dash", "ORVIK Harbour Trust And The Lenmark Ferry Company And The Northern Wire Agency Of Corrin — A line.", "ORVIK Harbour Trust And The Lenmark Ferry Company And The Northern Wire Agency Of Corrin — A line."},
		{"no text", "", ""},
	} {
		s := "«" + tt.s // a sentence need not stand at the beginning
		got := text.AfterDateline(s, text.Span{Start: len("«"), End: len(s)})
		if got.Of(s) != tt.want {
			t.Errorf("%s: behind the dateline of %q is %q, want %q", tt.desc, tt.s, got.Of(s), tt.want)
		}
	}
}

package summary

import (
	"testing"

	"onrecord/internal/text"
)

func TestLeaning(t *testing.T) {
	tests := []struct {
		language, sentence string
		want               pointing
	}{
		{"en", "The mayor resigned on Monday.", atNothing},
		{"en", "She will appeal.", onPerson},
		{"en", "When he arrived, the hall was empty.", onPerson},
		{"en", "In her letter to the board Ms Brodd said no.", onPerson},
		{"en", "On Monday he left.", onPerson},
		{"en", "Fifteen minutes earlier she had agreed.", onPerson},
		{"en", "Asked why, she laughed.", onPerson},
		{"en", "Asked why, Ane Brodd said she had no idea.", atNothing},
		{"en", "Speaking to reporters, he said no.", onPerson},
		{"en", "Residents said they had heard her shout.", atNothing},
		{"en", "“I told her,” said Brandt.", atNothing},
		{"en", "Its roof leaks.", onSentence},
		{"en", "But the roof leaks.", onSentence},
		{"en", "In addition, the roof leaks.", onSentence},
		{"en", "In Halme the roof leaks.", atNothing},
		{"en", "One of them leaks.", onSentence},
		{"en", "One in five roofs leaks.", atNothing},
		{"en", "The pair will appeal.", onSentence},
		{"en", "The county, however, means to appeal.", onSentence},
		{"en", "How much roof, though, is enough?", onSentence},
		{"en", "However hard it rained, the roof held.", onSentence}, // taken for the other however
		{"en", "The roof held however hard it rained.", atNothing},
		{"en", "The county of Halme in the north said it would, however, appeal.", atNothing},
		{"de", "Er hatte die Preise angehoben.", onPerson},
		{"de", "Doch die Fähre fuhr.", onSentence},
		{"de", "Die Fähre fuhr.", atNothing},
		{"fr", "Il a quitté la salle.", onPerson},
		{"it", "Il presidente ha lasciato la sala.", atNothing},
		{"es", "Además, el puente se cerró.", onSentence},
		{"", "", atNothing},
	}
	for _, tt := range tests {
		if got := leaning(tt.sentence, text.Words(tt.sentence), tt.language); got != tt.want {
			t.Errorf("leaning(%q, %q) = %v, want %v", tt.sentence, tt.language, got, tt.want)
		}
	}
}

func TestAnchorOf(t *testing.T) {
	tests := []struct{ sentence, want string }{
		{"The bill goes to the Senate.", "bill"},
		{"The Northern Fleet is in port.", ""},
		{"Ms Brodd denies it.", "Brodd"},
		{"Mrs. Brodd denies it.", "Brodd"},
		{"Dr Ane Brodd denies it.", ""},
		{"Brodd denies it.", ""},
		{"A bill goes to the Senate.", ""},
		{"The end.", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := anchorOf(tt.sentence, text.Words(tt.sentence)); got != tt.want {
			t.Errorf("anchorOf(%q) = %q, want %q", tt.sentence, got, tt.want)
		}
	}
}

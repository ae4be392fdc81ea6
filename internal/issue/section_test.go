package issue

import "testing"

func TestSectionName(t *testing.T) {
	for topic, want := range map[string]string{
		"":                   "",
		"world":              "World",
		"us-politics":        "US politics",
		"us%20politics":      "US politics",
		"world-us-uk":        "World US UK",
		"arts_&_books":       "Arts & books",
		"arts+%26+books":     "Arts & books",
		"100%-sport":         "100% sport", // not an encoding: taken as it is
		"%FF-news":           "News",       // not the encoding of any text
		"e\u0301conomie":     "Économie",   // as macOS writes file names
		"économie":           "Économie",
		"%C3%89conomie":      "Économie",
		"ǆungla":             "ǅungla", // a title-case letter of its own
		"новости":            "Новости",
		"経済":                 "経済",
		"World":              "World",
		"  local\tnews ":     "Local news",
		"a\x00b":             "A b",
		"2026":               "",
		"-":                  "",
		"world%2Feurope":     "World europe",
		"covid-19":           "Covid 19",
		"\xff":               "",
		"\xffworld":          "World",
		"---world---europe-": "World europe",
	} {
		if got := SectionName(topic); got != want {
			t.Errorf("SectionName(%q) = %q, want %q", topic, got, want)
		}
	}
}

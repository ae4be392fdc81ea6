package subscriber

import "testing"

func TestSectionTopic(t *testing.T) {
	for folder, want := range map[string]string{
		"":                       "",
		"world":                  "world",
		"US Politics":            "us-politics",
		"us-politics":            "us-politics",
		"Local%20%26%20near":     "local-near",
		"caf%C3%A9":              "caf",
		"section_2":              "section_2",
		"%zz":                    "zz",
		"  --  ":                 "",
		"a/b\nc<script>alert(1)": "a-b-c-script-alert-1",
	} {
		if got := SectionTopic(folder); got != want {
			t.Errorf("SectionTopic(%q) = %q, want %q", folder, got, want)
		}
		if got := SectionTopic(want); got != want {
			t.Errorf("SectionTopic(%q) = %q, want it unchanged", want, got)
		}
	}
}

func TestKeyOf(t *testing.T) {
	if KeyOf(" Ada@Example.org") != KeyOf("ada@example.org ") {
		t.Error("an address has two keys, by its case or the space around it")
	}
	if KeyOf("ada@example.org") == KeyOf("ada+1@example.org") {
		t.Error("two addresses have one key")
	}
}

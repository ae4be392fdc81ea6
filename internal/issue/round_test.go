package issue

import (
	"testing"
	"time"
)

func TestRoundVerify(t *testing.T) {
	at := time.Date(2026, 11, 23, 7, 0, 0, 0, time.UTC)
	valid := Round{Schema: RoundSchema, From: at.Add(-time.Hour), To: at, Timezone: "Europe/Berlin", Hour: 7}
	if err := valid.Verify(); err != nil || valid.ID() != "20261123T0700Z" {
		t.Errorf("Verify of round %s: %v", valid.ID(), err)
	}
	for desc, change := range map[string]func(*Round){
		"another schema":   func(r *Round) { r.Schema = Schema },
		"no length":        func(r *Round) { r.From = r.To },
		"no such timezone": func(r *Round) { r.Timezone = "Mars/Olympus" },
	} {
		r := valid
		change(&r)
		if r.Verify() == nil {
			t.Errorf("a round with %s is good", desc)
		}
	}
}

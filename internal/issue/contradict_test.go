package issue

import "testing"

func TestContradicts(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Council Approves Harbour Bridge", "Harbour Bridge Rejected by Council", true},
		{"Council approves harbour bridge", "Council Approves the Harbour Bridge, 8 to 3", false},
		{"Mayor Storm Resigns Over Dyke", "Mayor Storm Refuses to Resign Over Dyke", true},
		{"Mayor will not resign over dyke", "Mayor resigns over dyke", true},
		{"Mayor won’t resign over dyke", "Mayor refuses to resign over dyke", false},
		{"12 Dead as Ferry Sinks Off Osterby", "15 dead as ferry sinks off Osterby", true},
		{"Ferry fire kills twelve off Osterby", "Ferry Fire Kills 12 Off Osterby", false},
		{"Ferry fire kills 1,200", "Ferry fire kills 1200", false},
		{"Dyke Breaks at Osterby", "Osterby Flooded as Marrow Dyke Fails", false},
		{"Rovers Beat Vellada City 2-1", "Vellada City Lose to Rovers", false},
		{"Rovers Win Cup Final in Vellada", "Rovers Lose Cup Final in Vellada", true},
		{"Rents rise in Osterby for third year", "Rents fall in Osterby for third year", true},
		{"Rents rise and fall in Osterby", "Rents fall in Osterby", false},
		{"Ferry crews to strike for 48 hours", "Council closes library for 24 hours", false},
		{"School open", "School closed", true},
		{"", "", false},
		{"No", "Yes", false},
		{"\xff 3 \xff", "4", false},
	} {
		for _, pair := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			if got := contradicts(pair[0], pair[1]); got != c.want {
				t.Errorf("contradicts(%q, %q) = %v, want %v", pair[0], pair[1], got, c.want)
			}
		}
	}
}

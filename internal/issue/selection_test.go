package issue

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSelect(t *testing.T) {
	whole := compiledDay(t)
	before := encoded(t, whole)
	if diff := cmp.Diff(whole, whole.Select(func(Story) bool { return true })); diff != "" {
		t.Errorf("Select of all (-want +got):\n%s", diff)
	}
	if got := whole.Select(func(Story) bool { return false }); !got.Empty() || len(got.People) != 0 {
		t.Errorf("Select of nothing = %d stories and %d people", len(got.Stories), len(got.People))
	}
	// Without politics the index is what it would be had nobody uploaded any.
	got := whole.Select(func(s Story) bool { return s.Section != "Politics" })
	if diff := cmp.Diff(whoSaidWhat(got.Stories), got.People); diff != "" {
		t.Errorf("people of the stories that are left (-want +got):\n%s", diff)
	}
	if len(got.Stories) != len(whole.Stories)-1 || len(got.People) != len(whole.People)-1 {
		t.Errorf("Select left %d of %d stories and %d of %d people, want one less of both",
			len(got.Stories), len(whole.Stories), len(got.People), len(whole.People))
	}
	if diff := cmp.Diff(before, encoded(t, whole)); diff != "" {
		t.Errorf("Select changed the issue it was called on (-want +got):\n%s", diff)
	}
}

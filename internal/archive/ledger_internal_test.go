package archive

import (
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"testing"

	"onrecord/internal/issue"
)

func TestEntry(t *testing.T) {
	for _, c := range []struct {
		names string
		want  standing
	}{
		{"", open},
		{"claim-00", claimed},
		{"claim-00 released-00", open},
		{"claim-00 claim-01 released-00", claimed},
		{"claim-00 claim-01 released-00 released-01", open},
		{"claim-00 sent", sent},
		{"claim-00 refused sent", sent},
		{"claim-00 unconfirmed", unconfirmed},
		{"claim-00 refused unconfirmed", refused},
		{"sent", sent},
		{"released-00", open},
		{"claim-x claim--1 claim-100 claim- other", open},
	} {
		var e entry
		for name := range strings.FieldsSeq(c.names) {
			e.add(name + ".json")
		}
		if got := e.standing(); got != c.want {
			t.Errorf("%q: standing %d, want %d", c.names, got, c.want)
		}
	}
}

func FuzzLedgerKey(f *testing.F) {
	f.Add("0123456789abcdef0123456789abcdef/claim-00.json")
	f.Add("0123456789abcdef0123456789abcdef/claim-99999999999999999999.json")
	f.Add("/")
	f.Fuzz(func(t *testing.T, rest string) {
		hash, name, ok := splitLedgerKey(rest)
		if !ok {
			return
		}
		if folder, _, _ := strings.Cut(rest, "/"); !strings.EqualFold(folder, hex.EncodeToString(hash[:])) {
			t.Errorf("splitLedgerKey(%q) = %x", rest, hash)
		}
		e := entry{hash: hash}
		e.add(name)
		if e.claims < 0 || e.claims > maxClaims || e.releases > maxClaims {
			t.Errorf("%q: %+v", name, e)
		}
	})
}

func ledgerOf(n int) wire {
	type contents struct{ Key string }
	return func(r *http.Request) (int, io.Reader) {
		q := r.URL.Query()
		shard := strings.TrimPrefix(q.Get("prefix"), "ledger/1/")
		from, to := 0, n
		if shard != "" {
			i := strings.Index(shards, shard)
			from, to = n*i/16, n*(i+1)/16
		}
		if token := q.Get("continuation-token"); token != "" {
			fmt.Sscan(token, &from)
		}
		var answer struct {
			XMLName               xml.Name `xml:"ListBucketResult"`
			IsTruncated           bool
			NextContinuationToken string
			Contents              []contents
		}
		end := min(from+page/2, to)
		for i := from; i < end; i++ {
			folder := fmt.Sprintf("ledger/1/%x%031x/", i*16/n, i)
			answer.Contents = append(answer.Contents, contents{folder + "claim-00.json"}, contents{folder + "sent.json"})
		}
		answer.IsTruncated, answer.NextContinuationToken = end < to, fmt.Sprint(end)
		body, err := xml.Marshal(answer)
		if err != nil {
			return http.StatusInternalServerError, strings.NewReader("")
		}
		return http.StatusOK, strings.NewReader(string(body))
	}
}

func TestShardsAreComplete(t *testing.T) {
	for _, n := range []int{0, 1, 499, 500, 501, 16_000} {
		l, err := over(ledgerOf(n)).Ledger(t.Context(), "1")
		if err != nil {
			t.Fatal(err)
		}
		if got := l.Count(issue.Sent); got != n || len(l.lines) != n {
			t.Errorf("ledger of %d: %d sent of %d", n, got, len(l.lines))
		}
		if !slices.IsSortedFunc(l.lines, func(a, b line) int { return strings.Compare(string(a.hash[:]), string(b.hash[:])) }) {
			t.Errorf("ledger of %d is not sorted", n)
		}
	}
}

func BenchmarkLedger(b *testing.B) {
	const n = 100_000
	a := over(ledgerOf(n))
	for b.Loop() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		l, err := a.Ledger(b.Context(), "1")
		if err != nil {
			b.Fatal(err)
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/n, "heap-B/recipient")
		runtime.KeepAlive(l)
	}
}

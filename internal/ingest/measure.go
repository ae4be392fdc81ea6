package ingest

import (
	"log/slog"
	"time"

	"onrecord/internal/digest"
	"onrecord/internal/metrics"
)

// watch times the stages of one upload.
type watch struct {
	now  func() time.Time
	last time.Time
	laps []slog.Attr
}

func startWatch(now func() time.Time) *watch {
	return &watch{now: now, last: now(), laps: make([]slog.Attr, 0, 16)}
}

// lap ends a stage, whose duration is the metric of that name; the next begins.
func (w *watch) lap(metric string) {
	now := w.now()
	w.laps = append(w.laps, metrics.Milliseconds(metric, now.Sub(w.last)))
	w.last = now
}

// ended ends a stage of digesting.
func (w *watch) ended(s digest.Stage) {
	switch s {
	case digest.Parse:
		w.lap(metrics.ParseTime)
	case digest.Extract:
		w.lap(metrics.ExtractTime)
	case digest.Attribute:
		w.lap(metrics.AttributeTime)
	case digest.Summarize:
		w.lap(metrics.SummarizeTime)
	}
}

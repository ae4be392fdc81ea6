// Package metrics makes log records that CloudWatch reads as metrics too, in
// its embedded metric format: whoever logs an event adds what was measured of
// it as attributes, and no call to CloudWatch is made.
//
//	log.InfoContext(ctx, "digested", "key", key,
//		metrics.Count("Articles", 1), metrics.Bytes("ArticleSize", n))
//
// [NewHandler] turns such a record into one of the format. A handler that
// doesn't know it prints the bare values. Every metric is kept by function,
// and where the record has a [Dimension] once more by that.
//
// Source: "Embedded metric format specification" of the Amazon CloudWatch
// User Guide.
package metrics

import (
	"context"
	"log/slog"
	"slices"
	"time"
)

// Namespace holds the metrics of On Record in CloudWatch.
const Namespace = "OnRecord"

// FunctionName is the dimension that every metric has, and the only one that
// alarms need: the function's name, which begins with that of its stack.
const FunctionName = "FunctionName"

// Units that CloudWatch knows and On Record uses.
const (
	count        = "Count"
	bytes        = "Bytes"
	milliseconds = "Milliseconds"
	perSecond    = "Count/Second"
)

// measure is the value of an attribute that is a metric.
type measure struct {
	unit  string
	value float64
}

// LogValue returns the bare value, which is what is printed.
func (m measure) LogValue() slog.Value {
	if whole := int64(m.value); float64(whole) == m.value {
		return slog.Int64Value(whole)
	}
	return slog.Float64Value(m.value)
}

// dimension is the value of an attribute that metrics are kept by.
type dimension string

// LogValue returns the bare value.
func (d dimension) LogValue() slog.Value { return slog.StringValue(string(d)) }

// Count returns how many there were of something.
func Count(name string, n int) slog.Attr { return slog.Any(name, measure{count, float64(n)}) }

// Bytes returns the size of something.
func Bytes(name string, n int64) slog.Attr { return slog.Any(name, measure{bytes, float64(n)}) }

// Milliseconds returns how long something took, to the microsecond.
func Milliseconds(name string, d time.Duration) slog.Attr {
	return slog.Any(name, measure{milliseconds, float64(d.Microseconds()) / 1000})
}

// PerSecond returns how often something happened.
func PerSecond(name string, rate float64) slog.Attr { return slog.Any(name, measure{perSecond, rate}) }

// Dimension returns a further dimension of the record's metrics. Its values
// should be few, such as the reasons of a rejection: each is a metric of its
// own, and is billed as one.
func Dimension(name, value string) slog.Attr { return slog.Any(name, dimension(value)) }

// handler adds to a record with metrics what makes it one of the format.
type handler struct {
	slog.Handler
	function string
}

// NewHandler returns a handler that passes every record on to h, which must
// write JSON. Records that hold metrics, as attributes of their own, become
// records of the embedded metric format; they count for the function of the
// name given.
func NewHandler(h slog.Handler, function string) slog.Handler { return &handler{h, function} }

// Handle implements [slog.Handler].
func (h *handler) Handle(ctx context.Context, r slog.Record) error {
	if d := directive(r); len(d.Metrics) > 0 {
		r = r.Clone()
		r.AddAttrs(slog.String(FunctionName, h.function), slog.Any("_aws", metadata{
			Timestamp:         r.Time.UnixMilli(),
			CloudWatchMetrics: []metricDirective{d},
		}))
	}
	return h.Handler.Handle(ctx, r)
}

// WithAttrs implements [slog.Handler].
func (h *handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return &handler{h.Handler.WithAttrs(attrs), h.function}
}

// WithGroup implements [slog.Handler]. Metrics stand at the root of a record,
// so those of a logger with a group are lost.
func (h *handler) WithGroup(name string) slog.Handler {
	if name == "" {
		return h
	}
	return h.Handler.WithGroup(name)
}

// metadata and what it holds are the metadata object of the specification;
// the values themselves are members of the record's root.
type metadata struct {
	Timestamp         int64 // milliseconds since 1970
	CloudWatchMetrics []metricDirective
}

type metricDirective struct {
	Namespace  string
	Dimensions [][]string
	Metrics    []metric
}

type metric struct{ Name, Unit string }

// directive says which attributes of r are metrics, and what they are kept by.
func directive(r slog.Record) metricDirective {
	d := metricDirective{Namespace: Namespace, Dimensions: [][]string{{FunctionName}}}
	r.Attrs(func(a slog.Attr) bool {
		switch v := a.Value.Any().(type) {
		case measure:
			d.Metrics = append(d.Metrics, metric{a.Key, v.unit})
		case dimension:
			last := d.Dimensions[len(d.Dimensions)-1]
			d.Dimensions = append(d.Dimensions, append(slices.Clone(last), a.Key))
		}
		return true
	})
	return d
}

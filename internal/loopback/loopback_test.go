package loopback_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"

	"onrecord/internal/loopback"
)

func TestListen(t *testing.T) {
	for _, address := range []string{"127.0.0.1:0", "localhost:0"} {
		l, err := loopback.Listen(address)
		if err != nil {
			t.Errorf("Listen(%q): %v", address, err)
			continue
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
	for _, address := range []string{"0.0.0.0:0", ":0", "[::]:0", "192.0.2.1:0"} {
		if _, err := loopback.Listen(address); !errors.Is(err, loopback.ErrAddress) {
			t.Errorf("Listen(%q) = %v, want ErrAddress", address, err)
		}
	}
	if _, err := loopback.Listen("127.0.0.1"); err == nil {
		t.Error("Listen without a port: no error")
	}
}

func TestHandler(t *testing.T) {
	tests := []struct {
		host, origin string
		want         int
	}{
		{"127.0.0.1:8600", "", http.StatusOK},
		{"localhost", "", http.StatusOK},
		{"[::1]:8600", "http://[::1]:8600", http.StatusOK},
		{"127.0.0.1", "http://127.0.0.1:8600", http.StatusOK},
		{"127.0.0.1", "https://evil.example.com", http.StatusForbidden},
		{"127.0.0.1", "null", http.StatusForbidden}, // a sandboxed frame
		{"evil.example.com", "", http.StatusForbidden},
		{"127.0.0.1.evil.example.com", "", http.StatusForbidden},
		{"", "", http.StatusForbidden},
	}
	h := loopback.Handler(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	for _, tt := range tests {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = tt.host
		if tt.origin != "" {
			r.Header.Set("Origin", tt.origin)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != tt.want {
			t.Errorf("Host %q, Origin %q: status %d, want %d", tt.host, tt.origin, w.Code, tt.want)
		}
	}
}

// Package loopback keeps the servers of the local run to this machine. They
// have no login: nobody else may reach them, and no page of another site that
// a browser on this machine has open may talk to them.
package loopback

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// ErrAddress reports an address that others could reach.
var ErrAddress = errors.New("not a loopback address")

// Listen listens on a loopback address such as "127.0.0.1:0". The error wraps
// [ErrAddress] where it is another.
func Listen(address string) (net.Listener, error) {
	tcp, err := net.ResolveTCPAddr("tcp", address)
	if err != nil {
		return nil, err
	}
	if !tcp.IP.IsLoopback() {
		return nil, fmt.Errorf("listen on %q: %w", address, ErrAddress)
	}
	return net.ListenTCP("tcp", tcp)
}

// Handler lets through only what was asked on this machine and for it. A page
// elsewhere can make a browser send requests here, directly or by giving its
// own name this address (DNS rebinding); it can't choose what the browser
// says of Host and Origin.
func Handler(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isLocal(r.Host) || !localOrigin(r.Header.Get("Origin")) {
			http.Error(w, "requests from this machine only", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func localOrigin(origin string) bool {
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && isLocal(u.Host)
}

// isLocal reports whether a host, with or without a port, names this machine.
func isLocal(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return ip != nil && ip.IsLoopback()
}

// Package subscriber says who gets the mail: a contact as the mail service
// lists it, what it says beside its address, and what is kept of both between
// two issues, under a key that tells no address.
package subscriber

import (
	"crypto/sha256"
	"net/url"
	"strings"
	"time"
)

// Contact is a subscriber as the mail service lists it.
type Contact struct {
	Address string    `json:"address"`
	Updated time.Time `json:"updated"`           // when the subscriber last changed anything
	Without []string  `json:"without,omitempty"` // sections that are not wanted
}

// SectionTopic returns the name that the mail service's topic of a section
// has: the folder's in lower case, with a hyphen for whatever a topic's name
// can't hold. "US & World" is "us-world".
func SectionTopic(folder string) string {
	if decoded, err := url.PathUnescape(folder); err == nil {
		folder = decoded
	}
	return strings.Join(strings.FieldsFunc(strings.ToLower(folder), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_'
	}), "-")
}

// ContactPage is a part of the list of contacts.
type ContactPage struct {
	Contacts []Contact `json:"contacts"`
	Next     string    `json:"next,omitempty"` // names the next page; empty on the last
}

// Attributes is what a contact says beside its address.
type Attributes struct {
	Name string // may be empty
	Zone string // IANA timezone, empty for the stack's
	Hour int    // local hour due, -1 for the stack's
	// Problem says what of the attributes could not be read and was taken to
	// be absent, without quoting it.
	Problem string
}

// Key is what a subscriber is filed under, so that no list of keys tells an
// address: half of the SHA-256 of it. Addresses are the same in either case to
// SES's contact lists, and to every provider in practice.
type Key [16]byte

// KeyOf returns the key of an address.
func KeyOf(address string) Key {
	sum := sha256.Sum256([]byte(strings.ToLower(strings.TrimSpace(address))))
	return Key(sum[:16])
}

// Reader is what is known of a subscriber's attributes: 32 bytes of one who
// has none, as most have.
type Reader struct {
	Key     Key
	Updated int64   // Contact.Updated when they were read, in Unix milliseconds
	Wishes  *Wishes // nil for a reader who said nothing
}

// Wishes is what a subscriber said, and where it starts to hold.
type Wishes struct {
	Name string `json:"name,omitempty"`
	Zone string `json:"zone,omitempty"` // IANA timezone; empty, with Hour, for the stack's schedule
	Hour int    `json:"hour"`
	// Served is how far the reader was served by the schedule before this
	// one, which holds for cut-offs after Since.
	Served time.Time `json:"served"`
	Since  time.Time `json:"since"`
	// Left is when the reader was first missed on the list; zero for who is on it.
	Left time.Time `json:"left,omitzero"`
}

package standin

import (
	"mime"
	"net/mail"
	"strings"
	"unicode"
)

// maxAddress is the longest address there is (RFC 5321).
const maxAddress = 320

// bare returns the address of what may have a display name, and what is wrong
// with it.
func bare(s string) (address, problem string) {
	if strings.ContainsAny(s, "\r\n") {
		return s, "Illegal address"
	}
	if !strings.ContainsAny(s, "<\"") {
		return s, malformed(s)
	}
	a, err := (&mail.AddressParser{WordDecoder: new(mime.WordDecoder)}).Parse(s)
	if err != nil {
		return s, "Illegal address"
	}
	if name, _, _ := strings.Cut(s, "<"); strings.ContainsFunc(name, nonASCII) {
		return a.Address, "User name is not ASCII" // SES wants encoded words
	}
	return a.Address, malformed(a.Address)
}

func nonASCII(r rune) bool { return r > unicode.MaxASCII }

// malformed returns what is wrong with an address without a display name, in
// SES's words, or nothing.
func malformed(address string) string {
	at := strings.LastIndexByte(address, '@')
	switch {
	case len(address) > maxAddress:
		return "Address length is more than 320 characters"
	case at < 0:
		return "Missing final '@domain'"
	}
	if problem := malformedLocal(address[:at]); problem != "" {
		return problem
	}
	return malformedDomain(address[at+1:])
}

func malformedLocal(local string) string {
	switch {
	case local == "":
		return "Missing local name"
	case len(local) > 64:
		return "Local address is longer than 64 characters"
	case strings.ContainsFunc(local, controlOrSpace):
		return "Local address contains control or whitespace"
	case strings.HasPrefix(local, "."):
		return "Local address starts with dot"
	case strings.HasSuffix(local, "."):
		return "Local address ends with dot"
	case strings.Contains(local, ".."):
		return "Local address contains dot-dot"
	case strings.ContainsAny(local, "()<>,;:\\\"[]@"), strings.ContainsFunc(local, nonASCII):
		return "Local address contains illegal character"
	}
	return ""
}

func malformedDomain(domain string) string {
	switch {
	case domain == "":
		return "Missing domain"
	case strings.ContainsFunc(domain, controlOrSpace):
		return "Domain contains control or whitespace"
	case strings.HasPrefix(domain, "."):
		return "Domain starts with dot"
	case strings.HasSuffix(domain, "."):
		return "Domain ends with dot"
	case strings.Contains(domain, ".."):
		return "Domain contains dot-dot"
	case !strings.Contains(domain, "."):
		return "Domain contains no dot"
	case strings.ContainsFunc(domain, notOfDomain):
		return "Domain contains illegal character"
	}
	return ""
}

func controlOrSpace(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }

func notOfDomain(r rune) bool {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '-', r == '.':
		return false
	}
	return true
}

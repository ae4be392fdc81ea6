package standin

import (
	"net/http"
	"slices"
	"strings"
)

type identityRequest struct{ EmailIdentity string }

type identity struct {
	IdentityType             string
	VerifiedForSendingStatus bool
	VerificationStatus       string `json:",omitempty"`
}

// createEmailIdentity verifies an identity at once; SES would ask its owner.
func (s *Server) createEmailIdentity(r *http.Request) (any, error) {
	in, err := decode[identityRequest](r)
	if err != nil {
		return nil, err
	}
	name := in.EmailIdentity
	address := name
	if !strings.Contains(name, "@") {
		address = "x@" + name
	}
	if problem := malformed(address); problem != "" {
		return nil, badRequest("Invalid email identity <%s>: %s", name, problem)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if slices.ContainsFunc(s.identities, func(known string) bool { return strings.EqualFold(known, name) }) {
		return nil, alreadyExists("Email identity %s already exist.", name)
	}
	s.identities = append(s.identities, name)
	return identity{IdentityType: identityType(name), VerifiedForSendingStatus: true}, nil
}

func (s *Server) getEmailIdentity(r *http.Request) (any, error) {
	name := r.PathValue("identity")
	s.mu.Lock()
	defer s.mu.Unlock()
	if !slices.ContainsFunc(s.identities, func(known string) bool { return strings.EqualFold(known, name) }) {
		return nil, notFound("Email identity %s does not exist.", name)
	}
	return identity{IdentityType: identityType(name), VerifiedForSendingStatus: true, VerificationStatus: "SUCCESS"}, nil
}

func identityType(name string) string {
	if strings.Contains(name, "@") {
		return "EMAIL_ADDRESS"
	}
	return "DOMAIN"
}

// verified reports whether an address, its domain or a parent of it is a
// verified identity.
func (s *Server) verified(address string) bool {
	_, domain, _ := strings.Cut(address, "@")
	return slices.ContainsFunc(s.identities, func(known string) bool {
		if strings.Contains(known, "@") {
			return strings.EqualFold(known, address)
		}
		known, domain := strings.ToLower(known), strings.ToLower(domain)
		return domain == known || strings.HasSuffix(domain, "."+known)
	})
}

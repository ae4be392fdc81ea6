package standin

import (
	"net/http"
	"slices"
	"strings"
	"time"
)

// The two subscription statuses.
const (
	optIn  = "OPT_IN"
	optOut = "OPT_OUT"
)

type contact struct {
	address        string
	preferences    []preference
	unsubscribeAll bool
	attributes     string
	created        time.Time
	updated        time.Time
}

type contactRequest struct {
	EmailAddress     string
	TopicPreferences []preference
	UnsubscribeAll   bool
	AttributesData   string
}

// contactSummary is what ListContacts tells, which is not the attributes.
type contactSummary struct {
	EmailAddress            string
	TopicPreferences        []preference
	TopicDefaultPreferences []preference
	UnsubscribeAll          bool
	LastUpdatedTimestamp    epoch
}

type contactDetail struct {
	ContactListName string
	contactSummary
	AttributesData   string `json:",omitempty"`
	CreatedTimestamp epoch
}

// find returns the contact with an address, in either case, and its place.
func (l *contactList) find(address string) (*contact, int) {
	i, found := l.places[strings.ToLower(address)]
	if !found {
		return nil, -1
	}
	return l.contacts[i], i
}

// join adds a contact that the list does not have.
func (l *contactList) join(c *contact) {
	l.places[strings.ToLower(c.address)] = len(l.contacts)
	l.contacts = append(l.contacts, c)
}

// leave removes the contact at a place.
func (l *contactList) leave(i int) {
	l.contacts = slices.Delete(l.contacts, i, i+1)
	clear(l.places)
	for i, c := range l.contacts {
		l.places[strings.ToLower(c.address)] = i
	}
}

// check refuses preferences and attributes that the list can't have.
func (l *contactList) check(in contactRequest) error {
	for _, p := range in.TopicPreferences {
		if _, found := l.topic(p.TopicName); !found {
			return badRequest("Topic: %s doesn't exist in list: %s", p.TopicName, l.name)
		}
		if !isStatus(p.SubscriptionStatus) {
			return badRequest("Invalid subscription status: %s", p.SubscriptionStatus)
		}
	}
	if len(in.AttributesData) > maxAttributes {
		return badRequest("AttributesData is longer than %d.", maxAttributes)
	}
	return nil
}

func (l *contactList) summary(c *contact) contactSummary {
	defaults := []preference{}
	for _, t := range l.topics {
		if !slices.ContainsFunc(c.preferences, func(p preference) bool { return p.TopicName == t.TopicName }) {
			defaults = append(defaults, preference{t.TopicName, t.DefaultSubscriptionStatus})
		}
	}
	return contactSummary{c.address, append([]preference{}, c.preferences...), defaults, c.unsubscribeAll, epoch(c.updated)}
}

// status returns whether a contact is in or out of a topic, and whether that
// is the topic's default.
func (l *contactList) status(c *contact, name string) (status string, byDefault bool) {
	if c.unsubscribeAll {
		return optOut, false
	}
	for _, p := range c.preferences {
		if p.TopicName == name {
			return p.SubscriptionStatus, false
		}
	}
	t, _ := l.topic(name)
	return t.DefaultSubscriptionStatus, true
}

func (s *Server) createContact(r *http.Request) (any, error) {
	in, err := decode[contactRequest](r)
	if err != nil {
		return nil, err
	}
	if problem := malformed(in.EmailAddress); problem != "" {
		return nil, badRequest("Invalid email address: %s", problem)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	l, err := s.named(r.PathValue("list"))
	if err != nil {
		return nil, err
	}
	if c, _ := l.find(in.EmailAddress); c != nil {
		return nil, alreadyExists("Email %s already exists in List %s", in.EmailAddress, l.name)
	}
	if err := l.check(in); err != nil {
		return nil, err
	}
	now := s.o.Now()
	l.join(&contact{in.EmailAddress, in.TopicPreferences, in.UnsubscribeAll, in.AttributesData, now, now})
	return empty{}, nil
}

// contactOf returns the list and the contact that a path names.
func (s *Server) contactOf(r *http.Request) (*contactList, *contact, int, error) {
	l, err := s.named(r.PathValue("list"))
	if err != nil {
		return nil, nil, 0, err
	}
	address := r.PathValue("address")
	c, i := l.find(address)
	if c == nil {
		return nil, nil, 0, notFound("Email address: %s doesn't exist in list: %s", address, l.name)
	}
	return l, c, i, nil
}

func (s *Server) getContact(r *http.Request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	l, c, _, err := s.contactOf(r)
	if err != nil {
		return nil, err
	}
	return contactDetail{l.name, l.summary(c), c.attributes, epoch(c.created)}, nil
}

// updateContact replaces all that a contact has, as SES does: what the request
// leaves out is gone.
func (s *Server) updateContact(r *http.Request) (any, error) {
	in, err := decode[contactRequest](r)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	l, c, _, err := s.contactOf(r)
	if err != nil {
		return nil, err
	}
	if err := l.check(in); err != nil {
		return nil, err
	}
	c.preferences, c.unsubscribeAll, c.attributes, c.updated = in.TopicPreferences, in.UnsubscribeAll, in.AttributesData, s.o.Now()
	return empty{}, nil
}

func (s *Server) deleteContact(r *http.Request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	l, _, i, err := s.contactOf(r)
	if err != nil {
		return nil, err
	}
	l.leave(i)
	return empty{}, nil
}

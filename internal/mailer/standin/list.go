package standin

import (
	"net/http"
	"slices"
	"time"
)

// What SES allows in a contact list.
const (
	maxTopics     = 20
	maxAttributes = 5000 // bytes of AttributesData
)

type topic struct {
	TopicName                 string
	DisplayName               string
	Description               string `json:",omitempty"`
	DefaultSubscriptionStatus string
}

type preference struct {
	TopicName          string
	SubscriptionStatus string
}

// contactList is a list with its contacts, in the order they joined in.
type contactList struct {
	name        string
	description string
	topics      []topic
	contacts    []*contact
	places      map[string]int // in contacts, by address in lower case
	created     time.Time
	updated     time.Time
}

type listRequest struct {
	ContactListName string
	Description     string
	Topics          []topic
}

type listSummary struct {
	ContactListName      string
	LastUpdatedTimestamp epoch
}

type listDetail struct {
	ContactListName      string
	Description          string `json:",omitempty"`
	Topics               []topic
	CreatedTimestamp     epoch
	LastUpdatedTimestamp epoch
}

func (s *Server) createContactList(r *http.Request) (any, error) {
	in, err := decode[listRequest](r)
	if err != nil {
		return nil, err
	}
	if in.ContactListName == "" {
		return nil, badRequest("Contact list name must not be empty.")
	}
	if err := checkTopics(in.Topics); err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.list != nil && s.list.name == in.ContactListName {
		return nil, alreadyExists("List with name: %s already exists.", in.ContactListName)
	}
	if s.list != nil {
		return nil, &refusal{http.StatusBadRequest, "LimitExceededException", "You have reached the limit of 1 contact list."}
	}
	now := s.o.Now()
	s.list = &contactList{
		name: in.ContactListName, description: in.Description, topics: in.Topics,
		places: map[string]int{}, created: now, updated: now,
	}
	return empty{}, nil
}

func checkTopics(topics []topic) error {
	if len(topics) > maxTopics {
		return badRequest("A contact list can have at most %d topics.", maxTopics)
	}
	var names []string
	for _, t := range topics {
		switch {
		case t.TopicName == "" || t.DisplayName == "":
			return badRequest("Topic name and display name must not be empty.")
		case slices.Contains(names, t.TopicName):
			return badRequest("Topic %s is given twice.", t.TopicName)
		case !isStatus(t.DefaultSubscriptionStatus):
			return badRequest("Topic %s: invalid subscription status.", t.TopicName)
		}
		names = append(names, t.TopicName)
	}
	return nil
}

func isStatus(status string) bool { return status == optIn || status == optOut }

func (s *Server) listContactLists(*http.Request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	answer := struct{ ContactLists []listSummary }{ContactLists: []listSummary{}}
	if s.list != nil {
		answer.ContactLists = append(answer.ContactLists, listSummary{s.list.name, epoch(s.list.updated)})
	}
	return answer, nil
}

func (s *Server) getContactList(r *http.Request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	l, err := s.named(r.PathValue("list"))
	if err != nil {
		return nil, err
	}
	return listDetail{l.name, l.description, l.topics, epoch(l.created), epoch(l.updated)}, nil
}

// named returns the account's list, if it has that name.
func (s *Server) named(name string) (*contactList, error) {
	if s.list == nil || s.list.name != name {
		return nil, notFound("List with name: %s doesn't exist.", name)
	}
	return s.list, nil
}

// topic returns the list's topic of a name.
func (l *contactList) topic(name string) (topic, bool) {
	i := slices.IndexFunc(l.topics, func(t topic) bool { return t.TopicName == name })
	if i < 0 {
		return topic{}, false
	}
	return l.topics[i], true
}

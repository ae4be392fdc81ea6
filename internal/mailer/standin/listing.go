package standin

import (
	"net/http"
	"slices"
	"strconv"
	"time"
)

// maxPage is the most contacts in one page of a listing.
const maxPage = 1000

type listContactsRequest struct {
	Filter struct {
		FilteredStatus string
		TopicFilter    struct {
			TopicName                         string
			UseDefaultIfPreferenceUnavailable bool
		}
	}
	PageSize  int
	NextToken string
}

type contactPage struct {
	Contacts  []contactSummary
	NextToken string `json:",omitempty"`
}

// listContacts goes through a page of contacts and tells those that the filter
// lets through. As with SES, a page may so be empty without being the last.
func (s *Server) listContacts(r *http.Request) (any, error) {
	in, err := decode[listContactsRequest](r)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.listed = append(s.listed, s.o.Now())
	l, err := s.named(r.PathValue("list"))
	if err != nil {
		return nil, err
	}
	from, size, err := l.page(in)
	if err != nil {
		return nil, err
	}
	answer := contactPage{Contacts: []contactSummary{}}
	for _, c := range l.contacts[from:min(from+size, len(l.contacts))] {
		if l.matches(c, in) {
			answer.Contacts = append(answer.Contacts, l.summary(c))
		}
	}
	if from+size < len(l.contacts) {
		answer.NextToken = strconv.Itoa(from + size)
	}
	return answer, nil
}

// Listed returns when ListContacts was called, for which SES allows one call a
// second.
func (s *Server) Listed() []time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.listed)
}

func (l *contactList) page(in listContactsRequest) (from, size int, err error) {
	filter := in.Filter
	if filter.FilteredStatus != "" && !isStatus(filter.FilteredStatus) {
		return 0, 0, badRequest("Invalid filtered status: %s", filter.FilteredStatus)
	}
	if name := filter.TopicFilter.TopicName; name != "" {
		if _, found := l.topic(name); !found {
			return 0, 0, badRequest("Topic: %s doesn't exist in list: %s", name, l.name)
		}
	}
	if in.PageSize < 0 || in.PageSize > maxPage {
		return 0, 0, badRequest("Page size must be between 1 and %d.", maxPage)
	}
	if size = in.PageSize; size == 0 {
		size = maxPage
	}
	if in.NextToken != "" {
		from, err = strconv.Atoi(in.NextToken)
		if err != nil || from < 0 || from > len(l.contacts) {
			return 0, 0, &refusal{http.StatusBadRequest, "InvalidNextTokenException", "The next token is invalid."}
		}
	}
	return from, size, nil
}

func (l *contactList) matches(c *contact, in listContactsRequest) bool {
	want := in.Filter.FilteredStatus
	if want == "" {
		return true
	}
	name := in.Filter.TopicFilter.TopicName
	if name == "" {
		return c.unsubscribeAll == (want == optOut)
	}
	status, byDefault := l.status(c, name)
	return status == want && (!byDefault || in.Filter.TopicFilter.UseDefaultIfPreferenceUnavailable)
}

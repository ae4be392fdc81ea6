package standin

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"unicode"
)

// What SES allows of a message.
const (
	maxRecipients = 50
	maxMessage    = 40 << 20 // bytes
	maxHeaders    = 15
)

type content struct {
	Data    string
	Charset string
}

type simpleMessage struct {
	Subject *content
	Body    *struct{ Text, Html *content }
	Headers []Header
}

type sendRequest struct {
	FromEmailAddress string
	ReplyToAddresses []string
	Destination      struct{ ToAddresses, CcAddresses, BccAddresses []string }
	Content          struct {
		Simple   *simpleMessage
		Raw      *struct{ Data []byte }
		Template *struct{ TemplateName string }
	}
	ConfigurationSetName  string
	ListManagementOptions *struct{ ContactListName, TopicName string }
}

func (in *sendRequest) recipients() []string {
	return slices.Concat(in.Destination.ToAddresses, in.Destination.CcAddresses, in.Destination.BccAddresses)
}

func (s *Server) sendEmail(r *http.Request) (any, error) {
	fault := s.fault(r)
	if err := fault.before(); err != nil {
		return nil, err
	}
	in, err := decode[sendRequest](r)
	if err != nil {
		return nil, err
	}
	m, err := s.accept(&in)
	if err != nil {
		return nil, err
	}
	if err := fault.after(); err != nil {
		return nil, err
	}
	return struct{ MessageId string }{m.ID}, nil
}

// accept looks at a mail as SES does, and keeps it.
func (s *Server) accept(in *sendRequest) (Message, error) {
	if err := checkContent(in); err != nil {
		return Message{}, err
	}
	if err := checkAddresses(in); err != nil {
		return Message{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.checkAccount(in); err != nil {
		return Message{}, err
	}
	subscriber, err := s.subscriber(in)
	if err != nil {
		return Message{}, err
	}
	if err := s.allow(len(in.recipients())); err != nil {
		return Message{}, err
	}
	return s.keep(in, subscriber), nil
}

func checkContent(in *sendRequest) error {
	m := in.Content.Simple
	switch {
	case in.Content.Raw != nil || in.Content.Template != nil:
		return badRequest("The stand-in takes Simple content only.")
	case m == nil:
		return badRequest("Content: exactly one of Raw, Simple or Template must be given.")
	case m.Subject == nil || m.Subject.Data == "":
		return badRequest("Missing required field: Subject")
	case strings.ContainsFunc(m.Subject.Data, unicode.IsControl):
		return badRequest("Subject contains control characters")
	case m.Body == nil || m.Body.Text == nil && m.Body.Html == nil:
		return badRequest("Missing required field: Body")
	case len(m.Headers) > maxHeaders:
		return badRequest("Header count exceeds %d.", maxHeaders)
	}
	for _, h := range m.Headers {
		if h.Name == "" || strings.ContainsFunc(h.Name, notOfHeader) || strings.ContainsFunc(h.Value, unicode.IsControl) {
			return badRequest("Header <%q> is invalid", h.Name)
		}
	}
	size := len(m.Subject.Data)
	for _, c := range []*content{m.Body.Text, m.Body.Html} {
		if c != nil {
			size += len(c.Data)
		}
	}
	if size > maxMessage {
		return badRequest("Message length is more than %d bytes long: '%d'.", maxMessage, size)
	}
	return nil
}

// notOfHeader reports whether a header's name can't hold r (RFC 5322).
func notOfHeader(r rune) bool { return r <= ' ' || r > '~' || r == ':' }

func checkAddresses(in *sendRequest) error {
	if in.FromEmailAddress == "" {
		return badRequest("Missing required field: FromEmailAddress")
	}
	if _, problem := bare(in.FromEmailAddress); problem != "" {
		return badRequest("From address: %s", problem)
	}
	for _, a := range in.ReplyToAddresses {
		if _, problem := bare(a); problem != "" {
			return badRequest("Reply-To address: %s", problem)
		}
	}
	switch n := len(in.recipients()); {
	case n == 0:
		return badRequest("Destination: no recipients.")
	case n > maxRecipients:
		return badRequest("Recipient count exceeds %d.", maxRecipients)
	case n > 1 && in.ListManagementOptions != nil:
		return badRequest("List management supports a single recipient only.")
	}
	for _, a := range in.recipients() {
		if _, problem := bare(a); problem != "" {
			return badRequest("%s", problem)
		}
	}
	return nil
}

// checkAccount refuses what this account may not send.
func (s *Server) checkAccount(in *sendRequest) error {
	if set := in.ConfigurationSetName; set != "" && !slices.Contains(s.o.ConfigurationSets, set) {
		return notFound("Configuration set <%s> does not exist.", set)
	}
	parties := []string{in.FromEmailAddress}
	if s.o.Sandbox {
		parties = append(parties, in.recipients()...)
	}
	var failed []string
	for _, p := range parties {
		if address, _ := bare(p); !s.verified(address) {
			failed = append(failed, address)
		}
	}
	if len(failed) > 0 {
		return &refusal{http.StatusBadRequest, "MessageRejected", fmt.Sprintf(
			"Email address is not verified. The following identities failed the check in region %s: %s",
			strings.ToUpper(s.o.Region), strings.Join(failed, ", "))}
	}
	return nil
}

// subscription is a contact's place in a topic, which a link can end.
type subscription struct {
	list, topic, address string
}

// subscriber returns the recipient of a list-managed mail as the list knows
// it, and nil for any other mail. As with SES, who is on no list yet joins it.
func (s *Server) subscriber(in *sendRequest) (*subscription, error) {
	o := in.ListManagementOptions
	if o == nil {
		return nil, nil
	}
	l, err := s.named(o.ContactListName)
	if err != nil {
		return nil, err
	}
	if _, found := l.topic(o.TopicName); !found && o.TopicName != "" {
		return nil, badRequest("Topic: %s doesn't exist in list: %s", o.TopicName, l.name)
	}
	address, _ := bare(in.recipients()[0])
	if c, _ := l.find(address); c == nil {
		now := s.o.Now()
		l.join(&contact{address: address, created: now, updated: now})
	}
	return &subscription{list: l.name, topic: o.TopicName, address: address}, nil
}

// optedOut reports whether a subscriber has left.
func (s *Server) optedOut(sub *subscription) bool {
	c, _ := s.list.find(sub.address)
	if c == nil || sub.topic == "" {
		return c != nil && c.unsubscribeAll
	}
	status, _ := s.list.status(c, sub.topic)
	return status == optOut
}

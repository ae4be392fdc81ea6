package standin

import (
	"net/http"
	"time"
)

type sendQuota struct {
	Max24HourSend   float64
	MaxSendRate     float64
	SentLast24Hours float64
}

type account struct {
	DedicatedIpAutoWarmupEnabled bool
	EnforcementStatus            string
	ProductionAccessEnabled      bool
	SendQuota                    sendQuota
	SendingEnabled               bool
}

func (s *Server) getAccount(*http.Request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.forget()
	return account{
		EnforcementStatus:       "HEALTHY",
		ProductionAccessEnabled: !s.o.Sandbox,
		SendQuota: sendQuota{
			Max24HourSend:   s.perDay(),
			MaxSendRate:     s.perSecond(),
			SentLast24Hours: float64(len(s.sent)),
		},
		SendingEnabled: !s.paused,
	}, nil
}

// Pause stops the account's sending, as its owner or SES may, or resumes it.
func (s *Server) Pause(paused bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.paused = paused
}

// Hasty returns how many mails were turned down for coming too fast.
func (s *Server) Hasty() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.hasty
}

func (s *Server) perSecond() float64 {
	switch {
	case s.o.MaxPerSecond > 0:
		return s.o.MaxPerSecond
	case s.o.Sandbox:
		return 1
	default:
		return 14
	}
}

func (s *Server) perDay() float64 {
	switch {
	case s.o.MaxPerDay != 0:
		return s.o.MaxPerDay
	case s.o.Sandbox:
		return 200
	default:
		return 50_000
	}
}

// forget drops what was sent over 24 hours ago.
func (s *Server) forget() {
	old := s.o.Now().Add(-24 * time.Hour)
	n := 0
	for n < len(s.sent) && !s.sent[n].After(old) {
		n++
	}
	s.sent = s.sent[n:]
}

// allow counts recipients against the quotas, both of which count recipients
// and not messages.
func (s *Server) allow(recipients int) error {
	if s.paused {
		return &refusal{http.StatusBadRequest, "SendingPausedException",
			"Email sending is paused for your account."}
	}
	s.forget()
	now := s.o.Now()
	if limit := s.perDay(); limit >= 0 && float64(len(s.sent)+recipients) > limit {
		return tooMany("Daily message quota exceeded.")
	}
	if s.o.MaxPerSecond > 0 || s.o.Sandbox {
		last := 0
		for i := len(s.sent) - 1; i >= 0 && s.sent[i].After(now.Add(-time.Second)); i-- {
			last++
		}
		// A message to more recipients than are left may still go out whole.
		if float64(last) >= s.perSecond() {
			s.hasty++
			return tooMany("Maximum sending rate exceeded.")
		}
	}
	for range recipients {
		s.sent = append(s.sent, now)
	}
	return nil
}

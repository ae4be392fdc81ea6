package standin

import (
	"html/template"
	"net/http"
)

// page is what an unsubscribe link shows. Programs that scan mail follow its
// links, so that only the button, a POST, unsubscribes.
const page = `<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>Unsubscribe</title>
<style>body{font:1.1em/1.5 sans-serif;max-width:30em;margin:4em auto;padding:0 1em}</style>
{{if .Done}}<p>{{.Address}} gets no more mail{{with .Topic}} of “{{.}}”{{end}}.</p>
{{else}}<form method="post"><p>{{.Address}} gets mail{{with .Topic}} of “{{.}}”{{end}}.</p>
<button>Unsubscribe</button></form>{{end}}
`

type pageData struct {
	Address, Topic string
	Done           bool
}

func (s *Server) unsubscribePage(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	sub, found := s.links[r.PathValue("token")]
	s.mu.Unlock()
	if !found {
		http.NotFound(w, r)
		return
	}
	show(w, pageData{Address: sub.address, Topic: sub.topic})
}

// unsubscribe opts a contact out of the topic that the mail was of, or of the
// list where it was of none. A mail program's one click and the page's button
// are the same to it.
func (s *Server) unsubscribe(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	sub, found := s.links[r.PathValue("token")]
	if found {
		s.optOut(sub)
	}
	s.mu.Unlock()
	if !found {
		http.NotFound(w, r)
		return
	}
	show(w, pageData{Address: sub.address, Topic: sub.topic, Done: true})
}

func (s *Server) optOut(sub subscription) {
	l, err := s.named(sub.list)
	if err != nil {
		return // the list is gone, and with it every subscription
	}
	c, _ := l.find(sub.address)
	if c == nil {
		return
	}
	c.updated = s.o.Now()
	if sub.topic == "" {
		c.unsubscribeAll = true
		return
	}
	for i := range c.preferences {
		if c.preferences[i].TopicName == sub.topic {
			c.preferences[i].SubscriptionStatus = optOut
			return
		}
	}
	c.preferences = append(c.preferences, preference{sub.topic, optOut})
}

func show(w http.ResponseWriter, data pageData) {
	t, err := template.New("page").Parse(page)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Referrer-Policy", "same-origin") // the form must be told from another site's
	_ = t.Execute(w, data)                           // the client may have gone
}

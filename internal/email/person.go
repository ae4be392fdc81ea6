package email

import (
	"fmt"
	"strings"

	"onrecord/internal/issue"
)

// person is a line of the index of who said what today.
type person struct {
	Name, Role string
	Stories    []int // their numbers in the mail, at least two
}

// mostPeople is how many people the index of a mail has.
const mostPeople = 12

// people lists who has statements in more than one story.
func people(is issue.Issue) []person {
	var out []person
	for _, p := range is.People[:min(len(is.People), mostPeople)] {
		line := person{Name: nameOf(p.Name)}
		if len(p.Roles) > 0 {
			line.Role = plain(p.Roles[0], longestRole)
		}
		for _, a := range p.Stories {
			if a.Story >= 0 && a.Story < len(is.Stories) {
				line.Stories = append(line.Stories, a.Story+1)
			}
		}
		if len(line.Stories) > 1 {
			out = append(out, line)
		}
	}
	return out
}

// line says who a person is and in which stories they speak: "stories 2, 5
// and 6", which a line is not broken in.
func (p person) line() []string {
	var b strings.Builder
	b.WriteString("stories\u00a0")
	for i, n := range p.Stories {
		switch {
		case i == 0:
		case i == len(p.Stories)-1:
			b.WriteString("\u00a0and\u00a0")
		default:
			b.WriteString(",\u00a0")
		}
		fmt.Fprint(&b, n)
	}
	if p.Role == "" {
		return []string{b.String()}
	}
	return []string{capital(p.Role), b.String()}
}

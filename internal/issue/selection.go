package issue

// Select returns the issue with the wanted stories alone, for a reader who
// leaves some sections out: in the same order, with the people who speak in
// more than one of those.
func (is Issue) Select(wanted func(Story) bool) Issue {
	stories := make([]Story, 0, len(is.Stories))
	at := make([]int, len(is.Stories)) // where each story is now, or -1
	for i, s := range is.Stories {
		at[i] = -1
		if wanted(s) {
			at[i] = len(stories)
			stories = append(stories, s)
		}
	}
	people := make([]Person, 0, len(is.People))
	for _, p := range is.People {
		var left []Appearance
		for _, a := range p.Stories {
			if at[a.Story] >= 0 {
				left = append(left, Appearance{at[a.Story], a.Speaker})
			}
		}
		if len(left) > 1 {
			p.Stories = left
			people = append(people, p)
		}
	}
	is.Stories, is.People = stories, people
	return is
}

package text

// abbreviation says what a point after a word may mean beside the end of a
// sentence.
type abbreviation uint8

const (
	notAbbreviated abbreviation = iota
	beforeName                  // always goes on: "Mr. Hale", "Gen. Osei"
	beforeNumber                // goes on before a digit: "No. 4", "Jan. 9"
	anywhere                    // ends a sentence only before a word that opens one: "Corp.", "Calif."
)

// abbreviated looks up the word before a point. Case counts: "No." takes a
// number, "no." ends a sentence.
func abbreviated(w string) abbreviation {
	switch w {
	// Titles of rank, office, church and learning stand before a name.
	case "Mr", "Mrs", "Ms", "Mx", "Messrs", "Mmes", "Dr", "Drs", "Prof", "Profs",
		"Gen", "Maj", "Col", "Lt", "Capt", "Cmdr", "Cdr", "Adm", "Sgt", "Cpl", "Pvt", "Pfc", "Brig", "Supt", "Det", "Insp", "Ens",
		"Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Pres", "Amb", "Atty", "Sec", "Del", "Asst", "Assoc", "Dep",
		"Rev", "Revd", "Fr", "Msgr", "Hon", "Rt", "Bp", "Abp",
		"St", "Ste", "Mt", "Ft", "vs", "v", "cf", "eg", "ie", "viz":
		return beforeName
	// Numbers, pages and dates.
	case "No", "Nos", "Vol", "vol", "Fig", "fig", "Art", "Sect", "Ch", "p", "pp", "para",
		"Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "ca", "approx":
		return beforeNumber
	// Companies, generations, streets, American states.
	case "Inc", "Corp", "Co", "Cos", "Ltd", "Bros", "Jr", "Sr", "Esq", "etc", "al", "est", "Dept", "dept", "Univ", "Assn", "Ave", "Blvd", "Rd", "Hwy",
		"Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont",
		"Neb", "Nev", "Okla", "Ore", "Pa", "Penn", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo", "Ont", "Que":
		return anywhere
	}
	return notAbbreviated
}

// opensSentence reports whether w, capitalised, is so rarely part of a name
// that after an abbreviation or an initial it opens a new sentence.
func opensSentence(w string) bool {
	switch w {
	case "A", "An", "The", "This", "That", "These", "Those", "There", "Here",
		"He", "She", "It", "They", "We", "You", "I", "His", "Her", "Its", "Their", "Our", "My", "Your",
		"And", "But", "Or", "Nor", "So", "Yet", "If", "When", "While", "As", "After", "Before", "Since", "Until", "Because", "Although", "Though",
		"In", "On", "At", "By", "For", "From", "With", "Without", "To", "Of", "Under", "Over", "During", "Despite", "According", "Among", "Between",
		"What", "Who", "Why", "How", "Where", "Which", "Not", "No", "Yes", "Now", "Then", "Still", "Also", "Even", "Both", "Some", "Many", "Most", "Several",
		"However", "Meanwhile", "Instead", "Earlier", "Later", "Once", "Only", "Another", "Other", "Others", "Each", "Every", "All", "One", "Two", "Three", "Critics", "Officials",
		"It’s", "It's", "He’s", "He's", "She’s", "She's", "I’m", "I'm", "We’re", "We're", "That’s", "That's", "There’s", "There's", "Don’t", "Don't":
		return true
	}
	return false
}

// saysAfterName reports whether w is one of the verbs that follow a quoted
// question or exclamation and its speaker's name: “Why?” Marn asked.
func saysAfterName(w string) bool {
	switch w {
	case "said", "says", "asked", "asks", "told", "wrote", "writes", "added", "tweeted", "posted", "cried", "shouted", "replied", "joked", "exclaimed",
		"continued", "recalled", "declared", "responded", "answered", "explained", "demanded", "wondered", "yelled", "quipped", "tells":
		return true
	}
	return false
}

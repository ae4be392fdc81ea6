package speaker

import "strings"

// bodyCalled returns the body last named that an apposition has called by the noun
// w: "the National Rally, the populist party founded in 2019," is the party; -1
// for none.
func (r *reading) bodyCalled(w string) int {
	for i := len(r.entities) - 1; i >= max(0, len(r.entities)-maxCandidates); i-- {
		e := &r.entities[i]
		for _, role := range e.roles {
			if !e.isPerson() && headWord(role.Of(r.low)) == w {
				return i
			}
		}
	}
	return -1
}

// bodyOf returns the body last named whose name has the noun w, in lower case;
// -1 where there is none.
func (r *reading) bodyOf(w string) int {
	for i := len(r.entities) - 1; i >= max(0, len(r.entities)-maxCandidates); i-- {
		e := &r.entities[i]
		if e.words > 1 && !e.isPerson() && contains(e.name.Of(r.low), w) {
			return i
		}
	}
	return -1
}

// business reports whether w, in lower case, is a noun that any private body
// may be taken up by, whatever its name.
func business(w string) bool {
	switch w {
	case "company", "firm", "group", "airline", "carmaker", "retailer", "manufacturer", "operator", "publisher", "carrier", "lender", "grocer", "supermarket", "developer", "maker", "startup", "start-up", "chain", "charity", "bank", "chipmaker", "insurer", "brewer", "brand", "supplier", "producer", "giant", "shipyard", "restaurant", "bakery", "dairy", "brewery", "distillery", "winery", "shop", "store", "pub", "hotel", "cafe", "mill", "factory", "garage", "studio", "label", "broadcaster", "platform", "app", "website", "wholesaler", "dealer", "conglomerate", "franchise", "bookmaker", "housebuilder", "builder", "drugmaker", "automaker", "planemaker", "steelmaker", "truckmaker", "suitor", "bidder", "buyer", "seller", "employer", "contractor", "vendor", "exporter", "importer", "refiner", "miner", "consultancy", "practice", "partnership", "cooperative", "co-operative", "business", "corporation":
		return true
	}
	return false
}

// public reports whether the name of the entity says that it is a body of the
// state, which "the company" can’t stand for.
func (r *reading) public(e *entity) bool {
	for w := range strings.FieldsSeq(e.name.Of(r.low)) {
		switch w {
		case "bureau", "department", "ministry", "court", "police", "council", "congress", "parliament", "senate", "agency", "commission", "committee", "board", "office", "government", "administration", "authority", "house", "assembly", "union", "university", "college", "school", "reserve", "treasury", "nations", "party", "games", "cup", "street", "avenue", "road", "lake", "river", "island", "county", "city", "bay", "act", "bill":
			return true
		}
	}
	return false
}

// kindred returns the nouns, each with a space behind it, in the names of the
// bodies that may be taken up by the noun w: "the watchdog" is a bureau or an
// office.
func kindred(w string) string {
	switch w {
	case "union":
		return "federation association guild brotherhood workers hands congress "
	case "association", "federation", "league":
		return "union federation association guild league owners council society "
	case "club", "team", "side":
		return "rovers united wanderers athletic town city fc albion rangers "
	case "watchdog", "regulator", "agency":
		return "bureau office authority agency commission inspectorate board directorate administration service "
	case "panel", "commission", "committee":
		return "commission committee board panel tribunal "
	case "newspaper", "paper":
		return "times post journal tribune herald gazette chronicle courier lantern echo mercury star argus observer sentinel ledger telegraph "
	case "party":
		return "party democrats republicans greens conservatives liberals "
	}
	return ""
}

// bodyAmong returns the body last named whose name has one of the nouns; -1
// where there is none.
func (r *reading) bodyAmong(nouns string) int {
	for j := r.opened - 1; nouns != "" && j >= max(0, r.opened-600); j-- {
		k := r.tokens[j].name
		if k < 0 || r.names[k].first != j {
			continue
		}
		n := r.names[k]
		e := &r.entities[n.entity]
		if e.words < 2 || e.isPerson() {
			continue
		}
		for w := range strings.FieldsSeq(e.name.Of(r.low)) {
			if hasWord(nouns, w) {
				return n.entity
			}
		}
	}
	return -1
}

// bodyBefore returns the private body that last opened a unit by name, or else
// the one last named before token i; where none is, the name that nothing has
// been told of but that something is.
func (r *reading) bodyBefore(i int) source {
	if b := r.body; b.known() && b.entity >= 0 && !r.public(&r.entities[b.entity]) && !place(r.entities[b.entity].name.Of(r.low)) && !r.shoutedName(&r.entities[b.entity]) {
		return b
	}
	unsure, doubtful := -1, -1
	for j := i - 1; j >= max(0, i-300); j-- {
		k := r.tokens[j].name
		if k < 0 || r.names[k].first != j {
			continue
		}
		e := &r.entities[r.names[k].entity]
		if r.shoutedName(e) || r.tokens[r.names[k].end-1].is(placeName) || r.tokens[r.names[k].end-1].Of(r.low) == "day" {
			continue // the place in a dateline, a sign, a feast
		}
		if doubtful < 0 && e.words > 1 && !e.isPerson() && r.seemsPublic(e) {
			doubtful = r.names[k].entity
		}
		if r.public(e) || j > 0 && (r.tokens[j-1].is(possessive) || r.tokens[j-1].Of(r.low) == "the" && !r.organized(j, r.names[k].end)) {
			continue // a place or a product
		}
		if e.organization > 0 && !e.isPerson() && (e.words > 1 || e.organization > 2) {
			return r.named(r.names[k].entity)
		}
		if e.person == 0 && !e.she && !e.he && e.mentions > 1 && r.bare(r.names[k]) {
			unsure = r.names[k].entity
		}
	}
	if unsure >= 0 {
		r.entities[unsure].organization += 3
		return r.named(unsure)
	}
	if doubtful >= 0 {
		return r.named(doubtful)
	}
	return nobody
}

// shoutedName reports whether the name of several words is set in capitals, as
// the place of a dateline is.
func (r *reading) shoutedName(e *entity) bool {
	return e.words > 1 && r.shouted(r.names[e.first])
}

// seemsPublic reports whether only a word that private bodies have too, as their
// last, makes the name one of the state: "Hadley Board" makes cardboard.
func (r *reading) seemsPublic(e *entity) bool {
	first, last, _ := strings.Cut(e.name.Of(r.low), " ")
	return hasWord("board house office bay river lake games ", last) && !organizationNoun(first)
}

// bare reports whether the name opens its sentence or follows a verb or a
// preposition, as that of a body does which is called by its name alone.
func (r *reading) bare(n name) bool {
	t := r.tokens[n.first]
	return t.is(opening) && !t.is(firstName|placeName) && n.end < len(r.tokens) && (r.tokens[n.end].is(auxiliary|verbal) || r.tokens[n.end].frame != 0)
}

package speaker

import (
	"slices"
	"strings"
)

// bodyCalled returns the body last named that an apposition has called by the noun
// w: "the National Rally, the populist party founded in 2019," is the party; -1
// for none.
func (r *reading) bodyCalled(w string) int {
	for i := len(r.entities) - 1; i >= max(0, len(r.entities)-maxCandidates); i-- {
		e := &r.entities[i]
		for _, role := range e.roles {
			if !e.isPerson() && headNoun(role.Of(r.low)) == w {
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
		case "bureau", "cabinet", "department", "ministry", "court", "police", "council", "congress", "parliament", "senate", "agency", "commission", "committee", "board", "office", "government", "administration", "authority", "house", "assembly", "union", "university", "college", "school", "reserve", "treasury", "nations", "party", "games", "cup", "street", "avenue", "road", "lake", "river", "island", "county", "city", "bay", "act", "bill":
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
		return "rovers united wanderers athletic town city fc albion rangers harriers hotspur villa county thistle academicals tigers lions bears eagles hawks warriors saints "
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

// bodyAmong returns the body last named before token i whose name has one of the nouns; -1
// where there is none.
func (r *reading) bodyAmong(nouns string, i int) int {
	for j := i - 1; nouns != "" && j >= max(0, i-600); j-- {
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

// bodyBefore returns the private body that the noun w takes up before token i, "the
// company": of those named before, the one most is told of, the nearest, the one
// that is spoken of.
func (r *reading) bodyBefore(i int, w string) source {
	best, most := -1, 2
	k := r.nameBefore(i)
	for far := max(0, k-maxNamesBack); k >= far; k-- {
		n := r.names[k]
		if e := n.entity; e != best && r.maybeBody(n, w) {
			if score := r.bodyScore(n, i, w); score > most {
				best, most = e, score
			}
		}
	}
	if best < 0 {
		return nobody
	}
	if e := &r.entities[best]; e.organization == 0 || e.isPerson() {
		e.organization += 3
	}
	return r.named(best)
}

// nameBefore returns the index of the last name that begins before token i; -1 for
// none.
func (r *reading) nameBefore(i int) int {
	k, _ := slices.BinarySearchFunc(r.names, i, func(n name, i int) int { return n.first - i })
	return k - 1
}

// maxNamesBack bounds among how many names a body is looked for.
const maxNamesBack = 80

// maybeBody reports whether the name can be one of a private body that the noun w
// takes up.
func (r *reading) maybeBody(n name, w string) bool {
	e := &r.entities[n.entity]
	last := r.tokens[n.end-1]
	switch {
	case e.person > e.organization, e.isPerson() && e.words > 1, e.she, e.he:
		return false
	case r.public(e) && !r.seemsPublic(e) && !(w == "group" && e.words > 1 && hasWord("council union congress committee party ", r.tokens[n.end-1].Of(r.low))), r.shoutedName(e), last.is(placeName | temporal), last.Of(r.low) == "day", place(e.name.Of(r.low)):
		return false
	case e.words == 1 && e.organization < 3 && (!e.middle && (e.mentions < 2 || plural(last.Of(r.low))) || last.Len() < 4 && allCapitals(last.Of(r.text))):
		return false // "Costs", "GMT"
	}
	return true
}

// bodyScore says how well the name n suits the noun w at token i.
func (r *reading) bodyScore(n name, i int, w string) int {
	e := &r.entities[n.entity]
	score := min(e.organization, 3) + min(e.mentions, 3)
	for _, role := range e.roles {
		if headNoun(role.Of(r.low)) == w {
			score += 6
			break
		}
	}
	if contains(e.name.Of(r.low), w) {
		score += 4
	}
	if n.end+1 < len(r.tokens) && r.tokens[n.end].is(possessive) && r.hasRole(n.end+1, min(n.end+4, len(r.tokens))) {
		score += 3 // "Plinth’s chief executive"
	}
	if n.first > 0 {
		switch b := r.tokens[n.first-1]; {
		case n.end < len(r.tokens) && r.tokens[n.end].is(numeral) && !r.tokens[n.end].is(pronoun):
			score -= 6 // "Line 6"
		case b.Of(r.low) == "the" && !r.organized(n.first, n.end):
			score -= 4 // a thing
		case e.organization == 0 && hasWord("in at near to from into across ", b.Of(r.low)):
			score -= 3 // a place
		}
	}
	if r.topic.entity == n.entity {
		score += 4
	}
	if r.body.entity == n.entity {
		score += 3
	}
	if r.speaking.entity == n.entity {
		score++
	}
	if r.bare(n) {
		score += 2
	}
	if n.first >= r.previous.first {
		score += 2
	}
	return score - min((i-n.first)/100, 4)
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

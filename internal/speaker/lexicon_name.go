package speaker

// organizationNoun reports whether w, in lower case, ends or heads the name
// of an organisation rather than of a person.
func organizationNoun(w string) bool {
	switch w {
	case "brotherhood", "chamber", "order", "legion", "embassy", "consulate", "mission", "laboratory", "lab", "unit", "squad", "brigade", "directorate", "secretariat", "inspectorate", "tribunal", "consortium", "syndicate", "guild", "lodge", "confederation", "collective", "cooperative", "co-operative", "observatory", "archive", "archives", "fellowship", "taskforce", "consultancy", "council", "committee", "commission", "university", "college", "institute", "institution", "school", "academy", "party", "inc", "corp", "co", "ltd", "llc", "plc", "company", "corporation", "group", "holdings", "bank", "trust", "fund", "foundation",
		"association", "federation", "union", "league", "society", "club", "organization", "organisation", "agency", "bureau", "department", "ministry", "office", "administration", "authority", "board", "court", "senate", "house", "congress", "parliament", "assembly",
		"government", "cabinet", "police", "army", "navy", "force", "forces", "guard", "corps", "team", "network", "center", "centre", "hospital", "clinic", "church", "museum", "library", "theatre", "theater", "studio", "studios", "service", "services", "systems",
		"times", "post", "journal", "tribune", "herald", "gazette", "chronicle", "news", "press", "magazine", "daily", "weekly", "observer-dispatch", "telegraph", "guardian", "examiner", "sun", "mail", "review", "globe", "courier", "bulletin", "register", "reporter-times", "radio", "tv", "television", "media", "broadcasting",
		"time", "standard", "united", "rovers", "wanderers", "athletic", "fc", "f.c.", "airlines", "airways", "motors", "energy", "oil", "gas", "electric", "pharmaceuticals", "technologies", "software", "industries", "partners", "associates", "brothers", "capital", "insurance", "railway", "railways", "alliance", "coalition", "campaign", "movement", "front", "forum", "project", "initiative", "programme", "program", "pac", "caucus", "conference", "convention", "nations", "states", "kingdom", "republic", "street", "avenue", "road", "river", "lake", "island", "islands", "county", "city", "town", "village", "district", "province", "valley", "bay", "beach", "park", "airport", "hall", "tower", "palace", "hotel", "stadium", "arena", "bridge", "act", "bill", "amendment", "treaty", "agreement", "accord", "war", "day", "week", "festival", "cup", "olympics", "award", "awards", "prize", "north", "south", "east", "west", "pentagon", "kremlin", "treasury", "nato", "fbi", "cia", "gop", "rnc", "dnc", "cnn", "nbc", "abc", "cbs", "bbc", "npr", "msnbc", "politico", "reuters", "bloomberg", "breitbart", "twitter", "facebook", "google", "apple", "amazon", "microsoft", "youtube", "snapchat", "instagram", "wikileaks", "buzzfeed", "huffpost", "hill", "slate", "vox", "ap", "afp", "upi", "u.n.", "eu", "e.u.", "un", "u.s.", "us", "uk", "u.k.", "epa", "irs", "nsa", "nra", "aclu", "naacp", "democracy", "debate", "election", "elections", "rights", "security", "justice-department", "medicare", "medicaid", "obamacare", "data", "report", "survey", "poll", "study", "index", "research", "polling", "strategies", "solutions", "international", "global", "america", "americans":
		return true
	}
	return false
}

// corporate reports whether w, in lower case, is what a firm or a campaign puts
// behind the word that it is called by: "Corvane Aero". Some are surnames too, so
// that a first name before one speaks against it.
func corporate(w string) bool {
	switch w {
	case "action", "aero", "aerospace", "aid", "air", "analytics", "apparel", "asset", "aviation", "bakeries", "beverages", "biologics", "biomedical", "biotech", "biosciences", "brands", "breaks", "breweries", "brewery", "brewing", "builders", "cement", "chemical", "chemicals", "coal", "construction", "consulting", "cruises", "dairies", "dairy", "data", "developments", "diagnostics", "digital", "distillers", "dynamics", "electronics", "engineering", "entertainment", "equity", "estates", "express", "farms", "ferries", "films", "financial", "finance", "first", "fisheries", "foods", "freight", "games", "genetics", "genomics", "glass", "global", "goods", "grain", "harriers", "harvesters", "health", "healthcare", "heritage", "homes", "hotels", "hotspur", "housing", "interactive", "international", "investments", "jet", "kitchens", "labs", "laboratories", "leisure", "line", "lines", "link", "logistics", "marine", "maritime", "markets", "materials", "metals", "mills", "minerals", "mines", "mining", "mobile", "motor", "mutual", "national", "networks", "now", "optics", "outfitters", "packaging", "papers", "paving", "petroleum", "pictures", "plastics", "polymers", "power", "products", "properties", "publishers", "publishing", "rail", "rangers", "realty", "records", "refining", "relief", "renewables", "research", "resorts", "resources", "retail", "rights", "robotics", "savings", "securities", "semiconductor", "semiconductors", "shipbuilding", "shipping", "solar", "solutions", "steel", "stores", "surveys", "telecom", "telecoms", "textiles", "therapeutics", "thistle", "tours", "toys", "transit", "transport", "travel", "trucks", "truck", "ventures", "voyages", "watch", "water", "wind", "wireless", "works", "zoo":
		return true
	}
	return false
}

// place reports whether w, in lower case, is a country, a much-named region
// or city, or what is said of their people. One that opens a run of capitals
// is not a person's first name.
func place(w string) bool {
	switch w {
	case "america", "american", "u.s", "u.s.", "us", "u.k", "u.k.", "uk", "usa", "u.n.", "eu", "e.u.", "britain", "british", "england", "english", "scotland", "scottish", "wales", "welsh", "ireland", "irish", "europe", "european", "france", "french", "germany", "german", "italy", "italian", "spain", "spanish", "portugal", "portuguese",
		"greece", "greek", "turkey", "turkish", "russia", "russian", "ukraine", "ukrainian", "poland", "polish", "hungary", "hungarian", "austria", "austrian", "switzerland", "swiss", "sweden", "swedish", "norway", "norwegian", "denmark", "danish", "finland", "finnish", "iceland", "dutch", "netherlands", "belgium", "belgian", "czech", "slovak", "serbia", "serbian", "croatia", "romania", "bulgaria", "albania", "kosovo",
		"china", "chinese", "japan", "japanese", "korea", "korean", "india", "indian", "pakistan", "pakistani", "afghanistan", "afghan", "iran", "iranian", "iraq", "iraqi", "syria", "syrian", "israel", "israeli", "palestinian", "palestinians", "lebanon", "lebanese", "egypt", "egyptian", "saudi", "arabia", "yemen", "qatar", "kuwait", "libya", "tunisia", "algeria", "morocco", "sudan", "ethiopia", "kenya", "kenyan", "nigeria", "nigerian", "ghana", "africa", "african", "somalia", "uganda", "rwanda", "congo", "zimbabwe", "australia", "australian", "zealand", "canada", "canadian", "mexico", "mexican", "brazil", "brazilian", "argentina", "argentine", "chile", "peru", "colombia", "colombian", "venezuela", "venezuelan", "cuba", "cuban", "haiti", "philippines", "philippine", "vietnam", "vietnamese", "thailand", "thai", "indonesia", "indonesian", "malaysia", "singapore", "taiwan", "taiwanese", "tibet", "mongolia", "asia", "asian", "latin",
		"d.c", "d.c.", "washington", "moscow", "beijing", "tokyo", "london", "paris", "berlin", "brussels", "rome", "madrid", "kiev", "kyiv", "seoul", "pyongyang", "tehran", "baghdad", "jerusalem", "cairo", "delhi", "ottawa", "canberra", "geneva", "vienna", "new", "york", "hampshire", "jersey", "los", "angeles", "chicago", "boston", "philadelphia", "houston", "dallas", "detroit", "atlanta", "miami", "seattle", "denver", "cleveland", "baltimore", "las", "vegas", "san", "francisco",
		"ala", "ariz", "ark", "calif", "colo", "conn", "fla", "ga", "ill", "ind", "kan", "ky", "md", "mich", "minn", "mo", "mont", "neb", "nev", "n.c.", "n.d.", "n.h.", "n.j.", "n.m.", "n.y.", "okla", "ore", "pa", "r.i.", "s.c.", "s.d.", "tenn", "tex", "va", "vt", "wis", "wyo", "ont", "alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "florida", "hawaii", "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine", "maryland", "massachusetts", "michigan", "minnesota", "mississippi", "missouri", "montana", "nebraska", "nevada", "ohio", "oklahoma", "oregon", "pennsylvania", "rhode", "carolina", "dakota", "tennessee", "texas", "utah", "vermont", "wisconsin", "wyoming",
		"republican", "republicans", "democrat", "democrats", "democratic", "democratic-led", "libertarian", "tory", "tories", "labour", "conservatives", "gop", "black", "hispanic", "latino", "muslim", "muslims", "jewish", "jews", "catholic", "catholics", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "congress", "senate", "house", "wall", "silicon", "islamic", "islam", "internet", "god", "christmas", "easter", "capitol", "white":
		return true
	}
	return false
}

// nameParticle reports whether w, in lower case, joins the parts of a name.
func nameParticle(w string) bool {
	switch w {
	case "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin", "ibn", "abu", "ben", "ter", "ten", "zu", "zur", "y", "e", "bint", "st", "mac", "ap":
		return true
	}
	return false
}

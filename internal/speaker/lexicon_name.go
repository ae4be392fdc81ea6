package speaker

// organizationNoun reports whether w, in lower case, ends or heads the name
// of an organisation rather than of a person.
func organizationNoun(w string) bool {
	switch w {
	case "chamber", "order", "legion", "embassy", "consulate", "mission", "laboratory", "lab", "unit", "squad", "brigade", "directorate", "secretariat", "inspectorate", "tribunal", "consortium", "syndicate", "guild", "lodge", "confederation", "collective", "cooperative", "co-operative", "observatory", "archive", "archives", "fellowship", "taskforce", "consultancy", "council", "committee", "commission", "university", "college", "institute", "institution", "school", "academy", "party", "inc", "corp", "co", "ltd", "llc", "plc", "company", "corporation", "group", "holdings", "bank", "trust", "fund", "foundation",
		"association", "federation", "union", "league", "society", "club", "organization", "organisation", "agency", "bureau", "department", "ministry", "office", "administration", "authority", "board", "court", "senate", "house", "congress", "parliament", "assembly",
		"government", "cabinet", "police", "army", "navy", "force", "forces", "guard", "corps", "team", "network", "center", "centre", "hospital", "clinic", "church", "museum", "library", "theatre", "theater", "studio", "studios", "service", "services", "systems",
		"times", "post", "journal", "tribune", "herald", "gazette", "chronicle", "news", "press", "magazine", "daily", "weekly", "observer-dispatch", "telegraph", "guardian", "examiner", "sun", "mail", "review", "globe", "courier", "bulletin", "register", "reporter-times", "radio", "tv", "television", "media", "broadcasting",
		"time", "standard", "united", "rovers", "wanderers", "athletic", "fc", "f.c.", "airlines", "airways", "motors", "energy", "oil", "gas", "electric", "pharmaceuticals", "technologies", "software", "industries", "partners", "associates", "brothers", "capital", "insurance", "railway", "railways", "alliance", "coalition", "campaign", "movement", "front", "forum", "project", "initiative", "programme", "program", "pac", "caucus", "conference", "convention", "nations", "states", "kingdom", "republic", "street", "avenue", "road", "river", "lake", "island", "islands", "county", "city", "town", "village", "district", "province", "valley", "bay", "beach", "park", "airport", "hall", "tower", "palace", "hotel", "stadium", "arena", "bridge", "act", "bill", "amendment", "treaty", "agreement", "accord", "war", "day", "week", "festival", "cup", "olympics", "award", "awards", "prize", "north", "south", "east", "west", "pentagon", "kremlin", "treasury", "nato", "fbi", "cia", "gop", "rnc", "dnc", "cnn", "nbc", "abc", "cbs", "bbc", "npr", "msnbc", "politico", "reuters", "bloomberg", "breitbart", "twitter", "facebook", "google", "apple", "amazon", "microsoft", "youtube", "snapchat", "instagram", "wikileaks", "buzzfeed", "huffpost", "hill", "slate", "vox", "ap", "afp", "upi", "u.n.", "eu", "e.u.", "un", "u.s.", "us", "uk", "u.k.", "epa", "irs", "nsa", "nra", "aclu", "naacp", "democracy", "debate", "election", "elections", "rights", "security", "justice-department", "medicare", "medicaid", "obamacare", "data", "report", "survey", "poll", "study", "index", "research", "polling", "strategies", "solutions", "international", "global", "america", "americans":
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

// givenName returns firstName for a frequent first name, in lower case.
func givenName(w string) class {
	if hasHer(w) || hasHis(w) {
		return firstName
	}
	switch w { // for either sex
	case "al", "alex", "alexis", "ali", "ashley", "casey", "chris", "dana", "evan", "francis", "jackie", "jamie", "jan", "jay", "jean", "jesse", "jordan", "kelly", "kim", "kyle", "lee", "leslie",
		"lindsey", "lynn", "marion", "morgan", "pat", "robin", "ryan", "sam", "shannon", "taylor", "terry", "tracy":
		return firstName
	}
	return 0
}

// hasHer reports whether w, in lower case, is mostly a woman’s first name.
func hasHer(w string) bool {
	switch w {
	case "abby", "abigail", "agnes", "aisha", "alexandra", "alice", "alicia", "allison", "amanda", "amina", "amy", "ana", "andrea", "angela", "anita", "anjali", "ann", "anna", "anne", "anneliese",
		"annie", "astrid", "barbara", "beatriz", "becky", "beth", "betty", "beverley", "beverly", "brenda", "brigitte", "caitlin", "carla", "carly", "carmen", "carol", "caroline", "catherine",
		"charlotte", "chelsea", "cheryl", "chiara", "christina", "christine", "cindy", "claire", "clara", "claudia", "condoleezza", "connie", "cynthia", "deb", "debbie", "deborah", "debra",
		"denise", "diana", "diane", "dolores", "donna", "dorothy", "eileen", "ekaterina", "elena", "elise", "elizabeth", "ellen", "emily", "emma", "erica", "erin", "esther", "eva", "evelyn",
		"fatima", "fiona", "florence", "frances", "francesca", "gabriela", "gail", "gina", "gisele", "giulia", "gloria", "grace", "greta", "hanna", "hannah", "harriet", "heather", "heidi",
		"helen", "hillary", "holly", "huma", "ilse", "ines", "ingrid", "irene", "irina", "isabel", "ivanka", "jane", "janet", "janice", "jen", "jennifer", "jenny", "jessica", "jill", "joan",
		"joanna", "joyce", "june", "april", "judith", "judy", "julia", "julie", "kamala", "karen", "kate", "katherine", "kathleen", "kathryn", "kathy", "katie", "kellyanne", "kimberly", "kirsten", "kristen",
		"kristin", "laura", "lauren", "layla", "leah", "leila", "lillian", "linda", "lisa", "liz", "loretta", "lori", "louise", "lucia", "lucy", "marta", "petra", "rhoda", "honor", "lina", "sally-ann", "madeleine", "marcia", "margaret", "maria",
		"mariam", "marie", "marilyn", "martha", "mary", "maryam", "maureen", "megan", "mei", "melania", "melissa", "mercedes", "michelle", "miriam", "molly", "monica", "nadia", "nancy", "naomi",
		"natalia", "natalie", "nicola", "nicole", "nina", "noor", "olga", "olivia", "pamela", "patricia", "paula", "peggy", "penny", "phyllis", "pilar", "priya", "rachel", "rebecca", "roberta",
		"rosa", "rose", "ruth", "sakura", "sally", "samantha", "sandra", "sara", "sarah", "sharon", "sheila", "shirley", "simone", "sofia", "sonia", "sophie", "stephanie", "sue", "susan", "susana",
		"suzanne", "svetlana", "sylvia", "tammy", "tara", "tatiana", "teresa", "tiffany", "tina", "tulsi", "ursula", "valerie", "vanessa", "vera", "veronica", "victoria", "virginia", "wanda",
		"wendy", "yasmin", "yolanda", "yuki", "zainab", "zoe":
		return true
	}
	return false
}

// hasHis reports whether w, in lower case, is mostly a man’s first name.
func hasHis(w string) bool {
	switch w {
	case "aaron", "abdul", "adam", "adrian", "ahmed", "alan", "alastair", "albert", "alejandro", "alexander", "alistair", "amit", "anders", "andre", "andrei", "andrew", "andy", "angus", "anthony",
		"antonio", "arjun", "arthur", "barack", "barry", "ben", "benjamin", "bernard", "bernie", "bill", "bjorn", "bob", "bobby", "boris", "brad", "brandon", "brendan", "brent", "brett", "brian",
		"bruce", "bruno", "bryan", "caleb", "callum", "carl", "carlos", "chad", "charles", "charlie", "chip", "christian", "christopher", "chuck", "clay", "clint", "colin", "corey", "cormac",
		"cory", "craig", "curtis", "dale", "dan", "daniel", "danny", "darrell", "darren", "dave", "david", "declan", "denis", "dennis", "derek", "devin", "dick", "diego", "dieter", "dmitri",
		"dmitry", "don", "donald", "doug", "douglas", "drew", "duncan", "dustin", "dwayne", "dwight", "dylan", "earl", "ed", "eddie", "edward", "edwin", "elijah", "elliot", "elliott", "emmanuel",
		"eric", "erik", "ernest", "ernie", "ethan", "eugene", "everett", "ewan", "ezra", "felix", "fernando", "floyd", "forrest", "frank", "fred", "frederick", "gabriel", "garrett", "gary",
		"gavin", "gene", "george", "gerald", "gerard", "gil", "gilbert", "giles", "glenn", "gordon", "graham", "grant", "greg", "gregory", "grover", "gus", "hamish", "hamza", "hans", "harold",
		"harry", "hassan", "heath", "henry", "herbert", "hiroshi", "howard", "hugh", "hugo", "ian", "ibrahim", "igor", "irving", "isaac", "ivan", "jack", "jacob", "jake", "james", "jared",
		"jason", "javier", "jeb", "jed", "jeff", "jeffery", "jeffrey", "jeremy", "jerome", "jerry", "jim", "jimmy", "joe", "joel", "john", "johnny", "jon", "jonah", "jonathan", "jorge", "jose",
		"joseph", "josh", "joshua", "juan", "julian", "jurgen", "justin", "karim", "keith", "ken", "kenji", "kenneth", "kevin", "khalid", "klaus", "kofi", "kurt", "kwame", "lamar", "lance",
		"larry", "lars", "lawrence", "leo", "leon", "leonard", "leroy", "les", "lester", "liam", "lloyd", "lou", "louis", "lucas", "luis", "luke", "lyle", "mack", "mahmoud", "malcolm", "manuel",
		"marc", "marco", "marcus", "mario", "mark", "marshall", "martin", "marty", "marvin", "matt", "matthew", "maurice", "max", "mel", "melvin", "merle", "micah", "michael", "mick", "miguel",
		"mike", "mikhail", "milton", "mitch", "mitt", "mo", "mohammed", "morris", "moses", "muhammad", "mustafa", "nate", "nathan", "ned", "neil", "nelson", "newt", "nicholas", "nick", "nigel",
		"nikolai", "nils", "noah", "nolan", "norman", "oleg", "oliver", "omar", "oscar", "otto", "pablo", "patrick", "paul", "pavel", "pedro", "perry", "pete", "peter", "phil", "philip", "phillip",
		"piers", "preston", "quentin", "rafael", "raj", "ralph", "rand", "randy", "ray", "raymond", "reggie", "reid", "reince", "rex", "ricardo", "rich", "richard", "rick", "rob", "robert",
		"rodney", "roger", "roland", "ron", "ronald", "rory", "ross", "roy", "ruben", "rudolph", "rudy", "rufus", "rupert", "russ", "russell", "rusty", "samuel", "sanjay", "scott", "seamus",
		"sean", "sergei", "sergey", "sergio", "seth", "shane", "shawn", "sherman", "sherrod", "sidney", "simon", "skip", "spencer", "stan", "stanley", "stefan", "stephen", "steve", "steven",
		"stewart", "stuart", "sven", "sylvester", "tad", "takashi", "tariq", "tate", "ted", "theodore", "thomas", "tim", "timothy", "toby", "todd", "tom", "tomas", "tommy", "tony", "travis", "trevor",
		"tucker", "ty", "tyler", "vernon", "victor", "vijay", "vince", "vincent", "virgil", "vladimir", "wade", "wallace", "walt", "walter", "warren", "wayne", "wes", "wesley", "wilbur", "will",
		"william", "willie", "wolfgang", "woodrow", "xavier", "youssef", "yuri", "yusuf", "zach", "zachary", "zeke":
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

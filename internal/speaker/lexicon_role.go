package speaker

// policeRank reports whether w is the abbreviation of a rank before a name.
func policeRank(w string) bool {
	switch w {
	case "PC", "DC", "DS", "DI", "DCI", "DSupt", "WPC", "Cllr", "Ald", "Det", "Dep", "Cpt", "Sqn":
		return true
	}
	return false
}

// role returns roleNoun for a noun that says what a person is, in lower case,
// and rolePrefix for a word that stands before one.
func role(w string) class {
	switch w {
	// Government and diplomacy.
	case "president", "president-elect", "vice-president", "premier", "minister", "chancellor", "secretary", "undersecretary", "secretary-general", "ambassador", "envoy", "diplomat", "consul", "delegate", "commissioner",
		"governor", "gov", "mayor", "senator", "sen", "sens", "representative", "rep", "reps", "congressman", "congresswoman", "councillor", "councilor", "councilman", "councilwoman", "councilmember", "alderman", "assemblyman", "assemblywoman",
		"lawmaker", "legislator", "mp", "mep", "msp", "speaker", "whip", "leader", "candidate", "nominee", "frontrunner", "front-runner", "incumbent", "politician", "statesman", "king", "queen", "prince", "princess", "emperor", "sultan", "emir", "sheikh", "ayatollah",
		"prime", "attorney", "prosecutor", "solicitor", "official", "bureaucrat", "administrator", "comptroller", "treasurer", "ombudsman", "registrar", "negotiator", "mediator", "rapporteur", "observer", "dictator", "czar", "tsar":
		return roleNoun
	// Those who speak for others.
	case "spokesman", "spokeswoman", "spokesperson", "spokesmen", "aide", "adviser", "advisor", "strategist", "consultant", "pollster", "operative", "surrogate", "manager", "chair", "chairman", "chairwoman", "chairperson", "co-chair", "co-chairman", "vice-chair", "deputy", "assistant", "director", "coordinator", "organizer", "organiser", "lobbyist", "representatives", "ally", "supporter", "backer", "donor", "fundraiser", "critic", "opponent", "rival", "insider", "confidant", "staffer", "activist", "campaigner", "advocate", "volunteer", "member", "head", "chief", "counsel", "superdelegate":
		return roleNoun
	// Law, police, the forces, rescue.
	case "judge", "justice", "magistrate", "lawyer", "barrister", "coroner", "sheriff", "officer", "detective", "constable", "sergeant", "sgt", "lieutenant", "lt", "captain", "capt", "major", "maj", "colonel", "col", "general", "gen", "brigadier", "admiral", "adm", "commander", "cmdr", "marshal", "corporal", "cpl", "pvt", "superintendent", "supt", "inspector", "insp", "trooper", "deputies", "firefighter", "paramedic", "soldier", "veteran", "agent", "spy", "investigator", "commandant", "warden", "ranger", "pilot", "astronaut", "cosmonaut":
		return roleNoun
	// Learning, health, science, church.
	case "professor", "prof", "engr", "eng", "lecturer", "scholar", "historian", "economist", "analyst", "researcher", "scientist", "biologist", "chemist", "physicist", "geologist", "ecologist", "epidemiologist", "meteorologist", "climatologist", "astronomer", "archaeologist", "anthropologist", "sociologist", "psychologist", "psychiatrist", "criminologist", "hydrologist", "virologist", "doctor", "physician", "surgeon", "nurse", "pharmacist", "midwife", "therapist", "dentist", "teacher", "principal", "headteacher", "headmaster", "headmistress", "dean", "provost", "rector", "student", "graduate", "fellow", "expert", "engineer", "architect", "statistician", "demographer", "pastor", "priest", "bishop", "archbishop", "cardinal", "pope", "rabbi", "imam", "reverend", "rev", "vicar", "minister-counsellor", "chaplain", "theologian", "philosopher", "curator", "librarian", "archivist", "conservator":
		return roleNoun
	// Business and work.
	case "ceo", "cfo", "coo", "cto", "vp", "cio", "executive", "founder", "co-founder", "cofounder", "owner", "co-owner", "partner", "entrepreneur", "businessman", "businesswoman", "mogul", "tycoon", "magnate", "billionaire", "millionaire", "investor", "banker", "broker", "trader", "developer", "landlord", "farmer", "fisherman", "worker", "driver", "baker", "chef", "shopkeeper", "grocer", "bartender", "waitress", "beekeeper", "clerk", "gardener", "translator", "secretary-treasurer", "butcher", "tailor", "sailor", "fishmonger", "innkeeper", "janitor", "consultant-surgeon", "specialist", "contractor", "builder", "carpenter", "electrician", "plumber", "mechanic", "miner", "foreman", "retiree", "pensioner", "accountant", "auditor", "planner", "designer", "salesman", "technician", "shareholder", "employee", "supervisor", "superviser", "president-designate", "publicist":
		return roleNoun
	// Media and the arts.
	case "editor", "reporter", "journalist", "correspondent", "columnist", "commentator", "anchor", "host", "moderator", "presenter", "broadcaster", "blogger", "publisher", "producer", "writer", "co-author", "author", "novelist", "poet", "playwright", "biographer", "filmmaker", "screenwriter", "actor", "actress", "comedian", "singer", "songwriter", "rapper", "musician", "guitarist", "drummer", "composer", "conductor", "pianist", "artist", "painter", "sculptor", "photographer", "dancer", "choreographer", "model", "celebrity", "star", "critic-at-large", "critics":
		return roleNoun
	// Sport.
	case "coach", "player", "striker", "goalkeeper", "midfielder", "defender", "winger", "quarterback", "pitcher", "catcher", "batsman", "bowler", "skipper", "referee", "umpire", "sprinter", "cyclist", "boxer", "swimmer", "golfer", "champion", "medalist", "medallist", "rider", "jockey", "trainer", "athlete", "goalie", "forward", "midfield", "substitute", "teammate":
		return roleNoun
	// Kin and neighbours.
	case "wife", "husband", "son", "daughter", "mother", "father", "brother", "sister", "cousin", "uncle", "aunt", "nephew", "niece", "grandson", "grandfather", "grandmother", "widow", "fiancee", "fiance", "girlfriend", "boyfriend", "friend", "neighbor", "neighbour", "resident", "witness", "survivor", "victim", "voter", "tourist", "passenger", "customer", "man", "woman", "native", "lady", "mom", "dad", "heir", "heiress", "parent", "colleague", "roommate", "villager", "republican", "democrat", "independent", "libertarian", "socialist", "conservative", "liberal":
		return roleNoun
	case "former", "acting", "interim", "vice", "senior", "junior", "lead", "outgoing", "incoming", "retired", "then", "late", "current", "longtime", "long-time", "interior", "foreign", "defense", "defence", "finance", "health", "state", "national", "presidential", "vice-presidential", "gubernatorial", "campaign", "press", "communications", "house", "senate", "majority", "minority", "permanent", "first", "presumptive", "top", "two-time", "three-time", "managing", "founding", "honorary", "emeritus", "regional", "district", "county", "city", "police", "fire", "school":
		return rolePrefix
	case "associate", "ex":
		return roleNoun | rolePrefix
	// More callings.
	case "challenger", "successor", "predecessor", "namesake", "counterpart", "co-captain", "collector", "barber", "landlady", "publican", "draper", "ironmonger", "saddler", "farrier", "optometrist", "chiropractor", "osteopath", "hygienist", "paralegal", "counsellor", "counselor", "sophomore", "freshman", "undergraduate", "postgraduate", "trainee", "recruit", "cadet", "airman", "paratrooper", "medic", "gp", "locum", "parishioner", "hermit", "pilgrim", "orphan", "grandparent", "great-grandson", "great-granddaughter", "son-in-law", "daughter-in-law", "stepbrother", "stepsister", "half-brother", "half-sister", "godson", "goddaughter", "nan", "gran", "granny", "auntie", "boy", "girl", "newcomer", "ferrywoman", "signatory", "linesman", "eighty-year-old", "governor-general", "attorney-general", "auditor-general", "counter-tenor", "chauffeur", "bodyguard", "valet", "nanny", "au-pair", "babysitter", "childminder", "dealer", "trafficker", "smuggler", "fugitive", "suspect", "convict", "inmate", "detainee", "hostage", "captive", "exile", "socialite", "supermodel", "playboy", "strongman", "warlord", "chieftain", "monarch", "regent", "tribesman", "chieftainess", "emissary", "courtier", "speechwriter", "ghostwriter", "copywriter", "typesetter", "proofreader", "lexicographer", "grammarian", "polymath", "luthier", "neurosurgeon", "obstetrician", "gynaecologist", "dermatologist", "podiatrist", "brig", "bachelor", "frontman", "frontwoman", "contender", "constituent", "titan", "boss", "capitalist", "assailant", "schoolgirl", "schoolboy", "pupil", "grader", "eighth-grader", "teenager", "toddler", "youngster", "sibling", "hairdresser", "beautician", "florist", "welder", "machinist", "bricklayer", "labourer", "laborer", "trucker", "bookkeeper", "bellringer", "handyman", "seamstress", "dressmaker", "shoemaker", "blacksmith", "farmhand", "herder", "lobsterman", "signalman", "stationmaster", "watchman", "locksmith", "attendant", "cashier", "typist", "quilter", "knitter", "violist", "doyenne", "doyen", "maestro", "prodigy", "stuntman", "puppeteer", "magician", "acrobat", "juggler", "contestant", "competitor", "finalist", "winner", "runner-up", "medal-winner", "wicketkeeper", "all-rounder", "number-eight", "caddie", "cutman", "prelate", "twin", "fiddler", "ferrymaster", "coun", "cllr", "harbourmaster", "harbormaster", "tuner", "seller", "vendor", "adjuster", "projectionist", "soprano", "tenor", "baritone", "jeweller", "jeweler", "busker", "barista", "milliner", "cobbler", "glazier", "plasterer", "roofer", "surveyor", "restorer", "forester", "diver", "lifeguard", "caretaker", "undertaker", "concierge", "receptionist", "porter", "steward", "matron", "intern", "apprentice", "trustee", "claimant", "defendant", "plaintiff", "juror", "bailiff", "usher", "notary", "forecaster", "forewoman", "organist", "cellist", "violinist", "bassist", "vocalist", "choirmaster", "bandleader", "physiotherapist", "optician", "vet", "veterinarian", "paediatrician", "pediatrician", "oncologist", "cardiologist", "neurologist", "pathologist", "anaesthetist", "radiographer", "carer", "caregiver", "dietitian", "nutritionist", "toxicologist", "botanist", "zoologist", "ornithologist", "entomologist", "volcanologist", "seismologist", "oceanographer", "glaciologist", "mathematician", "cryptographer", "linguist", "palaeographer", "palaeontologist", "paleontologist", "geographer", "cartographer", "ethicist", "tutor", "bursar", "warehouseman", "stallholder", "inventor", "programmer", "coder", "hacker", "restaurateur", "sommelier", "waiter", "cook", "sous-chef", "brewer", "distiller", "cheesemaker", "winemaker", "butler", "housekeeper", "backbencher", "frontbencher", "baroness", "baron", "viscount", "earl", "duke", "duchess", "abbot", "abbess", "nun", "monk", "deacon", "verger", "sexton", "churchwarden", "gravedigger", "ferryman", "boatman", "bosun", "helmsman", "coxswain", "stevedore", "docker", "trawlerman", "crofter", "shepherd", "rancher", "grower", "vintner", "agronomist", "arbitrator", "actuary", "underwriter", "auctioneer", "valuer", "realtor", "pundit", "illustrator", "cartoonist", "potter", "weaver", "animator", "lyricist", "impresario", "bookseller", "fullback", "full-back", "centre-back", "scrum-half", "fly-half", "physio", "groundsman", "bookmaker", "rower", "climber", "mountaineer", "skier", "marksman", "grandchild", "stepson", "stepdaughter", "stepfather", "stepmother", "granddaughter", "grandma", "grandpa", "mum", "sister-in-law", "brother-in-law", "mother-in-law", "father-in-law", "ex-wife", "ex-husband", "bride", "groom", "commuter", "motorist", "pedestrian", "shopper", "visitor", "diner", "homeowner", "tenant", "householder", "ratepayer", "taxpayer", "evacuee", "refugee", "migrant", "postman", "postmaster", "postmistress", "keeper", "lock-keeper", "gamekeeper", "goalscorer", "dispatcher", "controller", "signaller", "financier", "creditor", "debtor", "vice-chancellor", "vice-chairman", "vice-chairwoman", "vice-principal", "reeve", "whistleblower", "whistle-blower", "informant", "complainant", "appellant", "petitioner", "respondent", "executor", "godmother", "godfather", "laureate", "scribe", "essayist", "podcaster", "youtuber", "influencer", "streamer", "newsreader", "weatherman", "weatherwoman", "cameraman":
		return roleNoun
	}
	return calling(w)
}

// calling returns roleNoun for a word that ends as the names of callings do.
func calling(w string) class {
	if c := tradeOf(w); c != 0 || len(w) < len("patron") {
		return c // the shortest
	}
	for _, end := range callingEnds(w[len(w)-1]) {
		if n := len(w) - len(end); n >= 0 && w[n:] == end && (n > 1 || len(end) > 8 || end == "patron" || end == "hopeful") && (n == 0 || w[n-1] != '-' || n > 2) {
			return roleNoun
		}
	}
	if n := len(w); n > 7 && w[n-3:] == "ist" && w[n-4:] != "list" && !hasWord("protagonist antagonist communist fascist extremist islamist terrorist populist nationalist modernist ", w) {
		return roleNoun
	}
	return 0
}

// callingEnds returns the ends of the names of callings that the letter closes.
func callingEnds(last byte) []string {
	switch last {
	case 't':
		return []string{"ologist", "iatrist", "wright"}
	case 'n':
		return []string{"ician", "woman", "patron", "parliamentarian", "salesperson", "councilperson"}
	case 'r':
		return []string{"ographer", "keeper", "worker", "holder", "owner", "fighter", "leader", "trainer", "grower", "officer", "manager", "director", "dissenter", "interpreter",
			"maker", "teacher", "dealer", "builder", "breeder", "monger", "footballer", "cricketer", "songwriter", "scriptwriter", "goer", "watcher", "hunter", "dresser", "grazier"}
	case 'h':
		return []string{"smith"}
	case 'e':
		return []string{"namesake"}
	case 'l':
		return []string{"hopeful"}
	}
	return nil
}

// tradeOf returns roleNoun for the rest of the nouns for callings, pursuits and kin
// that no ending gives away.
func tradeOf(w string) class {
	switch w {
	case "accomplice", "acolyte", "adjutant", "admirer", "aide-de-camp", "almoner", "alumna", "alumnus", "angler", "apparatchik", "arborist", "archdeacon", "assessor", "astrologer", "astrophysicist", "attache", "attaché", "aviator",
		"backpacker", "bailie", "ballboy", "ballgirl", "barmaid", "barman", "bassist", "batboy", "beachcomber", "beadle", "beginner", "bell-boy", "bell-ringer", "bellboy", "bellhop", "bellringer", "benefactor", "biathlete", "bigwig",
		"biker", "binman", "biochemist", "biophysicist", "birder", "birdwatcher", "boarder", "boatbuilder", "bobsledder", "boffin", "bombardier", "bookbinder", "bookie", "bouncer", "breadwinner", "bridesmaid", "burgess", "burgomaster",
		"bystander", "cabbie", "cabinetmaker", "cabman", "caddy", "calligrapher", "campanologist", "camper", "canon", "cantor", "canvasser", "castaway", "catechist", "caterer", "caver", "celebrant", "cellmate", "chargé", "cheerleader",
		"chiropodist", "chocolatier", "choirboy", "choreologist", "chorister", "citizen", "clairvoyant", "classmate", "cleaner", "clown", "co-chairwoman", "co-conspirator", "co-defendant", "co-director", "co-host", "co-leader", "co-owner",
		"co-pilot", "co-sponsor", "co-star", "co-worker", "co-writer", "coastguard", "codebreaker", "commando", "commodore", "compere", "compère", "conciliator", "conductress", "confectioner", "confidante", "contralto", "convener",
		"convenor", "conveyancer", "cornerback", "courier", "couturier", "cowboy", "cowgirl", "cowherd", "cowman", "coworker", "crabber", "crewman", "crewmate", "cricketer", "croupier", "cryptographer", "curate", "dairymaid",
		"deaconess", "debutant", "debutante", "decathlete", "deckhand", "decorator", "deejay", "defector", "demagogue", "demonstrator", "deserter", "detractor", "devotee", "diarist", "dissident", "dj", "doorman", "doula", "dowser",
		"drover", "dustman", "embalmer", "emcee", "engraver", "ensign", "enthusiast", "etcher", "evangelist", "exorcist", "eyewitness", "falconer", "fiancé", "fiancée", "fifth-grader", "finisher", "firebrand", "fireman", "first-grader",
		"fixer", "flanker", "flatmate", "flier", "fly-fisher", "follower", "footballer", "foster-father", "foster-mother", "foster-parent", "fourth-grader", "freediver", "fresher", "frogman", "frontperson", "functionary", "furrier",
		"futurist", "gambler", "gamer", "gasfitter", "gendarme", "geneticist", "geochemist", "geophysicist", "ghillie", "glassblower", "go-between", "goalscorer", "goaltender", "goatherd", "godparent", "grad", "grandad", "granddad",
		"grandee", "great-aunt", "great-granddaughter", "great-grandfather", "great-grandmother", "great-grandson", "great-nephew", "great-niece", "great-uncle", "greengrocer", "guerrilla", "gunner", "guru", "gymnast", "haberdasher",
		"hacktivist", "handler", "hardliner", "headman", "heckler", "heptathlete", "hero", "heroine", "highlander", "hiker", "hitman", "hold-out", "holdout", "holidaymaker", "homemaker", "homeopath", "homesteader", "honcho", "hosier",
		"houseboy", "houseguest", "househusband", "housemate", "hubby", "humorist", "huntsman", "hurdler", "ideologue", "industrialist", "infielder", "influencer", "insurgent", "islander", "jackaroo", "jailer", "judoka", "kayaker",
		"keyboardist", "kingmaker", "kitman", "lama", "landscaper", "lay-reader", "layman", "librettist", "linebacker", "liquidator", "lodger", "logger", "lollipop-man", "loyalist", "lugist", "lumberjack", "madman", "maintainer",
		"marathoner", "marcher", "mariner", "mascot", "masseur", "masseuse", "mastermind", "matador", "matriarch", "maverick", "mayoress", "metallurgist", "mezzo", "middleman", "milkmaid", "milkman", "minder", "missionary", "missus",
		"moderniser", "modernizer", "moneylender", "motorcyclist", "mountaineer", "muezzin", "mullah", "mutineer", "naturopath", "navigator", "navvy", "netminder", "neuroscientist", "newsagent", "novice", "oarsman", "oarswoman",
		"objector", "oligarch", "onlooker", "ordinand", "orienteer", "outfielder", "oysterman", "paperboy", "paraglider", "partygoer", "passer-by", "pastoralist", "patriarch", "pawnbroker", "paymaster", "peasant", "percussionist",
		"perfumer", "petitioner", "philanthropist", "phlebotomist", "photojournalist", "planter", "platelayer", "playmate", "poacher", "postdoc", "potholer", "practitioner", "preacher", "prebendary", "prefect", "printmaker", "prioress",
		"prisoner", "probationer", "proctor", "procurator", "proponent", "prosthetist", "protester", "protestor", "psychoanalyst", "psychotherapist", "punter", "purser", "quadruplet", "quartermaster", "quizmaster", "racer", "rambler",
		"rebel", "reformer", "reveller", "ringmaster", "rookie", "roughneck", "roustabout", "sacristan", "salesgirl", "salutatorian", "sapper", "satirist", "scaffolder", "sceptic", "schoolmate", "scrutineer", "sculler", "seafarer",
		"seaman", "seamer", "second-grader", "seminarian", "settler", "seventh-grader", "shearer", "shipbuilder", "shipmate", "shopgirl", "shortstop", "showjumper", "showman", "shrimper", "sixth-former", "sixth-grader", "skeptic",
		"skydiver", "slugger", "sniper", "snowboarder", "soloist", "soulmate", "speculator", "sponsor", "spymaster", "squatter", "stagehand", "starlet", "stationer", "stay-at-home-dad", "stay-at-home-mum", "stepchild", "stewardess",
		"stockman", "stoker", "stonemason", "stowaway", "stringer", "stylist", "subaltern", "submariner", "supremo", "surfer", "swami", "swineherd", "sysadmin", "taxman", "technocrat", "televangelist", "third-grader", "tinkerer",
		"tipster", "toastmaster", "traditionalist", "traveler", "traveller", "trawlerman", "triathlete", "triplet", "trumpeter", "undergrad", "understudy", "upholsterer", "valedictorian", "vaulter", "ventriloquist", "villager",
		"vlogger", "warder", "whaler", "widower", "windsurfer", "workmate", "worshiper", "worshipper", "wrangler", "wrestler", "yachtsman", "yeoman", "zealot":
		return roleNoun
	}
	return 0
}

// trade returns roleNoun for a noun for a calling that with a capital is rather a
// surname.
func trade(w string) class {
	switch w {
	case "archer", "batter", "chandler", "cooper", "farrier", "fencer", "fitter", "gilder", "glover", "guard", "guardian", "guide", "harper", "harpist", "hatter", "hawker", "hunter", "joiner", "lamplighter", "mason", "master", "painter", "peddler", "pedlar", "printer", "sawyer", "slater", "tanner", "thatcher", "tiler", "tinker", "trapper", "walker", "warrener":
		return roleNoun
	}
	return 0
}

// surnamed reports whether w, in lower case, is a calling that with a capital is
// rather a surname: "Cartwright", "Goldsmith".
func surnamed(w string) bool {
	n := len(w)
	return n > 6 && w != "playwright" && (w[n-6:] == "wright" || w[n-5:] == "smith")
}

// groupRole reports whether w, in lower case, is the plural of a role or
// another noun for people who speak as a group.
func groupRole(w string) bool {
	switch w {
	case "another", "those", "percent", "half", "third", "officials", "sources", "critics", "experts", "analysts", "lawmakers", "prosecutors", "investigators", "police", "authorities", "witnesses", "residents", "supporters", "opponents", "republicans", "democrats", "conservatives", "liberals", "economists", "scientists", "researchers", "scholars", "historians", "lawyers", "doctors", "activists", "advocates", "aides", "advisers", "advisors", "allies", "voters", "people", "americans", "leaders", "diplomats", "ministers", "senators", "reporters", "journalists", "observers", "commentators", "strategists", "pollsters", "organizers", "organisers", "protesters", "demonstrators", "family", "friends", "neighbors", "neighbours", "members", "students", "teachers", "parents", "workers", "farmers", "spokesmen", "representatives", "executives", "employees", "investors", "traders", "shareholders", "skeptics", "detractors", "rivals", "candidates", "men", "women", "families", "relatives", "attorneys", "judges", "justices", "respondents", "union", "unions", "insiders", "operatives", "veterans", "participants", "delegates", "donors", "others", "some", "many", "most", "few", "several", "both", "everyone", "everybody", "nobody", "somebody", "someone", "anyone", "source", "official", "majority", "crowd", "group", "groups", "team", "campaign", "campaigns", "spokespeople", "fans", "players", "coaches", "pundits", "progressives", "libertarians", "evangelicals", "immigrants", "migrants", "blacks", "whites", "hispanics", "latinos", "muslims", "christians", "jews", "catholics", "millennials", "proponents", "backers", "staffers", "governors", "mayors", "engineers", "nurses", "villagers", "passengers", "neighborhoods":
		return true
	}
	return false
}

// narrower returns the nouns, each with a space behind it, for those whom the noun
// may take up: "the priest" may be a vicar, "the politician" a senator.
func narrower(noun string) string {
	switch noun {
	case "judge":
		return "justice magistrate recorder "
	case "governor":
		return "gov "
	case "premier":
		return "prime "
	case "colonel":
		return "col lt-col "
	case "major":
		return "maj "
	case "lieutenant":
		return "lt "
	case "sergeant":
		return "sgt "
	case "admiral":
		return "adm "
	case "inspector":
		return "insp di dci det "
	case "superintendent":
		return "supt "
	case "backbencher":
		return "mp member "
	case "gaffer":
		return "manager coach boss "
	case "hitman", "marksman", "ace":
		return "striker forward centre-forward winger "
	case "frontman", "frontwoman":
		return "singer vocalist "
	case "painter":
		return "artist "
	case "restorer":
		return "conservator conservation "
	case "landlord", "publican":
		return "landlord landlady publican licensee "
	case "senator":
		return "sen "
	case "congressman", "congresswoman", "representative":
		return "rep "
	case "professor":
		return "prof "
	case "academic", "scholar", "don":
		return "professor prof lecturer reader dean historian economist sociologist "
	case "general":
		return "gen brig lt-gen maj-gen "
	case "captain":
		return "capt skipper "
	case "skipper":
		return "captain "
	case "detective":
		return "det dci di ds dc "
	case "officer":
		return "constable sergeant sgt inspector insp pc detective det superintendent supt lieutenant lt captain capt colonel col major maj trooper deputy "
	case "soldier":
		return "sergeant sgt corporal cpl private pvt major maj captain capt "
	case "chairman", "chairwoman", "chairperson":
		return "chair "
	case "chair":
		return "chairman chairwoman chairperson "
	case "nominee":
		return "candidate "
	case "candidate":
		return "nominee contender hopeful challenger "
	case "ceo":
		return "executive "
	case "cfo", "coo", "cto":
		return "officer "
	case "boss", "executive":
		return "executive ceo director chairman manager coach "
	case "prosecutor":
		return "attorney "
	case "lawyer":
		return "barrister solicitor attorney counsel advocate defender "
	case "barrister", "advocate":
		return "counsel "
	case "attorney":
		return "lawyer counsel defender prosecutor "
	case "priest", "clergyman", "cleric", "minister":
		return "rev reverend vicar pastor curate rector bishop father canon "
	case "vicar", "pastor", "rector", "reverend":
		return "rev reverend priest canon "
	case "prelate":
		return "bishop archbishop cardinal "
	case "doctor", "medic":
		return "gp surgeon physician consultant paediatrician pediatrician oncologist cardiologist neurologist psychiatrist registrar "
	case "physician":
		return "doctor surgeon cardiologist oncologist "
	case "scientist", "researcher":
		return "biologist chemist physicist geologist ecologist epidemiologist meteorologist climatologist astronomer virologist hydrologist glaciologist oceanographer seismologist volcanologist botanist zoologist professor fellow "
	case "politician":
		return "senator sen mp minister councillor mayor congressman congresswoman rep representative governor gov leader deputy secretary candidate premier "
	case "lawmaker", "legislator":
		return "senator sen mp rep representative congressman congresswoman assemblyman assemblywoman delegate "
	case "councillor":
		return "cllr councilman councilwoman coun "
	case "diplomat":
		return "ambassador envoy consul emissary "
	case "envoy":
		return "ambassador negotiator mediator "
	case "businessman", "businesswoman", "entrepreneur", "tycoon", "magnate":
		return "founder executive owner billionaire ceo investor "
	case "singer":
		return "vocalist soprano tenor baritone rapper songwriter frontman "
	case "musician", "performer":
		return "vocalist soprano tenor baritone guitarist pianist violinist rapper songwriter drummer cellist fiddler frontman "
	case "vocalist":
		return "singer soprano tenor baritone "
	case "writer", "author":
		return "novelist poet playwright biographer columnist historian essayist "
	case "actor":
		return "star comedian actress "
	case "athlete", "player", "star":
		return "striker goalkeeper midfielder defender winger quarterback pitcher forward batsman bowler captain sprinter keeper fullback "
	case "goalkeeper", "keeper":
		return "goalkeeper keeper goalie "
	case "coach", "manager":
		return "manager coach boss "
	case "teacher":
		return "headteacher headmaster headmistress principal tutor "
	case "headteacher", "head":
		return "headmaster headmistress principal headteacher "
	case "farmer":
		return "grower rancher crofter "
	case "driver":
		return "trucker motorist "
	case "activist", "campaigner":
		return "organizer organiser campaigner activist protester "
	case "owner":
		return "landlord proprietor founder "
	case "monarch":
		return "king queen "
	case "peer":
		return "lord baroness baron viscount earl "
	case "journalist":
		return "reporter correspondent columnist editor anchor "
	case "analyst":
		return "strategist economist "
	}
	return ""
}

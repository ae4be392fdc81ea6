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
	case "abby", "abigael", "abigail", "ada", "adaeze", "adama", "adela", "adele", "adelina", "adriana", "adrienne", "agnes", "aicha", "aileen", "ailsa", "aimee", "aino", "aisha", "akua",
		"alana", "alba", "alejandra", "alessandra", "alexa", "alexandra", "alice", "alicia", "alina", "alisa", "alison", "alissa", "allison", "alma", "althea", "alyssa", "amal", "amalia",
		"amanda", "amara", "amelia", "amelie", "amina", "amira", "amy", "ana", "anahita", "anastasia", "anastasiya", "andrea", "anette", "angela", "angelica", "angeliki", "angelina", "anika",
		"anissa", "anita", "anja", "anjali", "anke", "ann", "anna", "annabel", "annabelle", "annalisa", "anne", "anneke", "anneli", "annelies", "anneliese", "annette", "annie", "annika", "anouk",
		"antje", "antonella", "antonia", "anya", "aoife", "aparna", "april", "ariadne", "ariana", "arlene", "asha", "ashwini", "asma", "astrid", "asya", "athena", "audrey", "aurelia", "ava",
		"avril", "aya", "ayesha", "ayse", "azadeh", "aziza", "babette", "barbara", "barbra", "bea", "beata", "beate", "beatrice", "beatrix", "beatriz", "becky", "belinda", "bella", "benedetta",
		"benedicta", "bernadette", "bernice", "bertha", "bess", "beth", "bethan", "bethany", "bettina", "betty", "beverley", "beverly", "bianca", "bintou", "birgit", "birgitta", "birgitte",
		"blanca", "bodil", "bonnie", "branwen", "breda", "brenda", "brianna", "bridget", "bridie", "brigid", "brigitta", "brigitte", "britta", "bronwen", "bryony", "caitlin", "camila", "camilla",
		"camille", "cara", "carina", "carla", "carlotta", "carly", "carmela", "carmelita", "carmen", "carol", "carole", "caroline", "carolyn", "carrie", "cassandra", "cassie", "catalina",
		"catarina", "caterina", "catherine", "cathy", "catriona", "cecilia", "cecily", "celeste", "celia", "celine", "chantal", "charlene", "charlotte", "charmaine", "chelsea", "cheryl",
		"chiamaka", "chiara", "chidinma", "chika", "chimamanda", "chipo", "chitra", "chloe", "chrissie", "christa", "christel", "christina", "christine", "ciara", "cicely", "cindy", "claire",
		"clara", "clare", "clarice", "clarissa", "claudette", "claudia", "claudine", "clementine", "cleo", "coleen", "colette", "colleen", "condoleezza", "connie", "constance", "constanza",
		"consuelo", "cora", "coralie", "cordelia", "corina", "corinne", "cornelia", "courtney", "cristina", "cynthia", "dagmar", "dagny", "daniela", "danielle", "danuta", "daphne", "daria",
		"darlene", "davina", "deb", "debbie", "debora", "deborah", "debra", "deidre", "deirdre", "delia", "delphine", "demetra", "denise", "desiree", "devika", "diana", "diane", "dilys",
		"dimitra", "dina", "divya", "dolores", "dominika", "dominique", "donna", "dora", "doreen", "doris", "dorota", "dorothea", "dorothy", "dorrit", "dot", "dottie", "dympna", "edda", "edie",
		"edith", "edna", "edwina", "effie", "efua", "eileen", "eilidh", "eimear", "ekaterina", "ekaterini", "elaine", "eleanor", "eleanora", "elena", "eleni", "eleonora", "eliana", "elif",
		"elin", "elisa", "elisabet", "elisabeth", "elisabetta", "elise", "elisenda", "eliza", "elizabeth", "elke", "ella", "elle", "ellen", "ellie", "elodie", "eloise", "elsa", "elsbeth",
		"elsie", "elspeth", "elvira", "emeline", "emer", "emilia", "emilie", "emily", "emine", "emma", "emmeline", "enid", "erica", "erika", "erin", "erma", "ernestine", "esme", "esperanza",
		"esra", "estela", "estella", "estelle", "esther", "etta", "eudora", "eugenia", "eugenie", "eulalia", "eunice", "eva", "evangeline", "evelyn", "evie", "ewa", "fadumo", "faiza", "fanny",
		"farah", "farida", "farrah", "fatima", "fatma", "fatou", "fatoumata", "faustina", "fay", "faye", "federica", "felicia", "felicity", "fenella", "fernanda", "fiadh", "filipa", "fiona",
		"fleur", "flor", "flora", "florence", "florencia", "folake", "fran", "franca", "frances", "francesca", "francine", "francoise", "freda", "frederika", "freya", "frida", "frieda", "funmi",
		"gabriela", "gabriella", "gabrielle", "gail", "galina", "gemma", "genevieve", "georgette", "georgiana", "georgie", "georgina", "geraldine", "gertrude", "ghislaine", "giada", "gianna",
		"gillian", "gina", "ginny", "giorgia", "giovanna", "gisela", "gisele", "giulia", "gladys", "glenda", "glenys", "gloria", "glynis", "grace", "graciela", "grainne", "greta", "gretchen",
		"gretel", "griselda", "gudrun", "gunilla", "gwen", "gwendolen", "gwendolyn", "gwyneth", "habiba", "hadiza", "hafsa", "haifa", "hala", "halima", "hana", "hande", "hanna", "hannah",
		"hanne", "harleen", "harriet", "harumi", "hattie", "hayley", "heather", "hedda", "hedwig", "hedy", "heidi", "helen", "helena", "helene", "helga", "helle", "heloise", "henrietta",
		"henriette", "hermione", "hester", "hilary", "hilda", "hilde", "hildegard", "hillary", "hiroko", "holly", "honor", "honora", "honoria", "huma", "ida", "ifeoma", "ilana", "ilaria",
		"ildiko", "ilona", "ilse", "imelda", "imogen", "ina", "indira", "ines", "inga", "inge", "ingeborg", "inger", "ingrid", "ingrida", "inka", "ioana", "iolanthe", "irena", "irene", "irina",
		"irma", "isabel", "isabella", "isabelle", "isadora", "iseult", "ishbel", "isla", "isobel", "isolde", "ivana", "ivanka", "ivanna", "ivonne", "izabela", "jacinda", "jacinta", "jacobine",
		"jacqueline", "jacqui", "jadwiga", "jana", "jane", "janelle", "janet", "janette", "janice", "janina", "janine", "jasmin", "jayne", "jeanette", "jeanne", "jeannie", "jelena", "jemima",
		"jen", "jenna", "jennie", "jennifer", "jenny", "jeri", "jess", "jessica", "jessie", "jette", "jhumpa", "jill", "joan", "joanie", "joann", "joanna", "joanne", "jocelyn", "jodie",
		"johanna", "jolanda", "jolene", "jordana", "josefa", "josefina", "josefine", "josephine", "josie", "joyce", "juana", "juanita", "judi", "judith", "judy", "julia", "juliana", "julianna",
		"julianne", "julie", "julienne", "juliet", "juliette", "june", "juno", "justina", "justine", "jyoti", "kaja", "kalpana", "kamala", "kanako", "karen", "karin", "karina", "karla",
		"karolina", "karoline", "karyn", "kasia", "katarina", "katarzyna", "kate", "katerina", "katharina", "katharine", "katherine", "kathleen", "kathryn", "kathy", "katia", "katie", "katja",
		"katrin", "katrina", "katrine", "katya", "kavita", "kavitha", "kay", "kayla", "kayleigh", "keiko", "keira", "kellyanne", "kelsey", "kendra", "keren", "khadija", "kiera", "kimberly",
		"kiri", "kirsten", "kirstie", "kirsty", "kitty", "kjersti", "klara", "krista", "kristen", "kristin", "kristina", "kristine", "krystyna", "lakshmi", "lana", "lara", "larisa", "larissa",
		"latifa", "latoya", "laura", "laureen", "lauren", "laurence", "laurie", "lavinia", "layla", "lea", "leah", "leanne", "leena", "leila", "lena", "leni", "lenore", "leocadia", "leonie",
		"leonora", "leslee", "leticia", "letitia", "lidia", "lieke", "liesbeth", "liesel", "liesl", "lila", "lilian", "liliana", "lilith", "lilla", "lillian", "lillie", "lina", "linda", "linnea",
		"lisa", "liv", "livia", "liz", "liza", "lizzie", "lois", "lola", "loretta", "lori", "lorna", "lorraine", "lotta", "lotte", "lottie", "louisa", "louise", "luana", "lucia", "lucille",
		"lucinda", "lucrecia", "lucretia", "lucy", "ludmila", "luisa", "luise", "lupe", "luz", "lydia", "lynda", "lyndsey", "lynette", "lynne", "mabel", "madalena", "maddie", "madeleine",
		"madeline", "madge", "madhuri", "mae", "maeve", "magda", "magdalena", "maggie", "magnhild", "mai", "maia", "maike", "maire", "mairead", "mairi", "maisie", "maja", "malala", "malgorzata",
		"malin", "mamie", "mandy", "manon", "manuela", "mara", "marcela", "marcella", "marcelle", "marcia", "margaret", "margareta", "margarete", "margarita", "margaux", "marge", "margery",
		"margherita", "margie", "margit", "margo", "margot", "margrethe", "marguerite", "maria", "mariah", "mariam", "mariana", "marianna", "marianne", "maribel", "maricel", "marie", "marieke",
		"mariella", "marietta", "mariko", "marilou", "marilyn", "marina", "marisa", "marisol", "marissa", "marjorie", "marlene", "marlies", "marsha", "marta", "martha", "martina", "martine",
		"mary", "maryam", "mathilda", "mathilde", "matilda", "maud", "maude", "maura", "maureen", "mavis", "maxine", "maya", "meena", "meera", "megan", "mehwish", "mei", "melania", "melanie",
		"melinda", "melisande", "melissa", "mercedes", "meredith", "meryl", "mette", "mia", "micaela", "michaela", "michelle", "michiko", "mieke", "mila", "mildred", "milena", "millicent",
		"millie", "mimi", "mina", "mindy", "minerva", "minna", "minnie", "mira", "miranda", "mireille", "mirela", "miriam", "mitzi", "moira", "molly", "mona", "monica", "monika", "monique",
		"montserrat", "morag", "morwenna", "moya", "muriel", "myra", "myrna", "nada", "nadezhda", "nadia", "nadine", "nahid", "naina", "najwa", "nana", "nancy", "nandini", "nanette", "naoko",
		"naomi", "narges", "nasreen", "nasrin", "natalia", "natalie", "natalya", "natasha", "nayla", "neelam", "neha", "nell", "nellie", "nerys", "nettie", "ngaire", "ngozi", "nichola", "nicky",
		"nicola", "nicole", "nicolette", "nika", "nimmi", "nina", "ninette", "nisha", "noelle", "noemi", "nomvula", "noor", "nora", "norah", "noreen", "norma", "nuala", "nuria", "nyree",
		"octavia", "odalys", "odette", "odile", "oksana", "olena", "olga", "olivia", "olwen", "ondine", "oona", "oonagh", "orla", "orlaith", "ornella", "orsolya", "ottilie", "ottoline", "padma",
		"paloma", "pam", "pamela", "paola", "parvati", "patrice", "patricia", "patsy", "patti", "patty", "paula", "paulette", "paulina", "pauline", "peggy", "penelope", "penny", "pernille",
		"perpetua", "petra", "petronella", "philippa", "philomena", "phoebe", "phyllida", "phyllis", "pia", "pilar", "pippa", "polly", "pooja", "poornima", "portia", "pragya", "preeti", "priya",
		"prue", "purnima", "queenie", "rabia", "rachael", "rachel", "rachelle", "radhika", "rae", "rafaela", "raffaella", "ragna", "ragnhild", "raisa", "raluca", "ramona", "randi", "rania",
		"raquel", "rasheeda", "razia", "rebeca", "rebecca", "reina", "rekha", "rena", "renata", "renate", "rene", "renee", "renuka", "reyhan", "rhea", "rhian", "rhiannon", "rhoda", "rhona",
		"rhonda", "ria", "riitta", "rika", "rina", "rita", "riya", "roberta", "robyn", "rocio", "roisin", "romilda", "romina", "romy", "ronnie", "rosa", "rosalba", "rosalie", "rosalind",
		"rosaline", "rosalyn", "rosamund", "rosanna", "rosanne", "rose", "roseanne", "roselyn", "rosemarie", "rosemary", "rosetta", "rosheen", "rosie", "rosita", "rowena", "roxana", "roxane",
		"roxanne", "roya", "rukhsana", "rukmini", "ruqayya", "ruta", "ruth", "ruthie", "saba", "sabina", "sabine", "sabrina", "sadia", "sadie", "safiya", "saima", "saira", "sakina", "sakura",
		"sally", "sally-ann", "salma", "salome", "samantha", "samina", "samira", "sandhya", "sandra", "sandrine", "sanna", "saoirse", "sapna", "sara", "sarah", "sarita", "saskia", "savita",
		"seema", "selena", "selina", "selma", "senga", "serena", "shabnam", "shaheen", "shakira", "shanta", "sharlene", "sharon", "shauna", "sheena", "sheila", "shelagh", "shelley", "shelly",
		"sheryl", "shireen", "shirin", "shirley", "shona", "shreya", "sian", "sibyl", "sibylle", "siegrid", "sigrid", "sigrun", "silja", "silke", "silvana", "silvia", "simone", "sinead",
		"sinikka", "siobhan", "siri", "sissel", "siv", "smita", "snezana", "sofia", "solange", "soledad", "solveig", "sonia", "sonja", "sophia", "sophie", "soraya", "stacey", "stacy", "stefania",
		"stefanie", "steffi", "stella", "stephanie", "sue", "sukhi", "suleika", "sumaya", "sumitra", "sunita", "sunniva", "suparna", "surya", "susan", "susana", "susanna", "susannah", "susanne",
		"susi", "susie", "suzan", "suzanne", "suzette", "suzie", "svetlana", "swati", "sybil", "sylvia", "sylvie", "tabitha", "tahmina", "talia", "tallulah", "tamar", "tamara", "tamika", "tammy",
		"tamsin", "tania", "tanja", "tanya", "tara", "tasneem", "tatiana", "tatjana", "tatum", "tayo", "teresa", "tereza", "terezia", "tess", "tessa", "thandeka", "thandi", "thea", "thelma",
		"themba", "theodora", "theresa", "therese", "thomasina", "thora", "thuy", "tiffany", "tilda", "tilly", "timea", "tina", "toini", "tomoko", "tonia", "tonje", "tova", "toyin", "tracey",
		"trina", "trine", "trish", "trisha", "trixie", "trude", "trudy", "tulsi", "tuva", "ulla", "ulrike", "uma", "una", "ursula", "urszula", "uta", "valentina", "valeria", "valerie", "vanessa",
		"velma", "venetia", "vera", "verena", "verity", "verna", "veronica", "veronika", "veronique", "vibeke", "vicki", "vicky", "victoria", "viktoria", "vilma", "viola", "violeta", "virginia",
		"virginie", "vivian", "viviana", "vivien", "vivienne", "vreni", "waltraud", "wambui", "wanda", "wangari", "wanjiru", "wendy", "weronika", "whitney", "wiebke", "wilhelmina", "willa",
		"wilma", "winifred", "winnie", "xanthe", "ximena", "yael", "yara", "yasmeen", "yasmin", "yasmine", "yelena", "yetunde", "yevgenia", "ylva", "yoko", "yolanda", "yolande", "yoshiko",
		"yuki", "yuko", "yulia", "yuliya", "yumi", "yusra", "yvette", "yvonne", "zadie", "zahra", "zaida", "zainab", "zara", "zarina", "zehra", "zelda", "zelma", "zena", "zenobia", "zeynep",
		"zina", "zinaida", "zita", "zoe", "zofia", "zohra", "zora", "zsofia", "zuzana", "zuzanna":
		return true
	}
	return false
}

// hasHis reports whether w, in lower case, is mostly a man’s first name.
func hasHis(w string) bool {
	switch w {
	case "aaron", "abdallah", "abdel", "abdou", "abdul", "abdulaziz", "abdullah", "abdulrahman", "abel", "abhishek", "abner", "abraham", "achim", "adalbert", "adam", "adebayo", "adekunle",
		"adil", "aditya", "adnan", "adolfo", "adrian", "aengus", "agustin", "ahmad", "ahmed", "ahmet", "aidan", "ajay", "akash", "akio", "akira", "akshay", "alain", "alan", "alasdair",
		"alastair", "alban", "albert", "alberto", "aldo", "alec", "aled", "alejandro", "alejo", "aleksander", "aleksandr", "aleksei", "alessandro", "alessio", "alexander", "alexandre",
		"alexandros", "alexei", "alfie", "alfonso", "alfred", "alfredo", "algernon", "alhaji", "alistair", "alois", "alonso", "aloysius", "alphonse", "alvaro", "alvin", "alwyn", "amadeo",
		"amadou", "amar", "ambrose", "amin", "amir", "amit", "amitabh", "amos", "anand", "anas", "anatole", "anatoly", "anders", "andras", "andre", "andreas", "andrei", "andrej", "andres",
		"andrew", "andrzej", "andy", "angus", "anil", "ansel", "anselm", "antal", "anthimos", "anthony", "antoine", "anton", "antoni", "antonin", "antonio", "antonis", "anupam", "anwar",
		"apollinaire", "archibald", "archie", "arif", "aristide", "arjen", "arjun", "arkady", "armand", "armando", "armin", "arnaud", "arne", "arnold", "arnoldo", "arron", "arsene", "artem",
		"arthur", "arturo", "arvid", "arvind", "asad", "asger", "ashok", "asif", "aslan", "athanasios", "atticus", "aubrey", "auguste", "augustin", "augustine", "augusto", "augustus", "aurelio",
		"avi", "axel", "aydin", "ayman", "aziz", "babak", "balazs", "baldwin", "baltasar", "baptiste", "barack", "barry", "bart", "bartholomew", "bartosz", "basil", "bastian", "bayo", "bela",
		"ben", "benedict", "benedikt", "bengt", "benito", "benjamin", "benny", "benoit", "bent", "bernard", "bernardo", "bernd", "berndt", "bernie", "bert", "bertie", "bertil", "bertram",
		"bertrand", "bill", "birger", "bjarne", "bjorn", "blaise", "bob", "bobby", "bogdan", "bohdan", "boris", "borislav", "brad", "bram", "brandon", "branko", "brendan", "brent", "bret",
		"brett", "brian", "brice", "bruce", "bruno", "bryan", "bryce", "burt", "byron", "caleb", "callum", "camilo", "carl", "carlo", "carlos", "carmine", "carsten", "caspar", "casper", "cathal",
		"cecil", "cedric", "cesar", "chad", "chaim", "chandra", "charles", "charlie", "charly", "chet", "chidi", "chike", "chinedu", "chip", "christian", "christof", "christoph", "christophe",
		"christopher", "christos", "chuck", "chukwuemeka", "chuma", "cian", "ciaran", "clancy", "clarence", "clark", "claude", "claudio", "claus", "clay", "clem", "clement", "clifford",
		"clifton", "clint", "clive", "clyde", "cody", "colin", "colm", "connor", "conor", "conrad", "constantin", "constantine", "corey", "cormac", "cornelis", "cornelius", "cory", "cosimo",
		"costas", "craig", "cristian", "cristiano", "cristobal", "curtis", "cuthbert", "cyril", "cyrus", "dagfinn", "daithi", "dale", "damian", "damien", "damir", "damon", "dan",
		"daniel", "daniele", "daniil", "danny", "dante", "daoud", "darin", "dario", "darius", "darrel", "darrell", "darren", "darryl", "daryl", "dave", "davey", "david", "davide", "davin",
		"davor", "davy", "declan", "deepak", "delbert", "delroy", "demetrios", "demetrius", "denis", "dennis", "denny", "denys", "denzil", "derek", "dermot", "derrick", "desmond", "detlef",
		"devin", "dewey", "dick", "didier", "diederik", "diego", "dieter", "dietmar", "dietrich", "dilip", "dimitar", "dimitri", "dimitris", "dinesh", "dino", "diogo", "dirk", "dmitri",
		"dmitry", "dmytro", "domenico", "domingo", "dominic", "dominik", "don", "donal", "donald", "donovan", "doron", "doug", "douglas", "dov", "dragan", "drago", "drew", "duane", "dudley",
		"duncan", "dusan", "dustin", "dwayne", "dwight", "dylan", "eamon", "eamonn", "earl", "earle", "eben", "ebenezer", "eberhard", "ed", "eddie", "edgar", "edison", "edmond", "edmund",
		"edmundo", "edoardo", "edouard", "eduard", "eduardo", "edvard", "edward", "edwin", "efrain", "efrem", "egon", "eike", "einar", "eirik", "ekow", "eladio", "eldon", "eli", "elias",
		"elijah", "eliot", "elliot", "elliott", "elmer", "elvin", "elvis", "emanuel", "emeka", "emeric", "emil", "emile", "emiliano", "emilio", "emir", "emlyn", "emmanuel", "emre", "emrys",
		"endre", "enoch", "enrico", "enrique", "enver", "enzo", "eoghan", "eoin", "ephraim", "erasmus", "erhard", "eric", "erich", "erik", "erland", "erling", "ernest", "ernesto", "ernie",
		"ernst", "errol", "ervin", "erwin", "esteban", "ethan", "etienne", "eugen", "eugene", "eugenio", "eustace", "evander", "evelio", "everett", "evert", "evgeny", "ewald", "ewan", "ezekiel",
		"ezio", "ezra", "fabian", "fabien", "fabio", "fabrice", "fabrizio", "fadi", "faisal", "farhad", "farid", "farouk", "faustino", "federico", "feliciano", "felipe", "felix", "ferdinand",
		"ferdinando", "ferenc", "fergal", "fergus", "fernando", "fidel", "filip", "filippo", "finbar", "fingal", "finlay", "finn", "fintan", "fionn", "florian", "floyd", "folarin", "forrest",
		"francesco", "franco", "francois", "frank", "frans", "frantisek", "franz", "fraser", "fred", "freddie", "freddy", "frederic", "frederick", "frederik", "fredrik", "friedrich", "fritz",
		"fyodor", "gabor", "gabriel", "gaetano", "galen", "gareth", "garfield", "garrett", "garth", "gary", "gaspard", "gaston", "gaurav", "gautam", "gavin", "gavriel", "genaro", "gene", "geoff",
		"geoffrey", "geordie", "georg", "george", "georges", "georgi", "georgios", "geraint", "gerald", "gerard", "gerardo", "gerhard", "germain", "gerrit", "gerry", "gert", "gervase", "giacomo",
		"giancarlo", "gianni", "gideon", "gil", "gilbert", "giles", "gino", "giorgio", "giovanni", "girish", "giuliano", "giulio", "giuseppe", "glen", "glenn", "godfrey", "godwin", "goran",
		"gordon", "gottfried", "graeme", "graham", "grant", "greg", "gregor", "gregorio", "gregory", "grigory", "grover", "gualtiero", "guido", "guillaume", "guillermo", "gunnar", "gunter",
		"gunther", "gus", "gustaf", "gustav", "gustave", "gustavo", "gwilym", "gyorgy", "haakon", "habib", "hadi", "hafiz", "hakan", "hakim", "haldor", "halvard", "halvor", "hamid", "hamish",
		"hamza", "hank", "hannes", "hans", "hari", "haris", "harish", "harlan", "harold", "harri", "harry", "haruki", "harvey", "hasan", "hassan", "hasse", "heath", "hector", "heiko", "heiner",
		"heinrich", "heinz", "hemant", "hendrik", "hennie", "henning", "henri", "henrik", "henry", "henryk", "herb", "herbert", "heriberto", "herman", "hermann", "hernan", "hershel", "hideo",
		"hieronymus", "hilario", "hiram", "hiroshi", "hitoshi", "hjalmar", "holger", "homer", "honorio", "horace", "horacio", "horatio", "horst", "hosea", "howard", "hristo", "hubert", "hugh",
		"hugo", "huseyin", "hussein", "huw", "hyman", "iain", "ian", "iancu", "ibrahim", "ichiro", "idris", "idriss", "iestyn", "ieuan", "ifan", "ignacio", "ignatius", "ignaz", "igor", "ilie",
		"ilija", "ilya", "imran", "imre", "inderjit", "ingmar", "ingolf", "innes", "ioannis", "ira", "irakli", "irvin", "irving", "irwin", "isaac", "isaiah", "isak", "isamu", "ishaan", "ishmael",
		"isidor", "isidore", "ismael", "ismail", "istvan", "itzhak", "ivan", "ivar", "ivo", "iwan", "jaakko", "jaap", "jacek", "jack", "jacob", "jacques", "jaden", "jago", "jairo", "jake",
		"jakob", "jakov", "jakub", "jamal", "james", "jamil", "jamison", "jamshed", "janek", "janez", "janne", "janos", "janusz", "jared", "jaromir", "jaroslav", "jarrod", "jarvis", "jason",
		"jasper", "javed", "javid", "javier", "jaya", "jeb", "jed", "jedediah", "jeff", "jeffery", "jeffrey", "jens", "jerald", "jeremiah", "jeremy", "jermaine", "jerome", "jerry", "jerzy",
		"jethro", "jevon", "jim", "jimmy", "jiri", "joachim", "joakim", "joao", "joaquim", "joaquin", "jochen", "joe", "joel", "joey", "johan", "johann", "johannes", "john", "johnathan",
		"johnnie", "johnny", "jon", "jonah", "jonathan", "joost", "jorge", "joris", "jose", "josef", "josep", "joseph", "josh", "joshua", "josiah", "josip", "joss", "jovan", "jozef", "juan",
		"juergen", "julian", "julien", "julio", "julius", "junaid", "jurgen", "jussi", "justin", "justus", "kabir", "kadir", "kai", "kaito", "kamal", "kamil", "karim", "karl", "karlheinz",
		"karol", "karsten", "kaspar", "katsuhiko", "kaveh", "keenan", "keir", "keith", "kemal", "ken", "kenelm", "kenji", "kenneth", "kenny", "kermit", "kerwin", "kev", "kevin", "khaled",
		"khalid", "kian", "kieran", "kieron", "kilian", "kip", "kirill", "kirk", "kiyoshi", "klaus", "knut", "kofi", "koji", "konrad", "konstantin", "konstantinos", "korede", "kostas", "krishna",
		"kristian", "kristof", "kristoffer", "krzysztof", "kumar", "kunal", "kunle", "kurt", "kwame", "kyriakos", "lachlan", "lajos", "lamar", "lamin", "lamine", "lance", "larry", "lars",
		"laszlo", "laurent", "laurentiu", "lauri", "lauritz", "lawrence", "lazar", "lazaro", "leander", "lech", "leif", "leland", "lemuel", "lenny", "leo", "leon", "leonard", "leonardo",
		"leonel", "leonid", "leopold", "leopoldo", "leroy", "les", "lester", "leszek", "lev", "levi", "liam", "linus", "lionel", "ljubomir", "llewellyn", "lloyd", "lodewijk", "lonnie", "lorcan",
		"lorenz", "lorenzo", "lothar", "lou", "louie", "louis", "luc", "luca", "lucas", "lucian", "luciano", "lucien", "lucius", "ludger", "ludovic", "ludvig", "ludwig", "luigi", "luis", "lukas",
		"lukasz", "luke", "lukman", "luther", "lutz", "lyle", "lynford", "maarten", "maciej", "mack", "mads", "magnus", "mahmoud", "maik", "makoto", "malachi", "malcolm", "malek", "malik",
		"mamadou", "manfred", "manish", "manny", "mansour", "manu", "manuel", "marat", "marc", "marcel", "marcelo", "marcin", "marco", "marcus", "marek", "mariano", "marijn", "mario", "marius",
		"mark", "marko", "markus", "marlon", "marshall", "marten", "martijn", "martin", "martino", "marty", "marvin", "masoud", "massimo", "mateo", "mateusz", "mathew", "mathias", "mathieu",
		"matias", "matt", "matteo", "matthew", "matthias", "matthieu", "mattias", "maurice", "mauricio", "maurizio", "mauro", "max", "maxim", "maximilian", "maynard", "mehdi", "mehmet", "mel",
		"melvin", "mendel", "merle", "mert", "merv", "mervyn", "meyer", "micah", "michael", "michal", "michel", "mick", "mickey", "miguel", "miguelito", "mihai", "mihail", "mikael", "mike",
		"mikel", "mikey", "mikhail", "mikko", "miklos", "milan", "milo", "milos", "miloslav", "milosz", "milton", "minh", "minoru", "miodrag", "miro", "miroslav", "mirza", "mischa", "mitch",
		"mitt", "mo", "mohamed", "mohammad", "mohammed", "mohan", "mohit", "mohsen", "moishe", "moritz", "morris", "mort", "morten", "mortimer", "moses", "moshe", "mostafa", "muammar",
		"muhammad", "mukesh", "munir", "murad", "murat", "murdo", "murphy", "mustafa", "myles", "myron", "nabil", "nacho", "nadeem", "naeem", "nahum", "najib", "napoleon", "narendra", "nasser",
		"nate", "nathan", "nathanael", "nathaniel", "naveen", "navid", "navin", "nawaz", "nazim", "neal", "ned", "neil", "neils", "nelson", "nestor", "neville", "newt", "niall", "nicanor",
		"niccolo", "nicholai", "nicholas", "nick", "nickolas", "nico", "nicolae", "nicolaj", "nicolas", "nicos", "niels", "nigel", "nihal", "nikhil", "niklas", "niko", "nikola", "nikolai",
		"nikolaj", "nikolaos", "nikolas", "nikos", "nils", "nimrod", "nitin", "njal", "noah", "noam", "nolan", "norbert", "norberto", "norman", "norton", "nuno", "oakley", "obadiah", "obed",
		"obinna", "octavian", "octavio", "oddvar", "odin", "ola", "olaf", "olav", "ole", "oleg", "oleksandr", "oleksiy", "oliver", "olivier", "olli", "olof", "oluf", "olumide", "omar", "omari",
		"omer", "onur", "orhan", "orson", "orville", "osama", "oscar", "oskar", "osman", "osvaldo", "oswald", "oswaldo", "otis", "ottmar", "otto", "owain", "owen", "ozan", "paavo",
		"pablito", "pablo", "paco", "paddy", "padraic", "padraig", "palle", "panagiotis", "panos", "paolo", "paresh", "pascal", "pascual", "pasha", "pasquale", "patricio", "patrick", "patrik",
		"patryk", "paul", "paulo", "pavel", "pawel", "payam", "peadar", "peder", "pedrag", "pedro", "peer", "pekka", "pelle", "perceval", "percival", "percy", "peregrine", "perry", "pete",
		"peter", "peyton", "phil", "phileas", "philip", "philippe", "phillip", "phineas", "pierluigi", "piero", "pierre", "piers", "piet", "pieter", "pietro", "pim", "piotr", "pius", "plamen",
		"porfirio", "prakash", "pramod", "pranav", "prasad", "prashant", "pravin", "preben", "prem", "preston", "prithvi", "przemyslaw", "purushottam", "qasim", "quentin", "quincy", "quinton",
		"rabindra", "radek", "radoslav", "radu", "rafa", "rafael", "rafal", "rafe", "raffaele", "rafi", "raghav", "raheem", "rahim", "rahul", "raimund", "rainer", "raj", "rajan", "rajendra",
		"rajesh", "rajiv", "rakesh", "ralph", "raman", "ramesh", "ramiro", "ramon", "ramsay", "ranald", "rand", "randal", "randolph", "randy", "ranjit", "raoul", "raphael", "rashad", "rashid",
		"rasmus", "raul", "ravi", "ravindra", "ray", "raymond", "razvan", "reece", "reggie", "reginald", "reid", "reinaldo", "reince", "reiner", "reinhard", "reinhold", "reinier", "remi",
		"remigio", "remy", "renato", "renaud", "renzo", "reuben", "rex", "rhett", "rhodri", "rhys", "ricardinho", "ricardo", "riccardo", "rich", "richard", "richie", "rick", "rico", "rik",
		"rikard", "riku", "roald", "rob", "robbie", "robert", "roberto", "robrecht", "rocco", "roddy", "roderick", "rodney", "rodolfo", "rodrigo", "roger", "rohan", "rohit", "roland", "rolf",
		"rollo", "romain", "roman", "romeo", "ron", "ronald", "ronan", "ronny", "rory", "roscoe", "ross", "roy", "royce", "ruairi", "ruaridh", "ruben", "rudi", "rudolf", "rudolph", "rudy",
		"rufus", "rui", "rupert", "ruslan", "russ", "russell", "rustam", "rusty", "ryo", "ryszard", "saad", "sabah", "sacha", "sadio", "sadiq", "saeed", "saif", "sajid", "salah", "saleem",
		"saleh", "salim", "salman", "salomon", "salvatore", "sami", "samir", "samuel", "sandeep", "sander", "sandor", "sandro", "sanjay", "sanjeev", "satish", "satoshi", "saul", "saurabh",
		"scott", "seamus", "sean", "sebastian", "sebastiano", "sebastien", "selim", "selwyn", "senad", "serge", "sergei", "sergey", "sergio", "seth", "seung", "shahid", "shai", "shamus", "shane",
		"sharif", "shashi", "shaun", "shawn", "sherman", "sherrod", "shigeru", "shinji", "shinzo", "shivam", "shlomo", "shyam", "sid", "siddharth", "sidney", "siegbert", "siegfried", "sigmund",
		"sigurd", "silas", "silvano", "silvester", "silvio", "simao", "simeon", "simon", "sinan", "sione", "sipho", "skip", "slava", "slavko", "slobodan", "solomon", "soren", "sotiris",
		"spencer", "stan", "stanislav", "stanislaw", "stanley", "stathis", "stavros", "stefan", "stefano", "steffen", "stelios", "sten", "stephane", "stephen", "stevan", "steve", "steven",
		"stewart", "stig", "stijn", "stuart", "subhash", "sudhir", "sulaiman", "suleiman", "suleyman", "sumit", "sunil", "suresh", "svein", "sven", "sverre", "syed", "sylvain", "sylvester",
		"szymon", "taavi", "tad", "tadashi", "tadeusz", "taha", "tahir", "takashi", "takeshi", "tamas", "tancredi", "tapani", "taras", "tarek", "tariq", "taro", "tarquin", "tate", "tatsuya",
		"tauno", "ted", "teddy", "teemu", "temitope", "tendai", "teodor", "terence", "terje", "terrell", "terrence", "teun", "thabo", "thaddeus", "thanos", "thelonious", "theo", "theodor",
		"theodore", "theodoros", "thibault", "thierry", "thijs", "thomas", "thor", "thorbjorn", "thorsten", "thorvald", "thurgood", "tiago", "tiberius", "tibor", "tim", "timo", "timon",
		"timothy", "timur", "tito", "tobias", "tobin", "toby", "todd", "tom", "tomas", "tomasz", "tomaz", "tomek", "tommaso", "tommy", "tonino", "tony", "tor", "torben", "torbjorn", "torleif",
		"torsten", "toshio", "toussaint", "travis", "tremaine", "trent", "trev", "trevor", "tristan", "troels", "tucker", "tunde", "tunji", "tuomas", "ty", "tyler", "tyrell", "tyrone", "udo",
		"ueli", "uku", "ulf", "ulises", "ulrich", "ulysses", "umar", "umberto", "umesh", "uri", "uriah", "urs", "usman", "uwe", "uzair", "vaclav", "vadim", "valentin", "valentino", "valerio",
		"valery", "vangelis", "varun", "vasco", "vasil", "vasilis", "vasily", "vasyl", "veit", "venkat", "verner", "vernon", "vic", "vicente", "victor", "vijay", "vikram", "viktor", "vilhelm",
		"viliam", "vinay", "vinayak", "vince", "vincent", "vinod", "virgil", "virgilio", "vishal", "vitaly", "vito", "vitor", "vittorio", "vivek", "vlad", "vladimir", "vladislav", "vlado",
		"vojtech", "volker", "volodymyr", "vyacheslav", "wade", "wahid", "waldemar", "waldo", "waleed", "walid", "wallace", "wally", "walt", "walter", "walther", "warren", "warrick", "wayne",
		"wendell", "wenzel", "werner", "wes", "wesley", "whit", "wieslaw", "wilbert", "wilbur", "wilf", "wilfred", "wilfrid", "wilfried", "wilhelm", "will", "willem", "william", "willie", "wim",
		"winston", "wiremu", "wojciech", "wolfgang", "wolfram", "woodrow", "wyatt", "xavier", "yahya", "yakov", "yakubu", "yanis", "yannick", "yannis", "yasin", "yasir", "yehuda", "yevgeny",
		"yiannis", "yitzhak", "ylber", "yngve", "yohan", "yonas", "yonatan", "yorgos", "yosef", "yoshio", "youssef", "yuri", "yuriy", "yusuf", "yuval", "yves", "zach", "zachary", "zaheer",
		"zaid", "zain", "zak", "zakir", "zbigniew", "zdenek", "zeke", "zev", "zhivko", "ziad", "zoltan", "zoran", "zubair", "zygmunt":
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

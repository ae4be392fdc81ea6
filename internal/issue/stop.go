package issue

import _ "embed"

// stopwords are the words that say nothing of an event: the grammar's, the
// newsroom's and the calendar's.
//
//go:embed stopwords.txt
var stopwords string

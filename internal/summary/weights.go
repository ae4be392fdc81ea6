package summary

// A summary's features. Those of its sentences are summed up.
const (
	lead  = iota // of each sentence: it is the first
	depth        // the logarithm of its number
	place
	paragraph
	central
	restated
	carriedOn
	leans
	pronoun
	quotation
	reporting
	firstPerson
	secondPerson
	number
	names
	openingCoverage // of the whole summary from here
	headlineCoverage
	repetition
	totalWords
	offLength
	features int = iota
)

// aim is how many words a summary of two or three sentences should have: paid
// writers who were asked for one took some fifty.
const aim = 50

type vector [features]float64

// weights say what a feature of a summary is worth, in hundredths of ROUGE:
// how near the summary comes to one that a person wrote, less the price of its
// words. They are the ridge regression over all possible summaries of each
// article that train_test.go fits to the articles of internal/speaker/corpus
// with the summaries in testdata, and to the CNN and Daily Mail part of FRANK
// (Pagnoni et al. 2021). The reason stands beside each: a weight that speaks
// against its reason is a finding to look into.
var weights = vector{
	lead:             0.45,  // the lead says what happened
	depth:            -0.63, // later is less: news begins with what matters
	place:            -2.76, // and ends with background
	paragraph:        0.83,  // paragraphs open with their point
	central:          1.22,  // it shares its words with the rest
	restated:         1.23,  // the article says it again, in a caption or further on
	carriedOn:        0.51,  // what it begins, the article goes on with
	leans:            0.31,  // what it follows on comes along
	pronoun:          0.37,  // likewise
	quotation:        -2.99, // the speakers section shows it
	reporting:        -0.84, // one person's view is not yet the news
	firstPerson:      -1.48, // somebody speaks
	secondPerson:     -1.64, // talks to the reader
	number:           1.20,  // figures are details that a summary keeps
	names:            0.18,  // full names introduce who it is about
	openingCoverage:  4.65,  // share of what the opening announces and the article comes back to
	headlineCoverage: 7.17,  // the editor's own choice of what matters
	repetition:       -0.91, // said twice is room wasted
	totalWords:       -2.27, // more words say more
	offLength:        -1.46, // too short says too little, too long is not a summary
}

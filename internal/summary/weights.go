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
	coverage // of the whole summary from here
	openingCoverage
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
// how near the summary comes to one that a person wrote. They are the ridge
// regression over all possible summaries of each article that TestTrain fits
// to the articles of internal/speaker/corpus with the summaries in testdata,
// and to the CNN and Daily Mail part of FRANK (Pagnoni et al. 2021).
var weights = vector{
	lead:             0.70,  // the lead says what happened
	depth:            -0.74, // later is less: news begins with what matters
	place:            -2.74, // and ends with background
	paragraph:        0.90,  // paragraphs open with their point
	central:          1.25,  // it shares its words with the rest
	restated:         1.25,  // the article says it again, in a caption or further on
	carriedOn:        0.80,  // what it begins, the article goes on with
	leans:            0.32,  // it costs the sentence that it leans on
	pronoun:          0.28,  // likewise, and says less of whom
	quotation:        -2.50, // the speakers section shows it
	reporting:        -0.82, // one person's view is not yet the news
	firstPerson:      -1.48, // somebody speaks
	secondPerson:     -1.63, // talks to the reader
	number:           1.22,  // figures are details that a summary keeps
	names:            0.27,  // full names introduce who it is about
	coverage:         0.01,  // share of what the article keeps coming back to
	openingCoverage:  4.64,  // and of that which its opening announces
	headlineCoverage: 6.83,  // the editor's own choice of what matters
	repetition:       -0.73, // said twice is room wasted
	totalWords:       -2.41, // more words say more
	offLength:        -1.45, // too short says too little, too long is not a summary
}

//go:build race

package article

// underRace says that the race detector is on, which takes five to ten times
// the memory (https://go.dev/doc/articles/race_detector).
const underRace = true

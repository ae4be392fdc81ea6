//go:build !race

package article

const underRace = false

// Package bench holds the programs that measure On Record's speed, each
// against a yardstick in the same run; make bench runs them. What must not
// grow unnoticed is held by figures: the allocations of an article in
// allocations.txt by this package's test, the instructions of the hot paths in
// .ci/gates.txt by .ci/gates.
package bench

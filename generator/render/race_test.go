//go:build race

package render_test

// underRace says that the race detector watches: a sync.Pool then forgets at random what it is given.
const underRace = true

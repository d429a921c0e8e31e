package locale

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Alphabetical are things in the order in which readers of the language look for their names, also where the
// site has no catalogue of it; things of one name keep theirs. Neither case nor a leading "the" nor what
// stands before the first letter counts, and a number counts by its value.
func Alphabetical[T any](l *Locale, things []T, name func(T) string) []T {
	type keyed struct {
		key   []byte
		thing T
	}
	collator, room := collate.New(language.Make(l.written), collate.Numeric), collate.Buffer{}
	all := make([]keyed, len(things))
	for i, thing := range things {
		all[i] = keyed{collator.KeyFromString(&room, sorted(name(thing))), thing}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return bytes.Compare(a.key, b.key) })
	list := make([]T, len(all))
	for i := range all {
		list[i] = all[i].thing
	}
	return list
}

// sorted is the part of a name that counts.
func sorted(name string) string {
	const article = "the "
	name = strings.TrimLeftFunc(name, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.N) })
	if len(name) > len(article) && strings.EqualFold(name[:len(article)], article) {
		return name[len(article):]
	}
	return name
}

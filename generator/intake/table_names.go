package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// between is what people write between two names in one cell, instead of the semicolon.
var between = regexp.MustCompile(`\s*[,&+]\s*|\s+(?:and|und|et|y|e|и|و)\s+`)

// ofActors are the columns that name actors.
var ofActors = []string{"speakers", "for", "to", "about", "actors"}

// meet remembers the names of actors in a row, each with its first line.
func (t *table) meet(cell map[string]string, line int) {
	for _, column := range ofActors {
		for _, name := range list(cell[column]) {
			if t.met[name] == 0 {
				t.met[name] = line
			}
		}
	}
}

// tellJoined tells of names that may be several: those with a comma, and those in which another name of the table is joined to one.
func (t *table) tellJoined() {
	var several []string
	for _, name := range sortedKeys(t.met) {
		parts := between.Split(name, -1)
		hasComma := strings.Contains(name, ",")
		if len(parts) > 1 && (hasComma || slices.ContainsFunc(parts, func(part string) bool { return t.met[part] > 0 })) {
			several = append(several, name)
		}
	}
	if len(several) == 0 {
		return
	}
	slices.SortStableFunc(several, func(a, b string) int { return t.met[a] - t.met[b] })
	more := ""
	if len(several) > 1 {
		more = "; " + strconv.Itoa(len(several)) + " such names in all"
	}
	t.note("line "+strconv.Itoa(t.met[several[0]]), "where they are several actors, part them by semicolons in the table and import it again", "“%s” stands as one name%s", oneLine(several[0]), more)
}

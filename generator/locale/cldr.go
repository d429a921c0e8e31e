package locale

import (
	_ "embed"
	"strings"

	"golang.org/x/text/language"
)

// cldr is what Unicode's CLDR knows of languages; generator/testdata/cldr makes it.
//
//go:embed cldr.tsv
var cldr string

// column is a column of cldr.tsv.
type column int

const (
	zeroColumn column = iota
	minusColumn
	groupColumn
	groupsColumn
	firstDayColumn
	monthsColumn
	monthsAloneColumn
	weekdaysColumn
	yearColumn
	monthColumn
	dayOfMonthColumn
	dayColumn
	weekdayColumn
	nearColumn
	farColumn
	dayAndTimeColumn
	timeColumn
	secondsColumn
	beforeChristColumn
	listTwoColumn
	listMiddleColumn
	listEndColumn
	solarMonthsColumn
	columns
)

// habits is how a language writes numbers and dates.
type habits [columns]string

// habitsOf are those of a language; of one that CLDR does not know well, those of English.
func habitsOf(tag language.Tag) habits {
	var h habits
	known := false
	for _, wider := range chain(tag) {
		known = h.take(wider) || known
	}
	if !known {
		h.take(language.English)
	}
	return h
}

// take lays the row of a language over what is there.
func (h *habits) take(tag language.Tag) bool {
	_, rest, found := strings.Cut(cldr, "\n"+tag.String()+"\t")
	row, _, _ := strings.Cut(rest, "\n")
	at := 0
	for value := range strings.SplitSeq(row, "\t") {
		if value != "" && found {
			h[at] = value
		}
		at++
	}
	return found
}

// list is a column of several values.
func (h *habits) list(c column) []string { return strings.Split(h[c], "|") }

package resolve

import (
	"fmt"
	"slices"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// otherYears are the years of the last century and the next in the calendar by which a language counts beside the Gregorian one.
var otherYears = map[string]struct {
	calendar    string
	first, last int
}{
	"fa": {"Solar Hijri", 1300, 1499}, "ps": {"Solar Hijri", 1300, 1499}, "ar": {"Hijri", 1340, 1549}, "ur": {"Hijri", 1340, 1549},
	"he": {"Hebrew", 5680, 5880},
}

// checkCalendars warns of dates of a digest that seem to be of another calendar than the Gregorian: they would stand centuries away. A
// digest of that time with a source of ours means it.
func (r *resolution) checkCalendars(d *dossier.Digest) {
	language, _, _ := strings.Cut(d.Lang, "-")
	other, ok := otherYears[language]
	if !ok {
		return
	}
	foreign := func(when dossier.When) bool {
		year := when.Listed().Year
		return when.Set && year >= other.first && year <= other.last
	}
	later := func(s dossier.Source) bool {
		return max(s.Date.Listed().Year, s.Accessed.Listed().Year) > other.last
	}
	if foreign(d.Meta.Date) && slices.ContainsFunc(d.Meta.Sources, later) {
		return
	}
	check := func(when dossier.When) {
		if !foreign(when) {
			return
		}
		hint := "write it in the Gregorian calendar"
		day, _, _ := strings.Cut(when.String(), "T")
		if gregorian := edtf.Solar(day); gregorian != "" && other.calendar == "Solar Hijri" {
			hint = "write " + gregorian + when.String()[len(day):]
		}
		r.report.warn("other-calendar", when.At.In(d.Path), fmt.Sprintf("%s counts as a date of the Gregorian calendar", when), hint+" if the year is of the "+other.calendar+" one")
	}
	check(d.Meta.Date)
	for i := range d.Meta.Sources {
		check(d.Meta.Sources[i].Date)
	}
	for i := range d.Meta.Events {
		check(d.Meta.Events[i].Date)
	}
	for _, s := range d.Statements {
		check(s.Quote.Date)
	}
}

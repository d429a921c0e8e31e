package intake

import (
	"slices"

	"demarche/generator/edtf"
)

// speakThemselves says whether nothing needs to be written after "for": the speakers' posts on
// the day and what they are parts of lead to the parties by themselves.
func (r *record) speakThemselves(s *statementRecord) bool {
	day, err := edtf.Parse(s.Date)
	if err != nil {
		return false
	}
	var ends []string
	passed := map[string]bool{}
	for _, slug := range s.Speakers {
		ends = r.climb(ends, slug, day, passed)
	}
	return slices.Equal(ends, s.For)
}

// climb appends the ends of the way up from an actor: the first state or
// intergovernmental organization, or that above which nothing stands.
func (r *record) climb(ends []string, slug string, day edtf.Date, passed map[string]bool) []string {
	a := r.actors[slug]
	if a == nil || passed[slug] {
		return ends
	}
	passed[slug] = true
	var above []string
	for _, p := range a.Posts {
		from, _ := edtf.Parse(p.From) // the zero date where it is none
		to, _ := edtf.Parse(p.To)
		if edtf.Within(day, from, to) {
			above = append(above, p.Organization)
		}
	}
	if above == nil && a.Parent != "" {
		above = []string{a.Parent}
	}
	if a.Kind == "state" || a.Kind == "igo" || above == nil {
		return append(ends, slug)
	}
	for _, next := range above {
		ends = r.climb(ends, next, day, passed)
	}
	return ends
}

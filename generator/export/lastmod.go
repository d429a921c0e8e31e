package export

import (
	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// lastChanges are the days on which pages of digests and statements were last changed, by route, as far as files and the
// repository say. Of other pages nobody knows.
func lastChanges(a *dossier.Archive) map[string]edtf.Civil {
	days := make(map[string]edtf.Civil, len(a.Digests)+len(a.Statements))
	for _, d := range a.Digests {
		whole := lastChange(a, d, nil)
		for _, s := range d.Statements {
			day := lastChange(a, d, s)
			whole = later(whole, day)
			if a.Site.StatementPages && day != (edtf.Civil{}) {
				days[s.OwnRoute()] = day
			}
		}
		if whole != (edtf.Civil{}) {
			days[d.Route()] = whole
		}
	}
	return days
}

// lastChange is when a statement of a digest was last changed, or with nil what the digest has beside its statements: the last of the
// days on which the digest says that it was, and on which it was recorded, corrected, retracted and withdrawn. Where none is known for sure it is
// zero: the date of a digest may be of long before there was a page.
func lastChange(a *dossier.Archive, d *dossier.Digest, s *dossier.Statement) edtf.Civil {
	changed := later(sureDay(d.Meta.LastMod.Date), sureDay(a.WithdrawnOn(d, s).Date))
	if s == nil {
		changed = later(changed, d.Recorded)
	} else {
		changed = later(changed, s.Recorded)
		for _, by := range s.RetractedBy {
			changed = later(changed, by.Recorded)
		}
	}
	for _, c := range d.Meta.Corrections {
		if s == nil || c.Statement == "" || c.Statement == s.ID {
			changed = later(changed, sureDay(c.Date.Date))
		}
	}
	return changed
}

// sureDay is the day that a date names for sure, of years that the protocol of sitemaps can write, or zero.
func sureDay(d edtf.Date) edtf.Civil {
	first, last := d.Days()
	if first != last || first.Year < 1 || first.Year > 9999 || d.Marked() {
		return edtf.Civil{}
	}
	return first
}

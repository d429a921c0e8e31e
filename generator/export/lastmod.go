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
		recorded := d.Recorded
		for _, s := range d.Statements {
			recorded = later(recorded, s.Recorded)
			if day := lastChange(d, s, s.Recorded); a.Site.StatementPages && day != (edtf.Civil{}) {
				days[s.Route(true)] = day
			}
		}
		if day := lastChange(d, nil, recorded); day != (edtf.Civil{}) {
			days[d.Route()] = day
		}
	}
	return days
}

// lastChange is when a statement that was recorded on a day, or with nil its whole digest, was last changed: as the digest says, else then,
// and not before a correction that concerns it. Where none is known it is zero: the date of a digest may be of long before there was a page.
func lastChange(d *dossier.Digest, s *dossier.Statement, recorded edtf.Civil) edtf.Civil {
	changed := sureDay(d.Meta.LastMod.Date)
	if changed == (edtf.Civil{}) {
		changed = recorded
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
	if first != last || first.Year < 1 || first.Year > 9999 || d.Approximate() || d.Uncertain() {
		return edtf.Civil{}
	}
	return first
}

package resolve

import (
	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// readRecordings sets when digests and statements were first in the archive, where files say so. A digest
// that says it of statements alone was there with the first of them. Days that cannot be are left out.
func (r *resolution) readRecordings() {
	for _, d := range r.archive.Digests {
		for _, recording := range d.Meta.Recorded {
			r.readRecording(d, recording)
		}
	}
}

func (r *resolution) readRecording(d *dossier.Digest, recording dossier.Recording) {
	day := recording.Day.Listed()
	if now := r.options.Now; !now.IsZero() && recording.Day.SurelyAfter(edtf.CivilAt(now)) {
		r.report.warn("recorded-later", recording.Day.At.In(d.Path), "recorded on a day that has not come yet", "write the day on which it came into this archive, or leave it out")
		return
	}
	var s *dossier.Statement
	if recording.ID != "" {
		if s = r.statement(dossier.NewRef("", recording.ID, "", recording.Day.At), d); s == nil {
			return
		}
	}
	if !recordAt(d, s, day) {
		r.report.warn("recorded-early", recording.Day.At.In(d.Path), "recorded before it was said", "correct this day, or the date of what was said")
	}
}

// recordAt sets the day of one statement, or of the digest and all of its statements; of what is dated later it is not
// set, and then recordAt says false.
func recordAt(d *dossier.Digest, one *dossier.Statement, day edtf.Civil) bool {
	if one != nil {
		if one.SaidAfter(day) {
			return false
		}
		one.Recorded = day
		if d.Recorded == (edtf.Civil{}) || day.Before(d.Recorded) {
			d.Recorded = day
		}
		return true
	}
	may := !d.When.SurelyAfter(day)
	if may {
		d.Recorded = day
	}
	for _, s := range d.Statements {
		if s.SaidAfter(day) {
			may = false
		} else {
			s.Recorded = day
		}
	}
	return may
}

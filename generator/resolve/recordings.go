package resolve

import (
	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// readRecordings sets when digests and statements were first in the archive, where files say so. A digest
// that says it of statements alone was there with the first of them.
func (r *resolution) readRecordings() {
	for _, d := range r.archive.Digests {
		for _, recording := range d.Meta.Recorded {
			r.readRecording(d, recording)
		}
	}
}

func (r *resolution) readRecording(d *dossier.Digest, recording dossier.Recording) {
	day := recording.Day.Listed()
	if recording.ID == "" {
		d.Recorded = day
		for _, s := range d.Statements {
			s.Recorded = day
		}
		return
	}
	s := r.library.statement(d, recording.ID)
	if s == nil {
		text, hint := r.noStatement(dossier.NewRef("", recording.ID, "", recording.Day.At), d)
		r.report.error("no-such-statement", recording.Day.At.In(d.Path), text, hint)
		return
	}
	s.Recorded = day
	if none := (edtf.Civil{}); d.Recorded == none || before(day, d.Recorded) {
		d.Recorded = day
	}
}

// before says whether a is an earlier day than b.
func before(a, b edtf.Civil) bool {
	switch {
	case a.Year != b.Year:
		return a.Year < b.Year
	case a.Month != b.Month:
		return a.Month < b.Month
	}
	return a.Day < b.Day
}

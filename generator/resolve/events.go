package resolve

import "demarche/generator/dossier"

// readEvents makes the events of a digest. One whose act is none was reported
// by parse.
func (r *resolution) readEvents(d *dossier.Digest) {
	for i := range d.Meta.Events {
		deed := &d.Meta.Events[i]
		if deed.Act == nil {
			continue
		}
		ev := &dossier.Event{
			Deed:    deed,
			Digest:  d,
			When:    d.When,
			By:      r.names.list(deed.By, d.Doc),
			To:      r.names.list(deed.To, d.Doc),
			With:    r.names.list(deed.With, d.Doc),
			Yes:     r.names.list(deed.Yes, d.Doc),
			No:      r.names.list(deed.No, d.Doc),
			Abstain: r.names.list(deed.Abstain, d.Doc),
		}
		if deed.Date.Set {
			ev.When = deed.Date.Date
		}
		d.Events = append(d.Events, ev)
		r.archive.Events = append(r.archive.Events, ev)
	}
}

// sides are all who take part in an event.
func sides(ev *dossier.Event) [6][]*dossier.Actor {
	return [...][]*dossier.Actor{ev.By, ev.To, ev.With, ev.Yes, ev.No, ev.Abstain}
}

package resolve

import (
	"fmt"

	"demarche/generator/dossier"
)

// readEvents makes the events of a digest. So many that all take part in as pages could not hold are reported.
func (r *resolution) readEvents(d *dossier.Digest) {
	copied := 0
	for i := range d.Meta.Events {
		deed := &d.Meta.Events[i]
		before := copied
		if copied += eventCopies(deed); copied > maxCopied {
			if before <= maxCopied {
				r.report.error("too-many-copies", deed.At.In(d.Path), fmt.Sprintf("the events of %s would take over %d MB on the pages of all who take part in them", d.Path, maxCopied>>20),
					"name fewer actors: bodies that stand for them")
			}
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
		r.checkDeed(ev)
		d.Events = append(d.Events, ev)
		r.archive.Events = append(r.archive.Events, ev)
	}
}

// checkDeed warns of who stands on two sides of an event that exclude each other.
func (r *resolution) checkDeed(ev *dossier.Event) {
	check := func(code string, refs []dossier.Ref, list, other []*dossier.Actor, key, with string) {
		if share(list, other) {
			at := r.names.where(refs, other)
			r.report.warn(code, at.In(ev.Digest.Path), fmt.Sprintf("who stands here under %s: stands under %s: too", key, with), "take it out of one of the two")
		}
	}
	check("acts-on-itself", ev.Deed.To, ev.To, ev.By, "to", "by")
	check("acts-on-itself", ev.Deed.With, ev.With, ev.By, "with", "by")
	check("votes-twice", ev.Deed.No, ev.No, ev.Yes, "no", "yes")
	check("votes-twice", ev.Deed.Abstain, ev.Abstain, ev.Yes, "abstain", "yes")
	check("votes-twice", ev.Deed.Abstain, ev.Abstain, ev.No, "abstain", "no")
}

// sides are all who take part in an event.
func sides(ev *dossier.Event) [6][]*dossier.Actor {
	return [...][]*dossier.Actor{ev.By, ev.To, ev.With, ev.Yes, ev.No, ev.Abstain}
}

package resolve

import (
	"demarche/generator/dossier"
)

// gather gives each actor what was said by it, to it, about it and for it, and
// joins parties that addressed each other. All is in order of time because the
// statements are.
func (r *resolution) gather() {
	a := r.archive
	r.pairs, r.copied = make([]int, len(a.Digests)), make([]int, len(a.Digests))
	r.daySums = make([]uint64, len(a.Statements))
	relay(len(a.Statements), func(i int) {
		s := a.Statements[i]
		r.readParties(s)
		switch {
		case s.Counted():
			if r.countCopies(s) {
				r.gatherStatement(s)
			}
		case s.SameAs == nil: // withdrawn, and no other report of it stands
			gatherWithdrawn(s)
		}
	}, func(i int) {
		s := a.Statements[i]
		r.daySums[i] = daySum(s)
		if s.Counted() {
			r.counted.add(s.When)
			r.joinDyads(s)
		}
	})
}

// gatherRest gives each actor the digests and events that name it, and each
// topic what was said in it, in order of time too.
func (r *resolution) gatherRest() {
	for _, d := range r.archive.Digests {
		r.gatherDigest(d)
	}
	r.orderTopics()
	for _, ev := range r.archive.Events {
		for _, list := range sides(ev) {
			for _, a := range list {
				if n := len(a.Events); n == 0 || a.Events[n-1] != ev {
					a.Events = append(a.Events, ev)
				}
			}
		}
	}
}

// gatherStatement must follow readParties of the same statement.
func (r *resolution) gatherStatement(s *dossier.Statement) {
	for _, a := range s.Speakers {
		a.Said = append(a.Said, s)
	}
	for _, a := range s.To {
		a.Addressed = append(a.Addressed, s)
	}
	for _, a := range s.About {
		a.SpokenAbout = append(a.SpokenAbout, s)
	}
	for _, a := range r.byWay {
		if !endsIn(a.Said, s) {
			a.ForIt = append(a.ForIt, s)
		}
	}
	for _, a := range r.toWay {
		if !endsIn(a.Addressed, s) {
			a.ToIt = append(a.ToIt, s)
		}
	}
	for _, a := range r.aboutWay {
		if !endsIn(a.SpokenAbout, s) {
			a.AboutIt = append(a.AboutIt, s)
		}
	}
}

// gatherWithdrawn lists a withdrawn statement with those whom its address still names: a party for which somebody spoke
// is named only where that stands for who did.
func gatherWithdrawn(s *dossier.Statement) {
	speakers := s.Speakers
	if s.Unnamed != "" {
		speakers = s.For
	}
	for _, named := range [...][]*dossier.Actor{speakers, s.To} {
		for _, a := range named {
			if !endsIn(a.Withdrawn, s) {
				a.Withdrawn = append(a.Withdrawn, s)
			}
		}
	}
}

// endsIn says whether s was the last to be listed: the actor itself is meant
// then, and not only another whose roll-up passes it.
func endsIn(list []*dossier.Statement, s *dossier.Statement) bool {
	return len(list) > 0 && list[len(list)-1] == s
}

// gatherDigest lists a digest with every actor that it names: in its lists, in
// its statements and in its prose.
func (r *resolution) gatherDigest(d *dossier.Digest) {
	list := func(a *dossier.Actor) {
		if n := len(a.Digests); n == 0 || a.Digests[n-1] != d {
			a.Digests = append(a.Digests, d)
		}
	}
	for _, a := range d.Actors {
		list(a)
	}
	for _, s := range d.Statements {
		if s.According != nil && s.Withdrawn == "" { // its address no longer says who reported it
			list(s.According)
		}
	}
	for _, a := range r.linked[r.paths[d.Index].at] {
		list(a)
	}
}

package resolve

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
)

// readDigests makes a digest of each file, in order of path, without what it
// says of others.
func (r *resolution) readDigests() {
	digests := make([]dossier.Digest, len(r.files.digests))
	r.archive.Digests = make([]*dossier.Digest, len(digests))
	for i, doc := range r.files.digests {
		d := &digests[i]
		*d = dossier.Digest{
			Doc:         doc,
			Address:     doc.Route(),
			Slug:        doc.Slug,
			Title:       doc.Title(),
			Lang:        cmp.Or(doc.Meta.Lang, r.archive.Site.Language),
			When:        doc.Meta.Date.Date,
			Autolink:    r.archive.Site.Autolink,
			Unpublished: r.options.flagged(doc).Why,
		}
		if doc.Meta.Autolink != nil {
			d.Autolink = *doc.Meta.Autolink
		}
		r.archive.Digests[i] = d
		r.library.add(d)
	}
	r.byPath = r.archive.Digests
}

// readStatements makes the statements and events of each digest, in order of
// path: first whom they name, and behind that all else.
func (r *resolution) readStatements() {
	a := r.archive
	count := 0
	for _, d := range a.Digests {
		count += len(d.Doc.Statements)
	}
	a.Statements = make([]*dossier.Statement, 0, count)
	listed := make([][]*dossier.Actor, len(a.Digests))
	relay(len(a.Digests), func(i int) {
		d := a.Digests[i]
		listed[i] = r.names.list(d.Meta.Actors, d.Doc)
		r.readEvents(d)
		r.nameStatements(d)
	}, func(i int) {
		d := a.Digests[i]
		r.readDigestTopics(d)
		for _, s := range d.Statements {
			r.readStatement(s)
		}
		r.checkCalendars(d)
		addTagged(d)
		r.cast(d, listed[i])
	})
}

// nameStatements makes the statements of a digest with all whom they name.
func (r *resolution) nameStatements(d *dossier.Digest) {
	statements := r.slabs.statements.Take(len(d.Doc.Statements))
	first := len(r.archive.Statements)
	for i := range statements {
		s, q := &statements[i], &d.Doc.Statements[i]
		s.Quote, s.Digest, s.Ties = q, d, noTies
		s.Speakers = r.names.list(q.Speakers, d.Doc)
		s.For = r.names.list(q.For, d.Doc)
		s.To = r.names.list(q.To, d.Doc)
		s.About = r.names.list(q.About, d.Doc)
		if q.According != nil {
			if e := r.names.name(q.According, d.Doc); e != nil {
				s.According = e.Actor
			}
		}
		r.checkSelf(s)
		r.archive.Statements = append(r.archive.Statements, s)
	}
	d.Statements = r.archive.Statements[first:len(r.archive.Statements):len(r.archive.Statements)]
}

// checkSelf warns of those who seem to speak to themselves, or to be known to have spoken by their own word alone.
func (r *resolution) checkSelf(s *dossier.Statement) {
	if share(s.Speakers, s.To) {
		at := r.names.where(s.Quote.To, s.Speakers)
		r.report.warn("speaks-to-itself", at.In(s.Digest.Path), "who speaks here is addressed too", "write to whom it was said, or nothing where the source does not say so")
	}
	if s.According != nil && slices.Contains(s.Speakers, s.According) {
		r.report.warn("according-to-itself", s.Quote.According.At.In(s.Digest.Path), "this is reported on the word of who spoke, so it is no hearsay", `take "according to" out, or write on whose word it is reported`)
	}
}

// readDigestTopics sets the topics that a digest lists.
func (r *resolution) readDigestTopics(d *dossier.Digest) {
	for _, written := range d.Meta.Topics {
		if topic := r.topics.find(written.Value); topic != nil && !slices.Contains(d.Topics, topic) {
			d.Topics = append(d.Topics, topic)
		}
	}
}

// addTagged adds the topics of a digest's statements to those that it lists.
func addTagged(d *dossier.Digest) {
	for _, s := range d.Statements {
		for _, topic := range s.Topics {
			if !slices.Contains(d.Topics, topic) {
				d.Topics = append(d.Topics, topic)
			}
		}
	}
}

// cast sets the actors of a digest: those it lists, then all that stand in its
// statements and events.
func (r *resolution) cast(d *dossier.Digest, listed []*dossier.Actor) {
	r.inCast.clear()
	actors := r.scratch[:0]
	add := func(list []*dossier.Actor) {
		for _, a := range list {
			if r.inCast.first(a.Index) {
				actors = append(actors, a)
			}
		}
	}
	add(listed)
	d.Listed = len(actors)
	for _, s := range d.Statements {
		add(s.Speakers)
		add(s.For)
	}
	for _, s := range d.Statements {
		add(s.To)
	}
	for _, s := range d.Statements {
		add(s.About)
	}
	for _, ev := range d.Events {
		for _, list := range sides(ev) {
			add(list)
		}
	}
	d.Actors = r.slabs.casts.Keep(actors)
	r.scratch = actors
}

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
			Slug:        doc.Slug,
			Title:       cmp.Or(doc.Meta.Title.Value, doc.Name),
			Lang:        cmp.Or(doc.Meta.Lang, r.archive.Site.Language),
			When:        doc.Meta.Date.Date,
			Autolink:    r.archive.Site.Autolink,
			Unpublished: r.options.unpublished(doc),
		}
		if doc.Meta.Autolink != nil {
			d.Autolink = *doc.Meta.Autolink
		}
		r.archive.Digests[i] = d
		r.library.add(d)
	}
}

// readStatements resolves whom each digest names outside its prose, and makes
// its statements and events, in order of path.
func (r *resolution) readStatements() {
	count := 0
	for _, d := range r.archive.Digests {
		count += len(d.Doc.Statements)
	}
	r.archive.Statements = make([]*dossier.Statement, 0, count)
	for _, d := range r.archive.Digests {
		listed := r.names.list(d.Meta.Actors)
		r.readDigestTopics(d)
		r.readEvents(d)
		statements := r.slabs.statements.take(len(d.Doc.Statements))
		first := len(r.archive.Statements)
		for i := range statements {
			s := &statements[i]
			r.readStatement(s, d, &d.Doc.Statements[i])
			r.archive.Statements = append(r.archive.Statements, s)
		}
		d.Statements = r.slabs.lists.keep(r.archive.Statements[first:])
		addTagged(d)
		r.cast(d, listed)
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
	r.names.seen.clear()
	actors := r.scratch[:0]
	add := func(list []*dossier.Actor) {
		for _, a := range list {
			if r.names.seen.first(a) {
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
	d.Actors = r.names.lists.keep(actors)
	r.scratch = actors
}

package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"unique"

	"demarche/generator/dossier"
	"demarche/generator/slab"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// names finds actors by what editors write. A name that no file claims makes an
// actor that is only named.
type names struct {
	report  *report
	entries []*entry // at the Index of their actor
	byKey   holding
	hidden  holding // by files that are not published now; for names that are nobody else's
	spelled map[unique.Handle[string]]*spelling
	twins   []*twins          // in the order in which they were met
	twinned map[string]*twins // the same, by key
	lists   slab.Slab[*dossier.Actor]
	seen    marks // actors, by Index
}

// entry is an actor with what is known of it only while resolving.
type entry struct {
	*dossier.Actor
	file      *dossier.Doc // its own, or one that is not published now
	spellings []*spelling  // of an actor that is only named
	mentions  int
	inProse   bool             // only wikilinks in prose name it
	climbed   climbed          // its roll-ups
	passing   bool             // a climb is above it
	tooHigh   bool             // too many stand above it, which was told
	self      []*dossier.Actor // the actor alone
}

// holding is who has which names, by key.
type holding map[string]holders

// holders are the actors that a key may mean: by their own name or slug, or,
// where it is nobody's own, as an alias.
type holders struct {
	own, alias []*entry
}

// meant are those whom the key stands for; several make it ambiguous.
func (h holders) meant() []*entry {
	if len(h.own) > 0 {
		return h.own
	}
	return h.alias
}

// spelling is one way in which a name is written somewhere. Looking one up is
// the commonest thing done here, so all that it leads to is kept with it.
type spelling struct {
	text   string
	key    string
	shared []*entry // several, when it is ambiguous
	entry  *entry   // whom it names; nil until it does, and where it cannot
	at     source.Span
	linked bool // target is known
	target dossier.Target
	ofFile bool // it is the path of a file
	isLink bool // some file links to it, without a fragment, and that leads to:
	leads  dossier.Target
	doubt  *doubt  // what each use is told where it is ambiguous; nil before the first
	near   *string // the path of the file of nearly that name, "" where there is none; nil before that was asked
}

func newNames(r *report) *names {
	return &names{report: r, byKey: holding{}, hidden: holding{}, spelled: map[unique.Handle[string]]*spelling{}, twinned: map[string]*twins{}}
}

// of returns the entry of an actor.
func (n *names) of(a *dossier.Actor) *entry { return n.entries[a.Index] }

// add makes an entry of a new actor; one that is only named has no file.
func (n *names) add(a *dossier.Actor, file *dossier.Doc) *entry {
	e := &entry{Actor: a, file: file, self: n.lists.Take(1)}
	e.self[0] = a
	a.Index = len(n.entries)
	n.entries = append(n.entries, e)
	return e
}

// own makes the key of text the actor's own; alias lets it stand for the actor
// where it is nobody's own.
func (by holding) own(text string, e *entry) {
	key := slug.Key(text)
	h := by[key]
	if key != "" && !endsWith(h.own, e) {
		h.own = append(h.own, e)
		by[key] = h
	}
}

func (by holding) alias(text string, e *entry) {
	key := slug.Key(text)
	h := by[key]
	if key != "" && !endsWith(h.alias, e) {
		h.alias = append(h.alias, e)
		by[key] = h
	}
}

// endsWith says whether a list ends with e. All names of one are given at once, so that it stands nowhere else.
func endsWith[T comparable](list []T, e T) bool { return len(list) > 0 && list[len(list)-1] == e }

// file gives an entry all names that its file has.
func (by holding) file(e *entry) {
	by.own(e.Slug, e)
	by.own(e.Name, e)
	for _, alias := range e.file.Meta.Aliases {
		by.alias(alias.Value, e)
	}
}

// meant are those whom a key stands for.
func (n *names) meant(key string) []*entry {
	if meant := n.byKey[key].meant(); len(meant) > 0 {
		return meant
	}
	return n.hidden[key].meant()
}

// find looks the spelling of ref up without naming anybody.
func (n *names) find(ref *dossier.Ref) *spelling {
	if sp, ok := n.spelled[ref.Name]; ok {
		return sp
	}
	text := ref.Target()
	sp := &spelling{text: text, key: slug.Key(text), ofFile: ofFile(text)}
	meant := n.meant(sp.key)
	if base := baseName(text); len(meant) == 0 && base != text {
		meant = n.meant(slug.Key(base))
	}
	if len(meant) > 1 && len(meant) <= few && folderOf(text) != "" {
		if i := slices.IndexFunc(meant, func(e *entry) bool { return e.file != nil && e.file.Path == wholePath(text) }); i >= 0 {
			meant = meant[i : i+1]
		}
	}
	switch len(meant) {
	case 0:
	case 1:
		sp.entry = meant[0]
		if sp.entry.Doc == nil {
			sp.entry.spellings = append(sp.entry.spellings, sp)
		}
	default:
		sp.shared = meant
	}
	n.spelled[ref.Name] = sp
	return sp
}

// claimed says whether the key already stands for an actor.
func (n *names) claimed(key string) bool { return len(n.meant(key)) > 0 }

// name returns whom ref names in doc, and makes an actor of a name that is nobody's
// yet. It returns nil, with the problem reported, where it cannot tell.
func (n *names) name(ref *dossier.Ref, doc *dossier.Doc) *entry {
	sp := n.find(ref)
	switch {
	case sp.entry != nil:
	case sp.shared != nil:
		n.ambiguous(sp, ref.At.In(doc.Path))
		return nil
	case slug.Key(baseName(sp.text)) == "":
		n.report.error("nameless", ref.At.In(doc.Path), fmt.Sprintf("the name %q holds no letter and no digit", ref.Target()), "write a name that a page can be called by")
		return nil
	default:
		n.create(sp)
	}
	sp.mention(ref, doc)
	return sp.entry
}

// create makes the actor that is only named by this spelling, or finds it by
// another one.
func (n *names) create(sp *spelling) {
	key := slug.Key(baseName(sp.text))
	if meant := n.meant(key); len(meant) > 0 {
		sp.entry = meant[0]
	} else {
		sp.entry = n.add(&dossier.Actor{}, nil)
		n.byKey[key] = holders{own: []*entry{sp.entry}}
	}
	sp.entry.spellings = append(sp.entry.spellings, sp)
}

// mention counts one use of the name and remembers the first, in order of path.
func (sp *spelling) mention(ref *dossier.Ref, doc *dossier.Doc) {
	sp.entry.mentions++
	if sp.entry.Doc != nil {
		return
	}
	if at := ref.At.In(doc.Path); sp.at.Path == "" || earlier(at, sp.at) < 0 {
		sp.at = at
	}
}

func earlier(a, b source.Span) int {
	return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Start, b.Start))
}

// list returns whom refs of doc name, each once, in their order.
func (n *names) list(refs []dossier.Ref, doc *dossier.Doc) []*dossier.Actor {
	if len(refs) == 1 {
		if e := n.name(&refs[0], doc); e != nil {
			return e.self
		}
		return nil
	}
	list := n.lists.Take(len(refs))[:0]
	n.seen.clear()
	for i := range refs {
		if e := n.name(&refs[i], doc); e != nil && n.seen.first(e.Index) {
			list = append(list, e.Actor)
		}
	}
	return list
}

// where is the first of refs, all of which were looked up, that names one of some actors.
func (n *names) where(refs []dossier.Ref, some []*dossier.Actor) source.Place {
	for i := range refs {
		if e := n.find(&refs[i]).entry; e != nil && slices.Contains(some, e.Actor) {
			return refs[i].At
		}
	}
	return source.Place{}
}

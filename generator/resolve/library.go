package resolve

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// library finds digests, topics and pages by what a wikilink says.
type library struct {
	digests map[string][]shelf // by key of slug and file name; made when first needed
	paths   map[string]int     // where in shelves they are, by the path of the file; made with digests
	titles  map[string][]shelf // by key of title and of other names; made when first needed
	pages   map[string]*dossier.Doc
	unseen  map[string]bool                  // keys of hidden topics and pages
	unread  map[string]*dossier.Doc          // files that cannot be read, by key of name and by path
	told    map[*dossier.Doc]bool            // of unread, those that a note tells of
	lists   map[*dossier.Digest][]string     // ids as they were suggested once
	heads   map[*dossier.Doc]map[string]bool // ids of headings, made when first needed
	shelves []shelf
	names   []string                          // slugs, made when first needed
	places  map[*dossier.Doc]map[string]int   // of the statements of long digests, by id; made when first needed
	former  map[string]shelf                  // by key of the name in their old addresses; made when first needed
	moves   map[formerName]*dossier.Statement // by an old address of theirs; made when first needed
	holders map[string]*dossier.Digest        // by the id of a statement, nil where several have it; made when first needed
}

// shelf is a digest, or with digest nil the doc of one that is hidden.
type shelf struct {
	doc    *dossier.Doc
	digest *dossier.Digest
}

func newLibrary() *library {
	return &library{
		pages:  map[string]*dossier.Doc{},
		unseen: map[string]bool{},
		unread: map[string]*dossier.Doc{},
		told:   map[*dossier.Doc]bool{},
		places: map[*dossier.Doc]map[string]int{},
		lists:  map[*dossier.Digest][]string{},
		heads:  map[*dossier.Doc]map[string]bool{},
	}
}

func (l *library) add(d *dossier.Digest) { l.put(shelf{doc: d.Doc, digest: d}) }

// hide lets a link to the doc be known for one to a hidden page.
func (l *library) hide(doc *dossier.Doc) {
	switch doc.Kind {
	case dossier.KindDigest:
		l.put(shelf{doc: doc})
	case dossier.KindTopic, dossier.KindPage:
		for _, key := range linkKeys(doc) {
			l.unseen[key] = true
		}
	}
}

func (l *library) put(s shelf) { l.shelves = append(l.shelves, s) }

// readNames is put off until some link is no actor's: most never need it.
func (l *library) readNames() {
	l.digests = make(map[string][]shelf, len(l.shelves))
	l.paths = make(map[string]int, len(l.shelves))
	for i, s := range l.shelves {
		l.paths[s.doc.Path] = i
		key := slug.Key(s.doc.Slug)
		l.digests[key] = append(l.digests[key], s)
		if name := slug.Key(s.doc.Name); name != key && name != "" {
			l.digests[name] = append(l.digests[name], s)
		}
	}
}

// find returns the digests that target may mean: by path, else by slug or file name, else by
// title or another name of theirs.
func (l *library) find(target string) []shelf {
	if l.digests == nil {
		l.readNames()
	}
	base := baseName(target)
	if base != target {
		if l.unread[wholePath(target)] != nil {
			return nil
		}
		if i, found := l.paths[wholePath(target)]; found {
			return l.shelves[i : i+1]
		}
	}
	key := slug.Key(target)
	if found := l.digests[key]; len(found) > 0 {
		return found
	}
	if l.titles == nil {
		l.readTitles()
	}
	if found := l.titles[key]; len(found) > 0 {
		return found
	}
	if base != target {
		return l.digests[slug.Key(base)]
	}
	return nil
}

func (l *library) readTitles() {
	l.titles = make(map[string][]shelf, len(l.shelves))
	add := func(s shelf, name string) {
		key := slug.Key(name)
		if key != "" && !endsWith(l.titles[key], s) {
			l.titles[key] = append(l.titles[key], s)
		}
	}
	for _, s := range l.shelves {
		add(s, s.doc.Meta.Title.Value)
		for _, alias := range s.doc.Meta.Aliases {
			add(s, alias.Value)
		}
	}
}

// heading is the id of the heading of a page that a fragment names, which may name those above it before it: "Part one#Losses";
// "" where there is none.
func (l *library) heading(doc *dossier.Doc, fragment string) string {
	ids := l.heads[doc]
	if ids == nil {
		ids = map[string]bool{}
		const mark = ` id="_`
		for rest := doc.Body.HTML; ; {
			_, after, found := bytes.Cut(rest, []byte(mark))
			if !found {
				break
			}
			id, _, _ := bytes.Cut(after, []byte{'"'})
			ids[string(id)] = true
			rest = after
		}
		l.heads[doc] = ids
	}
	if id := slug.Make(fragment[strings.LastIndexByte(fragment, '#')+1:]); ids[id] {
		return "_" + id
	}
	return ""
}

// few is the number of statements up to which they are looked through one by one.
const few = 16

// readPages lists the pages of content/pages/.
func (r *resolution) readPages() {
	r.archive.Pages = r.files.pages
	for _, doc := range r.files.pages {
		r.library.addPage(doc)
	}
}

// page returns the page of content/pages/ that target names by slug, file name
// or title, or nil.
func (l *library) page(target string) *dossier.Doc {
	if page := l.pages[slug.Key(target)]; page != nil {
		return page
	}
	return l.pages[slug.Key(baseName(target))]
}

// addPage lets links find a page. The first of two keeps a name.
func (l *library) addPage(doc *dossier.Doc) {
	for _, key := range linkKeys(doc) {
		if l.pages[key] == nil {
			l.pages[key] = doc
		}
	}
}

// linkKeys are the keys under which wikilinks find a topic or page: its slug, the
// name of its file, its title and its other names.
func linkKeys(doc *dossier.Doc) []string {
	keys := []string{slug.Key(doc.Slug), slug.Key(doc.Name), slug.Key(doc.Meta.Title.Value)}
	for _, alias := range doc.Meta.Aliases {
		keys = append(keys, slug.Key(alias.Value))
	}
	return slices.DeleteFunc(keys, func(key string) bool { return key == "" })
}

// statement returns the statement of that id in the digest, or nil.
func (l *library) statement(d *dossier.Digest, id string) *dossier.Statement {
	if i, found := l.place(d.Doc, id); found {
		return d.Statements[i]
	}
	return nil
}

// place is where among the statements of a doc the one of that id stands.
func (l *library) place(doc *dossier.Doc, id string) (i int, found bool) {
	if len(doc.Statements) <= few {
		for i := range doc.Statements {
			if doc.Statements[i].ID == id {
				return i, true
			}
		}
		return 0, false
	}
	places := l.places[doc]
	if places == nil {
		places = make(map[string]int, len(doc.Statements))
		for i := range doc.Statements {
			places[doc.Statements[i].ID] = i
		}
		l.places[doc] = places
	}
	i, found = places[id]
	return i, found
}

// holder returns the only digest that has a statement of that id, or nil; held is whether any has one.
func (l *library) holder(id string) (only *dossier.Digest, held bool) {
	if l.holders == nil {
		l.holders = map[string]*dossier.Digest{}
		for _, s := range l.shelves {
			if s.digest == nil {
				continue
			}
			for _, of := range s.digest.Statements {
				if other, taken := l.holders[of.ID]; taken && other != s.digest {
					l.holders[of.ID] = nil
				} else {
					l.holders[of.ID] = s.digest
				}
			}
		}
	}
	only, held = l.holders[id]
	return only, held
}

// has says whether the published digest of that slug has a statement of that id.
func (l *library) has(name, id string) bool {
	return slices.ContainsFunc(l.find(name), func(s shelf) bool {
		return s.digest != nil && s.digest.Slug == name && l.statement(s.digest, id) != nil
	})
}

// known are the ids of a digest's statements, for suggestions.
func (l *library) known(d *dossier.Digest) []string {
	ids := l.lists[d]
	if ids == nil {
		for _, s := range d.Statements {
			ids = append(ids, s.ID)
		}
		l.lists[d] = ids
	}
	return ids
}

// titled names several digests as related places.
func titled(found []shelf) (paths []string, related []diag.Related) {
	for _, s := range found[:min(len(found), shown)] {
		paths = append(paths, s.doc.Path)
		related = append(related, diag.Related{At: source.Span{Path: s.doc.Path}, Text: fmt.Sprintf("titled %q", s.doc.Meta.Title.Value)})
	}
	return paths, related
}

// slugs are those of all published digests, for suggestions.
func (l *library) slugs() []string {
	if l.names == nil {
		for _, s := range l.shelves {
			if s.digest != nil {
				l.names = append(l.names, s.digest.Slug)
			}
		}
	}
	return l.names
}

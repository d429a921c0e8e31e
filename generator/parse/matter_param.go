package parse

import (
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/near"
)

// param keeps a key that is not known for templates and exports, with a warning
// where it was surely meant for another, or does nothing in this kind of file.
func (r *reader) param(p *pair, known []field[dossier.Doc]) {
	kind := r.doc.Kind
	if strings.EqualFold(p.key, "alias") {
		r.add(diag.Warning, "unknown-key", p.start, p.end, "unknown key "+quoted(p.key), "did you mean "+quoted("aliases")+"?")
	} else if right := synonyms[kind][strings.ToLower(p.key)]; right != "" {
		r.add(diag.Warning, "unknown-key", p.start, p.end, "unknown key "+quoted(p.key), "write "+quoted(right)+" for what this is")
	} else if find(keysOf[dossier.KindDigest], p.key) != nil {
		r.idle(p)
		return
	} else if meant := near.Word(p.key, names(known)); meant != "" {
		r.add(diag.Warning, "unknown-key", p.start, p.end, "unknown key "+quoted(p.key), "did you mean "+quoted(meant)+"?")
	} else if kind == dossier.KindDigest && r.ofSource(p) {
		r.add(diag.Warning, "unknown-key", p.start, p.end, quoted(p.key)+" is a key of a source, and none of a digest", "begin it at the column of the title of its source, below that")
	} else if kind == dossier.KindSite || kind == dossier.KindTopic { // their templates get none
		r.unknown(p, names(known))
		return
	}
	if p.value.form == formNothing {
		return
	}
	if r.doc.Meta.Params == nil {
		r.doc.Meta.Params = make(map[string]any)
	}
	r.twice(&p.value)
	r.doc.Meta.Params[strings.ToLower(p.key)] = plain(&p.value)
}

// ofSource says whether a key of a digest that has sources is theirs. The url of a page is Hugo's, and may be no address of the web.
func (r *reader) ofSource(p *pair) bool {
	if len(r.doc.Meta.Sources) == 0 || p.key == "id" || find(sourceFields, p.key) == nil {
		return false
	}
	return !strings.EqualFold(p.key, "url") || dossier.OnWeb(p.value.text)
}

// twice reports the keys that are written twice in the tables of a value.
func (r *reader) twice(v *value) {
	for i := range v.items {
		r.twice(&v.items[i])
	}
	for p := range r.once(v, strings.ToLower) {
		r.twice(&p.value)
	}
}

// synonyms are keys that other generators, or other files here, use for ours.
var synonyms = [...]map[string]string{
	dossier.KindSite:   {"lang": "language", "summary": "description"},
	dossier.KindDigest: {"language": "lang"},
	dossier.KindActor:  {"type": "kind", "title": "name"},
	dossier.KindTopic:  {"name": "title"},
	dossier.KindPage:   {"name": "title"},
}

// kindNames are the kinds of files as messages call them.
var kindNames = [...]string{
	dossier.KindSite:   "the site's own file",
	dossier.KindDigest: "a digest",
	dossier.KindActor:  "an actor's file",
	dossier.KindTopic:  "a topic's file",
	dossier.KindPage:   "a page",
}

// idle warns of a key of digests in another file, where nothing reads it.
func (r *reader) idle(p *pair) {
	owners := "digests"
	if find(keysOf[dossier.KindPage], p.key) != nil {
		owners = "digests and pages"
	}
	hint := "take it out; it is a key of " + owners
	if strings.EqualFold(p.key, "summary") {
		hint = "write it below the front matter, as text"
	}
	r.add(diag.Warning, "idle-key", p.start, p.end, quoted(p.key)+" does nothing in "+kindNames[r.doc.Kind], hint)
}

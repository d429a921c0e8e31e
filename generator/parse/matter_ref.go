package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/dossier"
)

// refs reads a list of actors. A name may stand in the brackets of a wikilink, also
// without quotes, where YAML takes them for lists.
func (r *reader) refs(v *value) []dossier.Ref {
	r.several(v)
	return list(r, v, func(r *reader, item *value) (dossier.Ref, bool) {
		r.foreignComma(item)
		r.foldedItem(item)
		ref := r.actor(item, true)
		return ref, ref.Target() != ""
	})
}

// ref reads one actor. Target is "" where none could be read.
func (r *reader) ref(v *value) dossier.Ref {
	return r.actor(v, false)
}

// actor reads one actor of a key that has several, or that has one alone.
func (r *reader) actor(v *value, several bool) dossier.Ref {
	inner := only(v)
	if inner.form != formText && inner.form != formNumber {
		r.wrongType(inner, "a name", `write `+r.key+`: Freedonia, or "[[Freedonia]]" in quotes`)
		return dossier.Ref{}
	}
	name := r.name(inner)
	text := name.Value
	if inner != v && !strings.HasPrefix(text, "[[") {
		text = "[[" + text + "]]"
	}
	ref, size := cutLink(text)
	switch {
	case size > 0 && size == len(text) && ref.Fragment() == "":
		return dossier.NewRef(ref.Target(), "", "", name.At)
	case inner == v && !isSeveral(text):
		return dossier.NewRef(text, "", "", name.At)
	}
	hint := "write the name alone, without brackets"
	parts := namesIn(text)
	switch listed := strings.Join(parts[:min(len(parts), mostNamed)], ", "); {
	case len(parts) > 0 && several:
		hint = "write " + r.key + ": [" + listed + "]"
	case len(parts) > 1:
		hint = "write " + r.key + ": and one of them: " + listed
	case len(parts) > 0:
		hint = "write " + r.key + ": " + listed
	}
	r.fault(inner, "bad-name", quoted(text)+" is not one name", hint)
	return dossier.Ref{}
}

// mostNamed is how many names a hint lists.
const mostNamed = 20

// isSeveral says whether a text is more than a name: with brackets, with names in a row, or with a part of a page.
func isSeveral(text string) bool {
	page, part, _ := strings.Cut(text, "#")
	first, _ := utf8.DecodeRuneInString(part)
	return strings.Contains(text, "[[") || strings.Contains(text, "]]") || strings.Contains(text, "; ") ||
		page != "" && !strings.HasSuffix(page, " ") && (first == '^' || unicode.IsLetter(first)) // "Division #12" is a name
}

// namesIn are the names that a text links to, else those that semicolons part.
func namesIn(text string) []string {
	var all []string
	add := func(name string) {
		if name = strings.TrimSpace(name); strings.ContainsAny(name, `,:[]{}"'`) {
			name = `"` + strings.ReplaceAll(name, `"`, `\"`) + `"`
		}
		if name != "" {
			all = append(all, name)
		}
	}
	for rest := text; ; {
		open := strings.Index(rest, "[[")
		if open < 0 {
			break
		}
		ref, size := cutLink(rest[open:])
		rest = rest[open+max(size, len("[[")):]
		add(ref.Target())
	}
	if len(all) > 0 {
		return all
	}
	for part := range strings.SplitSeq(strings.NewReplacer("[[", "", "]]", "").Replace(text), ";") {
		part, _, _ = strings.Cut(part, "|")
		page, _, _ := strings.Cut(part, "#")
		add(page)
	}
	return all
}

// only is the value in lists of one: [[France]] without quotes is France in two lists.
func only(v *value) *value {
	for v.form == formList && len(v.items) == 1 {
		v = &v.items[0]
	}
	return v
}

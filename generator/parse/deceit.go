package parse

import (
	"iter"
	"strings"
	"unicode"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// deceit reports names that look like other names: with characters that turn the
// direction of writing, or with letters of several scripts in a word. Outside names
// both may stand.
func deceit(doc *dossier.Doc, text []byte) {
	if strings.ContainsFunc(doc.Name, turnsDirection) {
		report(doc, diag.Error, "bidi-control", 0, 0, "the file's name holds an invisible character that turns the direction of writing", "rename the file")
	}
	if !mayDeceive(text) && !mayDeceive([]byte(doc.Name)) {
		return
	}
	seen := map[string]bool{}
	for at, name := range spellings(doc) {
		if seen[name] {
			continue
		}
		seen[name] = true
		if strings.ContainsFunc(name, turnsDirection) {
			reportAt(doc, diag.Error, "bidi-control", at,
				quoted(name)+" holds an invisible character that turns the direction of writing", "delete it: browsers find the direction themselves")
		}
		if word, scripts := mixedWord(name); word != "" {
			reportAt(doc, diag.Warning, "mixed-scripts", at,
				quoted(word)+" mixes letters of "+scripts, "type the word again in one script; letters that only look alike make another name")
		}
	}
}

// mayDeceive says whether text may hold a Greek or a Cyrillic letter or a character that
// turnsDirection knows, by the first bytes of these.
func mayDeceive(text []byte) bool {
	for i, c := range text {
		switch {
		case c < 0xCD:
		case c <= 0xD4:
			return true
		case c == 0xE2 && i+2 < len(text):
			if text[i+1] == 0x80 && text[i+2] >= 0xAA && text[i+2] <= 0xAE || text[i+1] == 0x81 && text[i+2] >= 0xA6 && text[i+2] <= 0xA9 {
				return true
			}
		}
	}
	return false
}

// scripts are those whose letters look alike.
var scripts = []struct {
	name  string
	table *unicode.RangeTable
}{{"Latin", unicode.Latin}, {"Greek", unicode.Greek}, {"Cyrillic", unicode.Cyrillic}}

// mixedWord returns the first word of a name that has letters of several scripts, and these.
func mixedWord(name string) (word, mix string) {
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		var found []string
		for _, script := range scripts {
			if strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(script.table, r) }) {
				found = append(found, script.name)
			}
		}
		if len(found) > 1 {
			return word, strings.Join(found, " and ")
		}
	}
	return "", ""
}

// spellings yields every name in a file, with its place: of actors, of what is
// linked, and of those who have none but are described.
func spellings(doc *dossier.Doc) iter.Seq2[source.Place, string] {
	return func(yield func(source.Place, string) bool) {
		more := true
		say := func(at source.Place, names ...string) {
			for _, name := range names {
				more = more && (name == "" || yield(at, name))
			}
		}
		refs := func(lists ...[]dossier.Ref) {
			for _, list := range lists {
				for _, ref := range list {
					say(ref.At, ref.Target(), ref.Label(), ref.Fragment())
				}
			}
		}
		holes := func(prose ...dossier.Prose) {
			for _, p := range prose {
				for _, hole := range p.Holes {
					say(hole.Ref.At, hole.Ref.Target(), hole.Ref.Label(), hole.Ref.Fragment())
				}
			}
		}
		if doc.Actor != nil {
			say(doc.Actor.Name.At, doc.Actor.Name.Value)
		}
		for _, alias := range doc.Meta.Aliases {
			say(alias.At, alias.Value)
		}
		refs(doc.Meta.Actors)
		for i := range doc.Meta.Events {
			e := &doc.Meta.Events[i]
			refs(e.By, e.To, e.With, e.Yes, e.No, e.Abstain)
		}
		holes(doc.Body)
		for i := range doc.Statements {
			q := &doc.Statements[i]
			refs(q.Speakers, q.For, q.To, q.About, q.ReplyTo, q.Retracts)
			for _, ref := range []*dossier.Ref{q.SameAs, q.According} {
				if ref != nil {
					refs([]dossier.Ref{*ref})
				}
			}
			say(q.Attr, q.Unnamed, q.AccordingText, q.Place, q.Via.Text, q.ReplyURL.Text)
			holes(q.Words, q.Original.Words)
			holes(q.Context...)
		}
	}
}

package resolve

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"demarche/generator/dossier"
	"demarche/generator/escape"
	"demarche/generator/slug"
)

// indexNames collects the names by which prose may link to actors. A name that
// two actors share is left out, and so is one of a single character.
func (r *resolution) indexNames() {
	index := dossier.NameIndex{}
	holder := map[string]*dossier.Actor{} // by key; nil when shared
	each := func(yield func(name string, a *dossier.Actor)) {
		for _, a := range r.archive.Actors {
			yield(a.Name, a)
			for _, alias := range a.Aliases {
				yield(alias, a)
			}
		}
	}
	each(func(name string, a *dossier.Actor) {
		key := slug.Key(name)
		if other, met := holder[key]; met && other != a {
			a = nil
		}
		holder[key] = a
	})
	met := map[string]bool{} // an alias may repeat the name
	each(func(name string, a *dossier.Actor) {
		written := capital(name)
		if holder[slug.Key(name)] != a || met[written] || utf8.RuneCountInString(name) < 2 {
			return
		}
		word, size := slug.FirstWord(name)
		if size == 0 {
			return
		}
		met[written] = true
		index[word] = append(index[word], dossier.Name{Text: string(escape.Prose.Append(nil, name)), Actor: a})
	})
	for _, list := range index {
		slices.SortFunc(list, func(a, b dossier.Name) int {
			return cmp.Or(cmp.Compare(len(b.Text), len(a.Text)), cmp.Compare(a.Text, b.Text))
		})
	}
	r.archive.Names = index
}

// capital is a name with its first word as slug.FirstWord has it: in prose,
// only the case of the first letter is free.
func capital(name string) string {
	word, size := slug.FirstWord(name)
	if size == 0 || size > len(name) {
		return name
	}
	return word + name[size:]
}

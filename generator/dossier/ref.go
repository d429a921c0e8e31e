package dossier

import (
	"unique"

	"demarche/generator/source"
)

// Ref is a name as an editor wrote it: in brackets or in front matter.
// "[[a#b|c]]" has Target "a", Fragment "b" (with its "^" if it has one) and Label "c".
// A digest's "[[#^id]]" has an empty Target. An archive holds millions of them and
// few different targets, so each target is kept once.
type Ref struct {
	Name unique.Handle[string] // Target where that is not empty, for finding what it names without reading it
	Rest *Rest                 // nil in most
	At   source.Place
}

// Rest is what few links say.
type Rest struct{ Fragment, Label string }

// NewRef returns a link of these three parts, of which each may be empty.
func NewRef(target, fragment, label string, at source.Place) Ref {
	r := Ref{At: at}
	if target != "" {
		r.Name = unique.Make(target)
	}
	if fragment != "" || label != "" {
		r.Rest = &Rest{fragment, label}
	}
	return r
}

// Target is the name of whom or what is meant.
func (r Ref) Target() string {
	if r.Name == (unique.Handle[string]{}) {
		return ""
	}
	return r.Name.Value()
}

// Fragment names a place in the target.
func (r Ref) Fragment() string {
	if r.Rest == nil {
		return ""
	}
	return r.Rest.Fragment
}

// Label is what a reader sees, where the link says so itself.
func (r Ref) Label() string {
	if r.Rest == nil {
		return ""
	}
	return r.Rest.Label
}

// InAll says whether a wikilink means the same in every file.
func (r Ref) InAll() bool { return r.Name != (unique.Handle[string]{}) && r.Fragment() == "" }

// RefKey is the key of a wikilink in Digest.Links and Actor.Links.
func RefKey(r Ref) string { return r.Target() + "#" + r.Fragment() }

package dossier

import "demarche/generator/source"

// Ref is a name as an editor wrote it: in brackets or in front matter.
// "[[a#b|c]]" has Target "a", Fragment "b" (with its "^" if it has one) and Label "c".
// A digest's "[[#^id]]" has an empty Target. An archive holds millions of them, so the
// three stand in one string.
type Ref struct {
	text             string
	target, fragment int32 // where they end in text
	At               source.Place
}

// NewRef returns a link of these three parts, of which each may be empty.
func NewRef(target, fragment, label string, at source.Place) Ref {
	r := Ref{text: target, target: int32(len(target)), fragment: int32(len(target) + len(fragment)), At: at}
	if fragment != "" || label != "" {
		r.text = target + fragment + label
	}
	return r
}

// Target is the name of whom or what is meant.
func (r Ref) Target() string { return r.text[:r.target] }

// Fragment names a place in the target.
func (r Ref) Fragment() string { return r.text[r.target:r.fragment] }

// Label is what a reader sees, where the link says so itself.
func (r Ref) Label() string { return r.text[r.fragment:] }

// InAll says whether a wikilink means the same in every file.
func (r Ref) InAll() bool { return r.target > 0 && r.target == r.fragment }

// RefKey is the key of a wikilink in Digest.Links and Actor.Links.
func RefKey(r Ref) string { return r.Target() + "#" + r.Fragment() }

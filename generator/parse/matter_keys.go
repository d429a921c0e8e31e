package parse

import (
	"iter"
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// field is a key that is known where it stands, and what its value sets.
type field[T any] struct {
	name string // as the documentation spells it
	set  func(r *reader, to *T, v *value)
}

// once yields the pairs of a table, of those whose keys name one thing the first, and reports the others.
func (r *reader) once(v *value, name func(key string) string) iter.Seq[*pair] {
	return func(yield func(*pair) bool) {
		seen := make(map[string]*pair, len(v.pairs))
		for i := range v.pairs {
			p := &v.pairs[i]
			named := name(p.key)
			if first := seen[named]; first != nil {
				r.duplicate(first, p)
				continue
			}
			seen[named] = p
			if !yield(p) {
				return
			}
		}
	}
}

// read sets what the keys of v say. A key is read without regard to case; one
// that is not known is given to other, nil where only the known ones are allowed.
func read[T any](r *reader, v *value, to *T, fields []field[T], other func(p *pair)) {
	if v.form != formTable {
		r.wrongType(v, "a map of keys", "write "+fields[0].name+": …, one key a line")
		return
	}
	outer := r.key
	var last *pair // that has a value
	for p := range r.once(v, strings.ToLower) {
		known := find(fields, p.key)
		r.key = p.key
		if !p.bare {
			last = p
		}
		switch {
		case p.bare && last != nil && last.isCut():
			hint := "put text that holds a comma in quotes: " + last.key + `: "…, …"`
			if slices.Contains(ofSeveral, strings.ToLower(last.key)) {
				hint += ", and several in brackets: " + last.key + ": […, …]"
			}
			r.add(diag.Error, "cut-by-comma", p.start, p.end, last.key+" ends before this, because a comma in braces parts keys, so it is "+quoted(last.value.text), hint)
		case known != nil && p.value.form == formNothing: // as if it were not written
		case known != nil:
			r.key = known.name
			known.set(r, to, &p.value)
		case other != nil:
			other(p)
		default:
			r.unknown(p, names(fields))
		}
	}
	r.key = outer
}

// ofSeveral are keys in braces that may hold a list of names.
var ofSeveral = []string{"by", "to", "with", "yes", "no", "abstain"}

// isCut says whether what follows without a colon may be the rest of a pair's text: of “1,000 men” YAML takes the first for a number.
func (p *pair) isCut() bool {
	return (p.value.form == formText || p.value.form == formNumber) && slices.Contains(forPeople, strings.ToLower(p.key))
}

// find returns the field of that name, or nil.
func find[T any](fields []field[T], name string) *field[T] {
	for i := range fields {
		if len(fields[i].name) == len(name) && strings.EqualFold(fields[i].name, name) {
			return &fields[i]
		}
	}
	return nil
}

// lacks says whether a map has no value for a key.
func lacks(v *value, key string) bool {
	if v.form != formTable {
		return false // what it is instead was reported
	}
	for i := range v.pairs {
		if strings.EqualFold(v.pairs[i].key, key) && v.pairs[i].value.form != formNothing {
			return false
		}
	}
	return true
}

// names are those of the fields.
func names[T any](fields []field[T]) []string {
	all := make([]string, len(fields))
	for i := range fields {
		all[i] = fields[i].name
	}
	return all
}

// duplicate reports a key that is written twice in one table.
func (r *reader) duplicate(first, second *pair) {
	r.add(diag.Error, "duplicate-key", second.start, second.end, "the key "+quoted(second.key)+" is written twice", "keep one of the two")
	firstWritten(r.doc, first.start, first.end)
}

// firstWritten adds to the last problem where a key stands for the first time.
func firstWritten(doc *dossier.Doc, start, end int) {
	p := &doc.Problems[len(doc.Problems)-1]
	p.Related = append(p.Related, diag.Related{At: source.Span{Path: doc.Path, Start: start, End: end}, Text: "first written here"})
}

// unknown reports a key that has no meaning in a map whose keys are fixed.
func (r *reader) unknown(p *pair, known []string) {
	r.add(diag.Warning, "unknown-key", p.start, p.end, "unknown key "+quoted(p.key), didYouMean(p.key, known))
}

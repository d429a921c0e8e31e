package history

import (
	"bytes"
	"cmp"
	"slices"

	"demarche/generator/source"
)

// Git takes a file for one that was renamed where three quarters of it stayed. Digests are short, and most of one may be front matter
// that is written anew with the name: what a file is known by are the statements in it.

const (
	// mostCompared is how many lines one commit may have in files that it removed and made, for these to be compared.
	mostCompared = 1 << 19

	// mostShare is how many of the files that a commit removed may hold a line for it to tell one of them: others are a form.
	mostShare = 8

	// leastShared is how many bytes the lines have at least by which two files are one: many digests may say “No.”.
	leastShared = 12
)

// body is what a commit made or removed with a file.
type body struct {
	path   string
	file   int32 // its number
	quoted []hashed
	prose  []hashed // while there are no lines of a quotation
	matter []byte   // the line that ends its front matter, nil behind that
	begun  bool

	keys []uint64  // of lines that were added to it
	bare []renamed // lines with a name

	sized bool // whole is known
	whole int64
}

// hashed is a line by its sum.
type hashed struct {
	sum   uint64
	size  int32
	words bool // of a quotation, and not its attribution
}

// renamed is a line that holds a name: its sum without, and the key that it has if it was there without.
type renamed struct{ bare, unnamed uint64 }

// take takes a line of the file.
func (b *body) take(text []byte) {
	trimmed := bytes.TrimSpace(text)
	switch {
	case !b.begun:
		b.begun = true
		switch mark := string(trimmed); mark {
		case "---", "+++", ";;;":
			b.matter = []byte(mark)
			return
		}
	case b.matter != nil:
		if bytes.Equal(trimmed, b.matter) {
			b.matter = nil
		}
		return
	}
	words := bytes.TrimLeft(trimmed, "> \t")
	if len(words) == 0 {
		return
	}
	line := hashed{sum: source.LineSum(text), size: int32(len(words))}
	if source.Quoted(text) {
		line.words = !bytes.HasPrefix(words, []byte("—")) && !bytes.HasPrefix(words, []byte("–")) && !bytes.HasPrefix(words, []byte("―")) && !bytes.HasPrefix(words, []byte("--"))
		b.quoted, b.prose = append(b.quoted, line), nil
	} else if len(b.quoted) == 0 {
		b.prose = append(b.prose, line)
	}
}

// lines are those by which the file is known: its quotations, or where it has none its prose.
func (b *body) lines() []hashed {
	if len(b.quoted) > 0 {
		return b.quoted
	}
	return b.prose
}

// once leaves each line of the file there once.
func (b *body) once() {
	for _, list := range []*[]hashed{&b.quoted, &b.prose} {
		slices.SortStableFunc(*list, func(a, b hashed) int { return cmp.Compare(a.sum, b.sum) })
		*list = slices.CompactFunc(*list, func(a, b hashed) bool { return a.sum == b.sum })
	}
}

// size is how many bytes those of them have that are no form. It is counted once: a long file may be compared with very many.
func (b *body) size(holders map[uint64][]*body) int64 {
	if b.sized {
		return b.whole
	}
	b.sized = true
	for _, line := range b.lines() {
		if len(holders[line.sum]) <= mostShare {
			b.whole += int64(line.size)
		}
	}
	return b.whole
}

// pair is a file that was made and one that was removed which may be the same.
type pair struct {
	made, gone *body
	shared     int64
}

// endCommit joins the files that a commit made with those that it removed of which they hold the statements: half of the lines of the
// smaller, with words among them, and of the larger where there are no statements.
func (r *reader) endCommit() {
	made, gone := r.made, r.gone
	tooMuch := r.compared > mostCompared
	r.made, r.gone, r.compared = nil, nil, 0
	if len(made) == 0 || len(gone) == 0 || tooMuch {
		return
	}
	holders := holdersOf(gone)
	var pairs []pair
	for _, b := range made {
		pairs = append(pairs, b.pairs(holders)...)
	}
	r.join(pairs)
}

// holdersOf are the files that hold a line, by its sum: mostShare of them and one more.
func holdersOf(gone []*body) map[uint64][]*body {
	holders := map[uint64][]*body{}
	for _, b := range gone {
		b.once()
		for _, line := range b.lines() {
			if list := holders[line.sum]; len(list) <= mostShare {
				holders[line.sum] = append(list, b)
			}
		}
	}
	return holders
}

// pairs are the files that hold the statements of one that was made.
func (b *body) pairs(holders map[uint64][]*body) (pairs []pair) {
	shared, words := map[*body]int64{}, map[*body]bool{}
	b.once()
	for _, line := range b.lines() {
		if len(holders[line.sum]) > mostShare {
			continue
		}
		for _, other := range holders[line.sum] {
			if (len(b.quoted) > 0) != (len(other.quoted) > 0) {
				continue
			}
			shared[other] += int64(line.size)
			words[other] = words[other] || line.words || len(b.quoted) == 0
		}
	}
	for other, size := range shared {
		whole := min(b.size(holders), other.size(holders))
		if len(b.quoted) == 0 {
			whole = max(b.size(holders), other.size(holders))
		}
		if words[other] && size >= leastShared && 2*size >= whole {
			pairs = append(pairs, pair{b, other, size})
		}
	}
	return pairs
}

// join takes of the pairs those that share most first, and each file once.
func (r *reader) join(pairs []pair) {
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(a.made.path, b.made.path), cmp.Compare(a.gone.path, b.gone.path))
	})
	joined := map[*body]bool{}
	for _, p := range pairs {
		if !joined[p.made] && !joined[p.gone] {
			joined[p.made], joined[p.gone] = true, true
			r.rename(p.gone, p.made)
		}
	}
}

// rename gives what a commit made to the file that it removed.
func (r *reader) rename(gone, made *body) {
	h := r.history
	if h.files[made.path] != made.file || r.removed[gone.path].file != gone.file {
		return
	}
	h.files[made.path] = gone.file
	delete(r.removed, gone.path)
	delete(r.moved, made.path)
	r.moved[gone.path] = made.path
	h.added[gone.file] = min(h.added[gone.file], r.day)
	for _, name := range made.bare {
		was, known := h.lines[line{gone.file, name.bare}]
		if _, held := slices.BinarySearchFunc(gone.quoted, name.bare, func(line hashed, sum uint64) int { return cmp.Compare(line.sum, sum) }); known && held { // once put them in order
			r.addTo(gone.file, name.unnamed, was)
		}
	}
	for _, key := range made.keys {
		if _, known := h.lines[line{made.file, key}]; known {
			delete(h.lines, line{made.file, key})
			r.kept[made.file]--
		}
		r.addTo(gone.file, key, r.day)
	}
}

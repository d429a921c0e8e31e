package search

// hash is FNV-1a of 64 bits. It is written out, because it grows with each byte of
// millions of words, while these are read.
type hash uint64

// noHash is the hash of nothing.
const noHash hash = 14695981039346656037

// with is the hash of one byte more.
func (h hash) with(c byte) hash { return (h ^ hash(c)) * 1099511628211 }

// withText is the hash of a text more.
func (h hash) withText(text string) hash {
	for i := range len(text) {
		h = h.with(text[i])
	}
	return h
}

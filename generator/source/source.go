// Package source holds what was read from disk: files, and places in them as
// byte spans. Lines and columns exist only where a problem is printed.
package source

import "crypto/sha256"

// File is one file as it was read. It is never changed after New.
type File struct {
	Path string // slash-separated, relative to the site's folder: "content/digests/talks.md"
	Text []byte
	Sum  [sha256.Size]byte // of Text
}

// New returns the file at path with its text and sum.
func New(path string, text []byte) File {
	return File{Path: path, Text: text, Sum: sha256.Sum256(text)}
}

// Span is a stretch of a file, in bytes: Start is within it, End just past it.
// A span of a whole file, or of a file that could not be read, is 0 to 0.
type Span struct {
	Path       string
	Start, End int
}

// Place is a span of a file that is known from elsewhere: of the Doc that holds
// it. The zero Place is none, or the file as a whole.
type Place struct {
	Start, End int32
}

// NewPlace returns the place from start to end, which no file that is read exceeds.
func NewPlace(start, end int) Place { return Place{int32(start), int32(end)} }

// In is the place as a span of the file at path.
func (p Place) In(path string) Span { return Span{path, int(p.Start), int(p.End)} }

// Position is where a reader finds a byte: both count from 1, columns in
// characters (Unicode code points), a byte-order mark not counted.
type Position struct {
	Line, Column int
}

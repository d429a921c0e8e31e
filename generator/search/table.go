package search

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"hash/fnv"
	"iter"
)

// A part of a table ends with the first key past leastPart bytes whose hash says so, or
// at mostPart. So one more word moves the ends of few parts, and the others keep their name.
const (
	leastPart = 8 << 10
	mostPart  = 24 << 10
	partEnds  = 1 << 5 // one key in so many may end a part
)

// part is a part of a table: its first key and its file.
type part struct {
	first string
	name  string
}

// tableOf writes the parts of rows that come in order of their keys.
func tableOf(rows iter.Seq[row], write func(name string, data []byte) error) ([]part, error) {
	parts := []part{}
	var data, before []byte
	var first string
	end := func() error {
		name := nameOf(data) + ".bin"
		parts = append(parts, part{first, name})
		err := write(name, data)
		data, before = data[:0], before[:0]
		return err
	}
	for r := range rows {
		if len(data) == 0 {
			first = string(r.key)
		}
		shared := 0
		for shared < min(len(before), len(r.key)) && before[shared] == r.key[shared] {
			shared++
		}
		before = append(before[:0], r.key...)
		data = binary.AppendUvarint(data, uint64(shared))
		data = binary.AppendUvarint(data, uint64(len(r.key)-shared))
		data = append(data, r.key[shared:]...)
		data = r.append(data)
		if len(data) >= mostPart || len(data) >= leastPart && endsPart(r.key) {
			if err := end(); err != nil {
				return nil, err
			}
		}
	}
	if len(data) > 0 {
		return parts, end()
	}
	return parts, nil
}

func endsPart(key []byte) bool {
	h := fnv.New32a()
	h.Write(key)
	return h.Sum32()%partEnds == 0
}

// names have no capitals, as some file systems do not tell them apart.
var names = base32.NewEncoding("0123456789abcdefghijklmnopqrstuv").WithPadding(base32.NoPadding)

// nameOf is the name of a file by its content: 48 bits tell apart the files of a
// site and those of the build before.
func nameOf(data []byte) string {
	sum := sha256.Sum256(data)
	return names.EncodeToString(sum[:6])
}

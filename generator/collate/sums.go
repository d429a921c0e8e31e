package collate

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strings"
)

// Outcome is what comparing a statement with the text of its source has shown.
type Outcome string

const (
	Found         Outcome = "found"    // its words are there
	FoundOriginal Outcome = "original" // the original of its words is there, of which they are a translation
	Missing       Outcome = "missing"  // neither is
)

// Sum is a line of the file of sums: what was compared, and what was found. Where the text of
// the source is not at hand, it is trusted as long as the words are the same.
type Sum struct {
	Key     string // of the statement: "talks/warn-washington"
	Words   string // SumOf what was compared
	Text    string // SumOf the text of the source
	Outcome Outcome
	At      int // where the line begins in the file
}

// SumOf is a sum of texts, in which no two of different texts are alike.
func SumOf(texts ...string) string {
	hash := sha256.New()
	var length [8]byte
	for _, text := range texts {
		for i := range length {
			length[i] = byte(len(text) >> (8 * i))
		}
		hash.Write(length[:])
		hash.Write([]byte(text))
	}
	return base64.RawURLEncoding.EncodeToString(hash.Sum(nil)[:16])
}

// ParseSums reads a file of sums, and returns where lines begin that are none. Of one
// statement there may be several, as two branches that are merged leave them.
func ParseSums(text []byte) (sums []Sum, wrong []int) {
	at := 0
	for line := range bytes.Lines(text) {
		fields := strings.Fields(string(line))
		switch {
		case len(fields) == 0:
		case len(fields) == 4 && slices.Contains([]Outcome{Found, FoundOriginal, Missing}, Outcome(fields[3])):
			sums = append(sums, Sum{fields[0], fields[1], fields[2], Outcome(fields[3]), at})
		default:
			wrong = append(wrong, at)
		}
		at += len(line)
	}
	return sums, wrong
}

// FormatSums writes a file of sums, one to a line and in order, each once.
func FormatSums(sums []Sum) []byte {
	lines := make([]string, len(sums))
	for i, s := range sums {
		lines[i] = s.Key + " " + s.Words + " " + s.Text + " " + string(s.Outcome) + "\n"
	}
	slices.Sort(lines)
	return []byte(strings.Join(slices.Compact(lines), ""))
}

package edtf

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// reading is what testdata/oracle.mjs says of a text: milliseconds since 1970 in
// UTC, nil where open.
type reading struct {
	Min, Max               *int64
	Approximate, Uncertain bool
}

// TestOtherReaderAgrees compares what is read here with the npm package edtf:
// what is accepted here is EDTF to others too, and means the same.
func TestOtherReaderAgrees(t *testing.T) {
	texts := oracleTexts()
	readings := askOracle(t, texts)
	accepted := 0
	for i, text := range texts {
		d, err := Parse(text)
		if err != nil {
			continue // the subset is smaller
		}
		if vagueBeforeZero(text) {
			continue
		}
		accepted++
		theirs := readings[i]
		if theirs == nil {
			t.Errorf("%s is read here but not there", text)
			continue
		}
		first, last := d.start.opening(), d.end.closing()
		if !same(first, theirs.Min) || !same(last, theirs.Max) {
			t.Errorf("%s: %v to %v, there %v to %v", text, show(first), show(last), show(theirs.Min), show(theirs.Max))
		}
		if d.Approximate() != theirs.Approximate || d.Uncertain() != theirs.Uncertain {
			t.Errorf("%s: approximate %v, uncertain %v, there %+v", text, d.Approximate(), d.Uncertain(), theirs)
		}
	}
	if accepted < 500 {
		t.Errorf("only %d of %d texts were dates", accepted, len(texts))
	}
}

// oracleTexts are dates of the subset, and the same with one character changed.
func oracleTexts() []string {
	const signs = "0123456789-/.X~?%T:Z+"
	r := rand.New(rand.NewPCG(19, 6))
	var texts []string
	for range 600 {
		text := random(r)
		edited := []byte(text)
		edited[r.IntN(len(edited))] = signs[r.IntN(len(signs))]
		texts = append(texts, text, string(edited))
	}
	return texts
}

// vagueBeforeZero says that text has an X in a negative year. There the other
// reader takes the last day for the first.
func vagueBeforeZero(text string) bool {
	for side := range strings.SplitSeq(text, "/") {
		if strings.HasPrefix(side, "-") && strings.Contains(side, "X") {
			return true
		}
	}
	return false
}

func askOracle(t *testing.T, texts []string) []*reading {
	const install = "npm ci --prefix generator/testdata/npm"
	if _, err := os.Stat("../testdata/npm/node_modules/edtf"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("the npm package edtf is missing: %s", install)
		}
		t.Skipf("the npm package edtf is missing: %s", install)
	}
	input, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", "testdata/oracle.mjs")
	node.Stdin = bytes.NewReader(input)
	node.Stderr = os.Stderr
	output, err := node.Output()
	if err != nil {
		t.Fatal(err)
	}
	var readings []*reading
	if err := json.Unmarshal(output, &readings); err != nil {
		t.Fatal(err)
	}
	if len(readings) != len(texts) {
		t.Fatalf("%d answers to %d texts", len(readings), len(texts))
	}
	return readings
}

// opening and closing are the ends as the other reader counts them: in UTC
// whatever the zone, a time as one instant, a day to its last millisecond.
func (s side) opening() *int64 {
	if s.has(open) {
		return nil
	}
	ms := (int64(s.first)*secondsADay + int64(s.clock)) * 1000
	return &ms
}

func (s side) closing() *int64 {
	if s.has(open) || s.precision == Time {
		return s.opening()
	}
	ms := int64(s.last+1)*secondsADay*1000 - 1
	return &ms
}

func same(a, b *int64) bool { return a == b || a != nil && b != nil && *a == *b }

func show(ms *int64) string {
	if ms == nil {
		return ".."
	}
	return time.UnixMilli(*ms).UTC().Format(time.RFC3339)
}

package edtf

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/errors.txt anew")

// TestMistakesGetWhatToWrite holds every text of testdata/errors.txt to the
// offset, fact and hint that stand below it there.
func TestMistakesGetWhatToWrite(t *testing.T) {
	const name = "testdata/errors.txt"
	golden, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for block := range strings.SplitSeq(strings.TrimSuffix(string(golden), "\n"), "\n\n") {
		quoted, _, _ := strings.Cut(block, "\n")
		var text string
		if _, err := fmt.Sscanf(quoted, "%q", &text); err != nil {
			t.Fatalf("%s: %v", quoted, err)
		}
		_, err := Parse(text)
		e, ok := errors.AsType[*Error](err)
		if !ok {
			t.Fatalf("Parse(%q): %v", text, err)
		}
		fmt.Fprintf(&got, "%s\n%d: %s\nhint: %s\n\n", quoted, e.Offset, e.Text, e.Hint)
	}
	written := strings.TrimSuffix(got.String(), "\n")
	if *update {
		if err := os.WriteFile(name, []byte(written), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if written != string(golden) {
		t.Errorf("errors differ from %s; go test -update writes:\n%s", name, written)
	}
}

func FuzzParse(f *testing.F) {
	for text := range specification {
		f.Add(text, "2025-06-19")
	}
	for _, text := range []string{"", "June 19", "../..", "2025/2024", "2025-06-19 14:30", "-000X", "06/07/2025", "2025-06-18/19", "\xff/\xff", "2025-06-19T14:30:00+14:00"} {
		f.Add(text, "2025-06-19T14:30")
	}
	f.Fuzz(func(t *testing.T, text, other string) {
		a, err := Parse(text)
		if err != nil {
			checkError(t, text, err)
			return
		}
		checkDate(t, text, a)
		b, err := Parse(other)
		if err != nil {
			return
		}
		if Compare(a, b) != -Compare(b, a) || Compare(a, a) != 0 {
			t.Fatalf("%s and %s have no order", a, b)
		}
		if SurelyBefore(a, b) && SurelyBefore(b, a) {
			t.Fatalf("%s and %s contradict each other", a, b)
		}
		if SurelyBefore(a, b) && overlaps(a, b) && a.Precision() < Time && b.Precision() < Time {
			t.Fatalf("%s is surely before %s, yet shares a day with it", a, b)
		}
	})
}

func checkError(t *testing.T, text string, err error) {
	e, ok := errors.AsType[*Error](err)
	if !ok || e.Text == "" || e.Hint == "" || e.Offset < 0 || e.Offset > len(text) {
		t.Fatalf("Parse(%q): %#v", text, err)
	}
	if len(e.Text)+len(e.Hint) > 600 {
		t.Fatalf("Parse(%q): an error of %d bytes", text, len(e.Text)+len(e.Hint))
	}
	// A hint of the form "write X" must itself be accepted.
	if better, ok := strings.CutPrefix(e.Hint, "write "); ok && !strings.Contains(better, " ") {
		if _, err := Parse(better); err != nil {
			t.Fatalf("Parse(%q) says to write %q, which is none: %v", text, better, err)
		}
	}
}

func checkDate(t *testing.T, text string, d Date) {
	if d.String() != text || d.IsZero() || d.Precision() == None || d.Precision() > Time {
		t.Fatalf("Parse(%q) = %#v", text, d)
	}
	first, last := d.Days()
	_, openStart, openEnd := d.Interval()
	if (first == Civil{}) != openStart || (last == Civil{}) != openEnd || openStart && openEnd {
		t.Fatalf("%s: open sides and days disagree: %v, %v", text, first, last)
	}
	if !openStart && !openEnd && d.start.first > d.end.last {
		t.Fatalf("%s: %v comes after %v", text, first, last)
	}
	if listed := d.Listed(); listed.Month == 0 && listed.Day != 0 || listed.Year < -9999 || listed.Year > 9999 {
		t.Fatalf("%s: listed under %v", text, listed)
	}
	if !Within(d, d, d) || !overlaps(d, Date{}) || SurelyBefore(d, d) {
		t.Fatalf("%s is not where it is", text)
	}
}

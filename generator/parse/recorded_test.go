package parse

import (
	"strings"
	"testing"

	"demarche/generator/source"
)

// TestRecordedIsADayAndNoVaguer reads what front matter says of when a digest was recorded.
func TestRecordedIsADayAndNoVaguer(t *testing.T) {
	for written, want := range map[string]string{
		"2031-03-09": "", "{see: 2031-03-09, ^reed: 2031-03-10}": "",
		"2031-03": "recorded must be a day", "2031-03-09~": "recorded must be a day", "2031-03-09/2031-03-10": "recorded must be a day",
		`{"^": 2031-03-09}`: "an entry without the id of a statement", `{"": 2031-03-09}`: "an entry without the id of a statement",
		"2031-03-09T10:00": "recorded must be a day", "{see: 2031}": "recorded must be a day", "yesterday": "",
	} {
		doc := File(source.New("content/digests/a.md", []byte("---\ntitle: A\ndate: 2031-03-09\nrecorded: "+written+"\n---\n")), Options{})
		var got string
		for _, p := range doc.Problems {
			got = p.Text
		}
		if want != "" && got != want || written == "yesterday" && got == "" {
			t.Errorf("recorded: %s: %q", written, got)
		}
		if days := len(doc.Meta.Recorded); (got == "") != (days > 0) {
			t.Errorf("recorded: %s gives %d days", written, days)
		}
	}
}

func TestAWithdrawalMaySayWhen(t *testing.T) {
	for written, want := range map[string]string{
		"It was forged.": "It was forged.",
		"{date: 2031-03-12, reason: It was forged.}":                   "2031-03-12 It was forged.",
		"{ten-days: It was forged.}":                                   "ten-days It was forged.",
		"{ten-days: {date: 2031-03, reason: It was forged.}}":          "ten-days 2031-03 It was forged.",
		"{ten-days: {reason: It was forged.}, ^b: Another.}":           "ten-days It was forged. b Another.",
		"{reason: It was forged.}":                                     "reason It was forged.", // a statement may be called so
		"{date: It was forged.}":                                       "date It was forged.",
		"{ten-days: {date: 2031-03-12}}":                               "missing-reason",
		"{ten-days: {date: soon, reason: It was forged.}}":             "bad-date",
		"{ten-days: {date: 2031-03-12, reasn: It was forged.}}":        "missing-reason unknown-key",
		"[It was forged.]":                                             "missing-reason",
		"{date: 2031-03-12, reason: It was forged., ten-days: It was}": "unknown-key",
	} {
		doc := File(source.New("content/digests/a.md", []byte("---\ntitle: A\ndate: 2031-03-09\nwithdrawn: "+written+"\n---\n")), Options{})
		var said []string
		for _, p := range doc.Problems {
			said = append(said, p.Code)
		}
		for _, w := range doc.Meta.Withdrawn {
			if len(doc.Problems) == 0 {
				said = append(said, strings.Fields(w.ID+" "+w.Date.String()+" "+w.Reason)...)
			}
		}
		if got := strings.Join(said, " "); got != want {
			t.Errorf("withdrawn: %s: %q, want %q", written, got, want)
		}
	}
}

func TestAWithdrawalOfNoStatementIsNotThatOfItsDigest(t *testing.T) {
	for _, written := range []string{`{"^": It was another.}`, `{"": It was another.}`} {
		doc := File(source.New("content/digests/a.md", []byte("---\ntitle: A\ndate: 2031-03-09\nwithdrawn: "+written+"\n---\n")), Options{})
		if len(doc.Problems) != 1 || doc.Problems[0].Code != "missing-id" || len(doc.Meta.Withdrawn) > 0 {
			t.Errorf("withdrawn: %s: %+v, problems %+v", written, doc.Meta.Withdrawn, doc.Problems)
		}
	}
}

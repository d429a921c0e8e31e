package parse

import (
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

func TestAWithdrawalOfNoStatementIsNotThatOfItsDigest(t *testing.T) {
	for _, written := range []string{`{"^": It was another.}`, `{"": It was another.}`} {
		doc := File(source.New("content/digests/a.md", []byte("---\ntitle: A\ndate: 2031-03-09\nwithdrawn: "+written+"\n---\n")), Options{})
		if len(doc.Problems) != 1 || doc.Problems[0].Code != "missing-id" || len(doc.Meta.Withdrawn) > 0 {
			t.Errorf("withdrawn: %s: %+v, problems %+v", written, doc.Meta.Withdrawn, doc.Problems)
		}
	}
}

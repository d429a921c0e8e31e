package page

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestATextIsJSONAsTheLibraryWritesIt(t *testing.T) {
	texts := []string{"", "“No,” he said.", `</script> & "\`, "\xff", "a\xe2\x80", "\u2028\u2029\u202a", "\ufffd", "𝄞"}
	for c := range 0x100 {
		texts = append(texts, "a"+string([]byte{byte(c)})+"b", string(rune(c)))
	}
	for _, text := range texts {
		want, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := appendJSON(nil, text); string(got) != string(want) {
			t.Errorf("%q is written as %s, want %s", text, got, want)
		}
		if got := appendJSON(nil, []byte(text)); string(got) != string(want) {
			t.Errorf("bytes %q are written as %s, want %s", text, got, want)
		}
	}
}

func TestARecordOfTheSearchHasEveryFieldOnce(t *testing.T) {
	f := found{"/u/", "Title", "Who", "To", "warn", "conflictual", "verbatim", "1 May", "en", "ltr"}
	got := string(f.append(nil, [][]byte{[]byte("No."), []byte("Nein.")}))
	want := `{"url":"/u/","title":"Title","who":"Who","to":"To","act":"warn","side":"conflictual","form":"verbatim",` +
		`"date":"1 May","lang":"en","dir":"ltr","text":["No.","Nein."]}`
	if got != want {
		t.Errorf("%s, want %s", got, want)
	}
	f = found{url: "/u/"}
	if got := string(f.append(nil, nil)); strings.Contains(got, "who") || !json.Valid([]byte(got)) {
		t.Errorf("the record of a digest is %s", got)
	}
}

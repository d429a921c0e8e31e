package page

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestARecordOfTheSearchHasEveryFieldOnce(t *testing.T) {
	f := found{"/u/", "Title", "Who", "To", "warn", "conflictual", "verbatim", "hearsay", "«", "»", "1 May", "en", "ltr", "fa", "rtl"}
	got := string(f.append(nil, [][]byte{[]byte("No."), []byte("Nein.")}))
	want := `{"url":"/u/","title":"Title","who":"Who","to":"To","act":"warn","side":"conflictual","form":"verbatim","mark":"hearsay","open":"«","close":"»",` +
		`"date":"1 May","lang":"en","dir":"ltr","original":"fa","originalDir":"rtl","text":["No.","Nein."]}`
	if got != want {
		t.Errorf("%s, want %s", got, want)
	}
	f = found{url: "/u/"}
	if got := string(f.append(nil, nil)); strings.Contains(got, "who") || strings.Contains(got, "original") || !json.Valid([]byte(got)) {
		t.Errorf("the record of a digest is %s", got)
	}
}

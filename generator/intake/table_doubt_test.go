package intake_test

import (
	"strings"
	"testing"

	"demarche/generator/intake"
)

// A table without statements whose headings are not understood may have them, and its rows would be published as empty digests.
func TestATableWhoseStatementsAreNotFoundIsInDoubt(t *testing.T) {
	const none = "no column is understood as words or as who said them"
	for table, want := range map[string]string{
		"date,title,Wer,Was\n2031-03-09,Talks,Ann,We go.\n":                                         none + ", and these are not understood: “Wer”, “Was”",
		"date,title,speaker,Was\n2031-03-09,Talks,Ann,We go.\n":                                     "no column is understood as words that somebody said, and these are not understood: “Was”",
		"date,title,quote,Wer\n2031-03-09,Talks,We go.,Ann\n":                                       "no column is understood as who said the words, and these are not understood: “Wer”",
		"date,title,quote,speaker,Was\n2031-03-09,Talks,,Ann,We go.\n":                              "no row has words with a speaker, and these are not understood: “Was”",
		"date,title,a,b,c,d,e,f,g,h,i,j,k\n2031,Talks,1,1,1,1,1,1,1,1,1,1,1":                        none + ", and these are not understood: “a”, “b”, “c”, “d”, “e”, “f”, “g”, “h”, “i”, “j” and 1 more",
		"date,title,text,place,source,Notes,Id\n2031,Talks,They met.,Zenda,The Gazette,ask Ada,7\n": "", // of events
		"date,title,mood\n2031,Talks,\n":                                                            "",
		"date,title,quote,speaker,mood\n2031,Talks,We go.,Ann,calm\n":                               "",
		"date,title,who said it,what they said\n2031,Talks,Ann,We go.\n":                            "",
		"date,title,text,Media Thumbnail,Background\n2031,Talks,a,b,#fff\n":                         "",
	} {
		draft, err := intake.CSV([]byte(table))
		want = strings.TrimSuffix("no row became a statement: "+want, "no row became a statement: ")
		if err != nil || draft.Doubt.Text != want || (draft.Doubt.Hint == "") != (want == "") {
			t.Errorf("%s%+v, %v", table, draft.Doubt, err)
		}
	}
}

// A speaker without words makes no page that readers see, unless the digest says something else.
func TestADigestOfASpeakerWithoutWordsIsADraft(t *testing.T) {
	draft, err := intake.CSV([]byte("date,title,text,speaker,quote\n2031-03-09,Talks,,Ann,\n2031-03-10,Truce,They met.,Ann,\n2031-03-11,War,,Ann,\n2031-03-11,War,,Ann,We go.\n2031-03-12,Peace,,,\n"))
	if err != nil || len(draft.Files) != 4 {
		t.Fatal(draft, err)
	}
	for i, want := range []bool{true, false, false, false} {
		if got := strings.Contains(string(draft.Files[i].Text), "\ndraft: true\n"); got != want {
			t.Errorf("%s", draft.Files[i].Text)
		}
	}
}

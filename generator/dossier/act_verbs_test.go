package dossier

import "testing"

func TestWordsThatAreNoActsAreMetByTheActThatIsMeant(t *testing.T) {
	for word, want := range map[string]string{
		"promise":    "take #offer if the speaker promises its own future cooperation", // and not praise
		"Promised":   "take #offer if the speaker promises its own future cooperation",
		"vowing":     "take #offer if the speaker promises its own future cooperation; #threaten if the speaker announces harm that it would do itself, as in an ultimatum",
		"urges":      "take #appeal if the speaker urges others to do something",
		"calls for":  "take #appeal if the speaker urges others to do something",
		"call-on":    "take #appeal if the speaker urges others to do something",
		"criticised": "take #condemn if the speaker judges conduct negatively",
		"welcome":    "take #praise if the speaker endorses or backs another",
		"refuse":     "take #reject if the speaker refuses a proposal or a request",
		"threats":    "take #threaten if the speaker announces harm that it would do itself, as in an ultimatum",
		"regretted":  "take #apologise if the speaker expresses regret for its own conduct", // and not reject
		"defend":     "take #justify if the speaker defends its own conduct",                // and not demand
		"denies":     "did you mean #deny?",
		"warning":    "did you mean #warn?",
		"acuse":      "did you mean #accuse?",
		"Praize":     "did you mean #praise?",
		"thraeten":   "did you mean #threaten?",
		"aknowlege":  "did you mean #acknowledge?",
		"depend":     "",
		"expect":     "",
		"dance":      "",
		"war":        "",
		"":           "",
	} {
		if got := ActMeant(word, "#"); got != want {
			t.Errorf("%s: %q, not %q", word, got, want)
		}
	}
	for word, acts := range actsOfVerbs {
		for _, act := range acts {
			if act == nil || ActByName(word) != nil || len(acts) > 3 {
				t.Errorf("%s: %v", word, acts)
			}
		}
	}
}

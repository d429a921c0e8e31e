package dossier

import (
	"strings"
	"unicode/utf8"

	"demarche/generator/near"
)

// verbs are words of saying that are no acts, each line behind the acts whose tests they may meet.
const verbs = `
offer: promise pledge commit commitment
offer threaten: vow
offer appeal: propose proposal invite invitation
appeal: call urge ask request plead plea beg encourage recommend recommendation implore beseech
demand: insist require order
state: raise say tell note add comment remark report describe mention emphasise emphasize stress claim
state justify: explain explanation
state offer threaten: announce announcement declare declaration
state warn: predict prediction
condemn: criticise criticize criticism denounce deplore slam blast rebuke condemnation
accuse: allege allegation accusation
accuse condemn: blame complain complaint
praise: welcome thank thanks support endorse commend congratulate hail applaud approve
reject: refuse refusal rebuff rejection
reject deny: dismiss
reject protest: object objection
deny: denial refute dispute
threaten: threat ultimatum
warn: caution alert
justify: defend excuse
acknowledge: admit admission confess
acknowledge state: confirm
concede: yield relent compromise concession
concede conclude: agree accept agreement
conclude: sign recognise recognize
apologise: apologize apology regret
meet: talk discuss negotiate consult`

var actsOfVerbs = func() map[string][]*Act {
	all := map[string][]*Act{}
	for line := range strings.Lines(strings.TrimSpace(verbs)) {
		names, words, _ := strings.Cut(line, ":")
		for word := range strings.FieldsSeq(words) {
			for name := range strings.FieldsSeq(names) {
				all[word] = append(all[word], ActByName(name))
			}
		}
	}
	return all
}()

// ActMeant says what to write for a word that is no act: “did you mean warn?” of one that is written otherwise, and of another verb of
// saying which act's test it may meet. mark stands before an act. It is "" where no act is surely meant.
func ActMeant(word, mark string) string {
	word, _, _ = strings.Cut(strings.ToLower(word), " ")
	word, _, _ = strings.Cut(word, "-")
	for _, stem := range stems(word) {
		if ActByName(stem) != nil {
			return "did you mean " + mark + stem + "?"
		}
		if acts := actsOfVerbs[stem]; acts != nil {
			var all []string
			for _, act := range acts {
				all = append(all, mark+act.Name+" if the speaker "+act.Test)
			}
			return "take " + strings.Join(all, "; ")
		}
	}
	for i := range Acts {
		if name := Acts[i].Name; misspells(word, name) {
			return "did you mean " + mark + name + "?"
		}
	}
	return ""
}

// misspells says whether a word is an act with a slip, or with two in a long word: “regret” is not “reject”.
func misspells(word, act string) bool {
	limit := 1
	if utf8.RuneCountInString(word) >= 8 {
		limit = 2
	}
	return utf8.RuneCountInString(word) >= 4 && near.Slips(word, act, limit) <= limit
}

// stems are a verb and what it may be a form of: “promised”, “promise”.
func stems(word string) []string {
	all := []string{word}
	for _, ending := range []struct{ cut, put string }{{"ies", "y"}, {"ied", "y"}, {"s", ""}, {"es", ""}, {"d", ""}, {"ed", ""}, {"ing", ""}, {"ing", "e"}} {
		stem, ok := strings.CutSuffix(word, ending.cut)
		if !ok || len(stem) < 3 {
			continue
		}
		all = append(all, stem+ending.put)
		if n := len(stem); stem[n-1] == stem[n-2] {
			all = append(all, stem[:n-1]) // “regretted”
		}
	}
	return all
}

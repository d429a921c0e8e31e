package intake_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"demarche/generator/intake"
)

// A mistake in a site's own rules is told with its place and what was meant, and is not taken for one of the article.
func TestMistakesInRulesAreToldWithTheirPlace(t *testing.T) {
	own, err := os.ReadFile("article.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for rules, want := range map[string]string{
		"en:\n  verb: {warn: [averti]}\n":                    "2:3 “verb” is no rule | did you mean verbs?",
		"en:\n  Verbs: {warn: [averti]}\n":                   "2:3 “Verbs” is no rule | did you mean verbs?",
		"en:\n  least: 3\n  marsh: [a]\n":                    "3:3 “marsh” is no rule | the rules are least, verbs, cues,",
		"en:\n  verbs: {warning: [averti]}\n":                "2:11 “warning” is no act | did you mean warn?",
		"fr:\n  cues:\n    dance: [a]\n":                     "3:5 “dance” is no act | choose one of the acts",
		"en:\n  opening: {denny: [a]}\n":                     "2:13 “denny” is no act | did you mean deny?",
		"en:\n  verbs: [averti]\n":                           "2:10 “verbs” has another form | write lists of words by their keys",
		"en:\n  byline: By\n":                                "2:11 “byline” has another form | write a list of words",
		"en:\n  least: three\n":                              "2:10 “least” has another form | write a number",
		"en:\n  boilerplate: [Advertisement, \"(Read\"]\n":   "2:32 error parsing regexp: missing closing ): `^(?:(Read)$` | write a \\ before",
		"en:\n  caption: \"[a\"\n":                           "2:12 error parsing regexp: missing closing ]: `[a` | write a \\ before",
		"en: {verbs: {warn: &v [\"(\"]}, boilerplate: *v}\n": "missing closing )",
		"verbs: [said]\n":                                    "1:8 these are no rules | write each rule below its language",
		"- said\n":                                           "1:1 these rules are of no language | write rules below their language",
		"en:\n  verbs: {warn: [averti\n":                     "this is no YAML",
		"en: {verbs: &v , cues: *v, titles: *v}\n":           "",
		"# none\n":                  "",
		"":                          "",
		"en:\nfr:\n  verbs:\n":      "",
		"en: {verbs: , least: 2}\n": "",
		string(own):                 "",
	} {
		_, err := intake.Article([]byte("Talks at the marsh\n\n“We go,” Rufus Firefly said.\n"), intake.ArticleOptions{Date: "2031-03-09", Language: "en", Rules: []byte(rules)})
		got := ""
		if wrong, ok := errors.AsType[*intake.RulesError](err); ok {
			got = fmt.Sprintf("%d:%d %s | %s", wrong.Line, wrong.Column, wrong.Text, wrong.Hint)
		} else if err != nil {
			t.Errorf("%s: %v", rules, err)
		}
		if !strings.Contains(got, want) || (got == "") != (want == "") {
			t.Errorf("%.60s\n%s, not %s", rules, got, want)
		}
	}
}

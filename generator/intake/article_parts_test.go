package intake_test

import (
	"strings"
	"testing"

	"demarche/generator/intake"
)

// What a sentence says stands where it belongs in the draft, and nothing that the article does not leave out is marked as left out.
func TestWhatStandsAroundAQuotationIsNotLost(t *testing.T) {
	for sentence, want := range map[string]string{
		"According to two councillors, the engineer Ilse Varn had warned the council that the walls were “not fit”.":                  "> The walls were “not fit”.\n>\n> — [[Ilse Varn]], according to two councillors #warn\n",
		"“We have waited,” Ada Brisk said, “and we will wait.”":                                                                       "> “We have waited,” Ada Brisk said, “and we will wait.”\n>\n> — [[Ada Brisk]] #state\n",
		"“We have waited for weeks,” Ada Brisk said. “The judge will decide.”":                                                        "quoted in parts, with what stands between them in the article; act guessed from “said” -->\n\n> “We have waited for weeks,” Ada Brisk said. “The judge will decide.”\n>\n> — [[Ada Brisk]] #state\n",
		"‘We have waited for weeks,’ Ada Brisk said. ‘The judge will decide.’":                                                        "> “We have waited for weeks,” Ada Brisk said. “The judge will decide.”\n",
		"The Marrow council voted 11 to 2 to hire a lawyer.":                                                                          "<!-- review: these may be events, which stand in front matter\n- The Marrow council voted 11 to 2 to hire a lawyer.\n-->\n",
		"“L'acqua è di tutti” (the water belongs to everyone), Piero Conta, the reeve of Val Serena, wrote to both towns last month.": "left out: (the water belongs to everyone), “both towns last month”; act guessed",
	} {
		draft, err := intake.Article([]byte("Engineer doubts dam\n\n9 March 2031\n\n"+sentence+"\n\nIt rained at the ford all day, and nobody came.\n"), intake.ArticleOptions{Language: "en", SiteLanguage: "en"})
		if err != nil {
			t.Fatal(err)
		}
		var digest string
		for _, f := range draft.Files {
			if strings.HasPrefix(f.Path, "content/digests/") {
				digest = string(f.Text)
			}
		}
		if !strings.Contains(digest, want) || strings.Contains(digest, `\[…\]`) {
			t.Errorf("%s\nbecame\n%s", sentence, digest)
		}
	}
}

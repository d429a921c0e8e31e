package intake_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/intake"
)

// TestWhomWordsAreAboutIsReadWhereTheSentenceSaysSo reads single sentences: who said it, to whom, about
// whom, as what. A wrong guess is worse than none, so that most of these say where none is made.
func TestWhomWordsAreAboutIsReadWhereTheSentenceSaysSo(t *testing.T) {
	for sentence, want := range map[string]string{
		"Rufus Firefly condemned Sylvania's shelling of the ford.":                                     "Rufus Firefly  about Sylvania condemn",
		"Rufus Firefly condemned the shelling of the ford by Sylvania.":                                "Rufus Firefly  about Sylvania condemn",
		"Rufus Firefly condemned the attack on Sylvania.":                                              "Rufus Firefly condemn",
		"Rufus Firefly condemned the attack in the strongest words, and left for Sylvania.":            "Rufus Firefly condemn",
		"Rufus Firefly rejected the talks with Sylvania.":                                              "Rufus Firefly reject",
		"Rufus Firefly rejected Sylvania's plan for the ford.":                                         "Rufus Firefly  about Sylvania reject",
		"Rufus Firefly accused Sylvania and Ruritania of a plot.":                                      "Rufus Firefly  about Sylvania and Ruritania accuse",
		"Rufus Firefly hit out at Sylvania, saying the ford was \"not a toy for her\".":                "Rufus Firefly  about Sylvania condemn",
		"Rufus Firefly expressed strong condemnation of Sylvania's guns.":                              "Rufus Firefly  about Sylvania condemn",
		"Rufus Firefly expressed concern over the guns of Sylvania.":                                   "Rufus Firefly state",
		"\"He is a man of his word,\" Rufus Firefly said of Lucio Trentino.":                           "Rufus Firefly  about Lucio Trentino state",
		"\"He is a man of his word,\" Rufus Firefly said about the Sylvanian.":                         "Rufus Firefly state",
		"Rufus Firefly said that Sylvania had moved its guns.":                                         "Rufus Firefly  about Sylvania state",
		"Rufus Firefly said that Freedonia had moved its guns.":                                        "Rufus Firefly state",
		"Rufus Firefly said that Sylvania's guns and those of Ruritania were old.":                     "Rufus Firefly state",
		"Rufus Firefly said that about forty Sylvanian boats had come.":                                "Rufus Firefly state",
		"Vera Marcal said that Sylvania had moved its guns.":                                           "Vera Marcal state",
		"Rufus Firefly described Sylvania as \"a house without a door\".":                              "Rufus Firefly  about Sylvania state",
		"Rufus Firefly told Sylvania that the guns must go.":                                           "Rufus Firefly to Sylvania state",
		"Slamming Sylvania over the ford, Rufus Firefly said it was \"playing with old fire\".":        "Rufus Firefly  about Sylvania condemn",
		"\"We thank Ruritania for the room,\" Rufus Firefly said.":                                     "Rufus Firefly  about Ruritania praise",
		"Rufus Firefly and Lucio Trentino condemned Ruritania's plan.":                                 "Rufus Firefly and Lucio Trentino  about Ruritania condemn",
		"At talks in Zenda, President Rufus Firefly and King Rudolf Elphberg condemned the plan.":      "Rufus Firefly and Rudolf Elphberg condemn",
		"Rufus Firefly, Lucio Trentino and Rudolf Elphberg said that the ford was closed.":             "Rufus Firefly, Lucio Trentino and Rudolf Elphberg state",
		"After talks with Lucio Trentino and Rudolf Elphberg, Rufus Firefly said that it was over.":    "Rufus Firefly state",
		"Rufus Firefly, flanked by Lucio Trentino and Rudolf Elphberg, said that it was over.":         "Rufus Firefly state",
		"Rufus Firefly praised Lucio Trentino and Rudolf Elphberg said nothing of it to her.":          "Rufus Firefly  about Lucio Trentino and Rudolf Elphberg praise",
		"After Rufus Firefly met Rudolf Elphberg, both leaders said that the ford was closed.":         "Rufus Firefly and Rudolf Elphberg state",
		"After Rufus Firefly met Rudolf Elphberg and Lucio Trentino, both leaders said no word of it.": "",
		"Lucio Trentino (Ruritania) said that the ford was closed.":                                    "Lucio Trentino state",
	} {
		text := "Talks at the ford\n\n9 March 2031\n\n" + sentence + "\n"
		draft, err := intake.Article([]byte(text), intake.ArticleOptions{Language: "en", Actors: archived(t, nil).Actors})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		var all strings.Builder
		for _, f := range draft.Files {
			all.Write(f.Text)
		}
		for line := range strings.Lines(all.String()) {
			if said, ok := strings.CutPrefix(line, "> — "); ok {
				said, act, _ := strings.Cut(strings.TrimSpace(said), " #")
				said, _, _ = strings.Cut(said, ", via")
				said = strings.NewReplacer("[[", "", "]]", "", " about ", "  about ").Replace(said)
				got = append(got, fmt.Sprintf("%s %s", said, act))
			}
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s\n  is %q\nwant %q", sentence, strings.Join(got, "; "), want)
		}
	}
}

// TestAnAnswerIsToWhatTheyNamedLastSaid holds replies to sentences that say whom they answer.
func TestAnAnswerIsToWhatTheyNamedLastSaid(t *testing.T) {
	const before = "\"The ford is ours,\" said Rufus Firefly.\n\n\"The ford is closed,\" said Rufus Firefly.\n\n"
	for sentence, want := range map[string]bool{
		"Responding to Firefly, Lucio Trentino said: \"It is open.\"":                              true,
		"\"It is open,\" said Lucio Trentino in response to President Firefly.":                    true,
		"Lucio Trentino hit back at Firefly: \"It is open.\"":                                      true,
		"Asked about Mr. Firefly's remark, Lucio Trentino laughed. \"It is open,\" Trentino said.": true,
		"Asked about Firefly, Lucio Trentino said: \"It is open.\"":                                false,
		"Asked about Elphberg's remark, Lucio Trentino said: \"It is open.\"":                      false,
		"Responding to a question, Lucio Trentino said of Firefly: \"It is open.\"":                false,
		"Lucio Trentino said later: \"It is open.\"":                                               false,
		"Responding to Lucio Trentino, Rufus Firefly said: \"It is open.\"":                        false,
	} {
		draft, err := intake.Article([]byte("Talks at the ford\n\n9 March 2031\n\n"+before+sentence+"\n"), intake.ArticleOptions{Language: "en", Actors: archived(t, nil).Actors})
		if err != nil {
			t.Fatal(err)
		}
		made := string(draft.Files[0].Text)
		if got := strings.Contains(made, ", in reply to [[#^firefly-1]]"); got != want || got && !strings.Contains(made, "> “The ford is closed.”\n>\n> — [[Rufus Firefly]] #state ^firefly-1") {
			t.Errorf("%s: a reply: %v\n%s", sentence, got, made)
		}
		for _, s := range archived(t, filesOf(draft)).Statements {
			if len(s.ReplyTo) > 0 != (want && strings.Contains(s.Text, "open")) {
				t.Errorf("%s: “%s” answers %d statements", sentence, s.Text, len(s.ReplyTo))
			}
		}
	}
}

// TestAnInterviewIsReadByWhoStandsInFront holds transcripts to the words behind a name, without what was asked.
func TestAnInterviewIsReadByWhoStandsInFront(t *testing.T) {
	const interview = "Strelsau News: Is the ford open?\n\nRufus Firefly: It is closed to everyone.\n\nStrelsau News: Sylvania says that it is open.\n\nFirefly: We warn Sylvania not to try.\n\nNote: The talk was short.\n"
	for text, want := range map[string]string{
		interview: "It is closed to everyone. — Rufus Firefly #state; We warn Sylvania not to try. — Rufus Firefly #warn",
		"Rufus Firefly: It is closed to everyone.\n\nNote: The talk was short.\n": "", // one label does not make an interview
	} {
		draft, err := intake.Article([]byte("The ford\n\n9 March 2031\n\n"+text), intake.ArticleOptions{Language: "en", Actors: archived(t, nil).Actors})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range archived(t, filesOf(draft)).Statements {
			got = append(got, s.Text+" — "+names(s.Speakers)+" #"+s.Act.Name)
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestAPronounIsNotWhomAnActorOfNoKindSpokeAfter holds pronouns to the last who spoke, also where the archive does not know what they are.
func TestAPronounIsNotWhomAnActorOfNoKindSpokeAfter(t *testing.T) {
	const before = "Bridge talks\n\n9 March 2031\n\nMarta Quist said: \"It is a theft.\"\n\n"
	actors := append(slices.Clone(archived(t, nil).Actors), &dossier.Actor{Name: "Olen", Slug: "olen"})
	for sentence, want := range map[string]string{
		"Olen said that nobody had been robbed. \"Rivers do not read treaties,\" he added.":         "[[Olen]]",
		"Olen told Marta Quist that it was late. \"Rivers do not read treaties,\" he added.":        "",
		"Lucio Trentino said that it was late. \"Rivers do not read treaties,\" he added.":          "[[Lucio Trentino]]",
		"Nobody had been robbed. \"Rivers do not read treaties,\" she added, as the sun went down.": "[[Marta Quist]]",
	} {
		draft, err := intake.Article([]byte(before+sentence+"\n"), intake.ArticleOptions{Language: "en", Actors: actors})
		if err != nil {
			t.Fatal(err)
		}
		digest := draft.Files[slices.IndexFunc(draft.Files, func(f intake.File) bool { return strings.Contains(f.Path, "/digests/") })].Text
		_, after, _ := strings.Cut(string(digest), "> “Rivers do not read treaties.”\n>\n> — ")
		who, _, _ := strings.Cut(after, " #")
		if who != want {
			t.Errorf("%s\nis of %q, want %q\n%s", sentence, who, want, digest)
		}
	}
}

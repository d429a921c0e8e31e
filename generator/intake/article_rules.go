package intake

import (
	"cmp"
	_ "embed"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

//go:embed article.yaml
var articleRules []byte

// articleWords are the rules for a language; article.yaml says what each is for.
type articleWords struct {
	Least                                                                          int
	Verbs, Cues, Roles, Opening                                                    map[string][]string
	Objects, Pronouns, Honorifics                                                  map[string]string
	Addressing, Letters, Performing, Firstperson, Audience, Plural, Titles         []string
	Bodies, Particles, Notnames, Prepositions, Helpers, Passive, According, That   []string
	Abbreviations, Weekdays, Months, Today, Yesterday, Credit, Byline, Boilerplate []string
	Outlets, Ranks, Turning, Naming, Publishedby, Both, Judging, Judgements        []string
	Regarding, Answering, Askedabout, Remarks, Deeds                               []string
	Caption                                                                        string

	verbs       phrases // to acts
	addressing  phrases
	turning     phrases
	pairs       phrases
	answering   phrases
	deeds       phrases
	askedabout  phrases
	opening     phrases // to acts
	audience    phrases
	according   phrases
	performing  phrases
	judging     phrases
	today       phrases
	yesterday   phrases
	roles       phrases // to "m", "f" or ""
	boilerplate []*regexp.Regexp
	caption     *regexp.Regexp
}

// phrases are words in a row, lower case, by the first of them; the longest first.
type phrases map[string][]phrase

type phrase struct {
	words []string
	means string
}

func (p phrases) add(text, means string) {
	words := strings.Fields(strings.ToLower(text))
	if len(words) == 0 {
		return
	}
	list := append(p[words[0]], phrase{words, means})
	slices.SortStableFunc(list, func(x, y phrase) int { return len(y.words) - len(x.words) })
	p[words[0]] = list
}

func phrasesOf(list []string) phrases {
	p := phrases{}
	for _, text := range list {
		p.add(text, "")
	}
	return p
}

// at is how many tokens a phrase takes there, 0 where none stands.
func (p phrases) at(tokens []token, i int) (n int, means string) {
	if i >= len(tokens) {
		return 0, ""
	}
	for _, ph := range p[tokens[i].low] {
		if ph.stands(tokens[i:]) {
			return len(ph.words), ph.means
		}
	}
	return 0, ""
}

func (ph phrase) stands(tokens []token) bool {
	if len(tokens) < len(ph.words) {
		return false
	}
	for i, word := range ph.words {
		if tokens[i].low != word {
			return false
		}
	}
	return true
}

// wordsFor are the rules of a language, with what a site adds to them.
func wordsFor(language string, added []byte) (*articleWords, error) {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	var own, more map[string]*articleWords
	if err := yaml.Unmarshal(articleRules, &own); err != nil {
		return nil, err
	}
	if err := checkRules(added); err != nil {
		return nil, err
	}
	if err := yaml.Unmarshal(added, &more); err != nil {
		return nil, &RulesError{1, 1, err.Error(), "write it in the form of Demarche’s own article.yaml"}
	}
	w := own[primary]
	if w == nil {
		w = &articleWords{}
	}
	if m := more[primary]; m != nil {
		w.extend(m)
	} else if own[primary] == nil {
		return nil, fmt.Errorf("there are no rules for articles in %q; a site may have its own, in content/_templates/article.yaml", language)
	}
	w.prepare()
	return w, nil
}

// extend adds the rules of a site; a verb or a cue that it has is no other's.
func (w *articleWords) extend(m *articleWords) {
	for _, pair := range []struct{ to, from *[]string }{
		{&w.Addressing, &m.Addressing}, {&w.Letters, &m.Letters}, {&w.Performing, &m.Performing}, {&w.Firstperson, &m.Firstperson},
		{&w.Audience, &m.Audience}, {&w.Plural, &m.Plural}, {&w.Titles, &m.Titles}, {&w.Bodies, &m.Bodies}, {&w.Particles, &m.Particles},
		{&w.Notnames, &m.Notnames}, {&w.Prepositions, &m.Prepositions}, {&w.Helpers, &m.Helpers}, {&w.Passive, &m.Passive},
		{&w.According, &m.According}, {&w.That, &m.That}, {&w.Abbreviations, &m.Abbreviations}, {&w.Today, &m.Today},
		{&w.Yesterday, &m.Yesterday}, {&w.Credit, &m.Credit}, {&w.Byline, &m.Byline}, {&w.Boilerplate, &m.Boilerplate},
		{&w.Outlets, &m.Outlets}, {&w.Ranks, &m.Ranks}, {&w.Turning, &m.Turning}, {&w.Naming, &m.Naming}, {&w.Publishedby, &m.Publishedby}, {&w.Both, &m.Both}, {&w.Judging, &m.Judging}, {&w.Judgements, &m.Judgements},
		{&w.Regarding, &m.Regarding}, {&w.Answering, &m.Answering}, {&w.Askedabout, &m.Askedabout}, {&w.Remarks, &m.Remarks}, {&w.Deeds, &m.Deeds}, {&w.Weekdays, &m.Weekdays}, {&w.Months, &m.Months},
	} {
		*pair.to = append(*pair.to, *pair.from...)
	}
	for _, pair := range []struct{ to, from *map[string][]string }{{&w.Verbs, &m.Verbs}, {&w.Cues, &m.Cues}, {&w.Roles, &m.Roles}, {&w.Opening, &m.Opening}} {
		*pair.to = merged(*pair.to, *pair.from)
	}
	for _, pair := range []struct{ to, from *map[string]string }{{&w.Pronouns, &m.Pronouns}, {&w.Objects, &m.Objects}, {&w.Honorifics, &m.Honorifics}} {
		if *pair.to == nil {
			*pair.to = map[string]string{}
		}
		maps.Copy(*pair.to, *pair.from)
	}
	w.Least, w.Caption = cmp.Or(m.Least, w.Least), cmp.Or(m.Caption, w.Caption)
}

// merged are the lists of both, where what one of the second has is in none of the first.
func merged(first, second map[string][]string) map[string][]string {
	all := map[string][]string{}
	taken := map[string]bool{}
	for key, list := range second {
		all[key] = slices.Clone(list)
		for _, text := range list {
			taken[text] = true
		}
	}
	for key, list := range first {
		for _, text := range list {
			if !taken[text] {
				all[key] = append(all[key], text)
			}
		}
	}
	return all
}

// prepare makes of the lists what is looked up. They are in order, as checkRules has it.
func (w *articleWords) prepare() {
	w.verbs, w.roles = phrases{}, phrases{}
	for _, act := range slices.Sorted(maps.Keys(w.Verbs)) {
		for _, verb := range w.Verbs[act] {
			w.verbs.add(verb, act)
		}
	}
	for _, sex := range slices.Sorted(maps.Keys(w.Roles)) {
		for _, role := range w.Roles[sex] {
			w.roles.add(role, sex)
		}
	}
	w.opening = phrases{}
	for _, act := range slices.Sorted(maps.Keys(w.Opening)) {
		for _, verb := range w.Opening[act] {
			w.opening.add(verb, act)
		}
	}
	w.turning, w.pairs, w.answering, w.askedabout, w.deeds = phrasesOf(w.Turning), phrasesOf(w.Both), phrasesOf(w.Answering), phrasesOf(w.Askedabout), phrasesOf(w.Deeds)
	w.addressing, w.audience, w.according = phrasesOf(w.Addressing), phrasesOf(w.Audience), phrasesOf(w.According)
	w.performing, w.judging, w.today, w.yesterday = phrasesOf(w.Performing), phrasesOf(w.Judging), phrasesOf(w.Today), phrasesOf(w.Yesterday)
	for _, line := range w.Boilerplate {
		w.boilerplate = append(w.boilerplate, regexp.MustCompile("^(?:"+line+")$"))
	}
	if w.Caption != "" {
		w.caption = regexp.MustCompile(w.Caption)
	}
}

// isParticiple says whether a word ends as "speaking" does; a king is none.
func (w *articleWords) isParticiple(t token) bool {
	return strings.HasSuffix(t.low, "ing") && !isOne(w.Titles, t.low)
}

// speaksOf says whether a word is of an audience: "reporters", and no name.
func (w *articleWords) speaksOf(text string) bool { return isOne(w.Audience, text) }

func isOne(list []string, word string) bool { return slices.Contains(list, word) }

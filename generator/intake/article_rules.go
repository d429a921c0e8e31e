package intake

import (
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

// articleWords are the rules for a language; article.yaml says what each is for. Rules that are read into others add to them.
type articleWords struct {
	Least                                                                       int
	Verbs                                                                       meanings // acts
	Cues                                                                        cues
	Opening                                                                     meanings // acts
	Roles                                                                       meanings // "m", "f" or ""
	Objects, Pronouns, Honorifics                                               map[string]string
	Addressing, Turning, Performing, Audience, According, Answering, Askedabout phrases
	Judging, Both, Deeds, Today, Yesterday                                      phrases
	Letters, Firstperson, Titles, Bodies, Particles, Notnames, Prepositions     wordList
	Helpers, Passive, That, Abbreviations, Weekdays, Months, Credit, Byline     wordList
	Outlets, Ranks, Naming, Publishedby, Judgements, Regarding, Remarks         wordList
	Boilerplate                                                                 wordList
	Caption                                                                     string

	boilerplate []*regexp.Regexp
	caption     *regexp.Regexp
}

// wordList are words, or what is written like them.
type wordList []string

// UnmarshalYAML adds those of a list.
func (w *wordList) UnmarshalYAML(n *yaml.Node) error {
	var list []string
	err := n.Decode(&list)
	*w = append(*w, list...)
	return err
}

// cues are words by the act that they make.
type cues map[string][]string

// UnmarshalYAML adds those of lists by their acts. One that is there already has its act from now on.
func (c *cues) UnmarshalYAML(n *yaml.Node) error {
	var lists map[string][]string
	if err := n.Decode(&lists); err != nil {
		return err
	}
	all, taken := cues{}, slices.Concat(slices.Collect(maps.Values(lists))...)
	maps.Copy(all, lists)
	for act, list := range *c {
		for _, cue := range list {
			if !slices.Contains(taken, cue) {
				all[act] = append(all[act], cue)
			}
		}
	}
	*c = all
	return nil
}

// phrases are words in a row, lower case, by the first of them; the longest first.
type phrases map[string][]phrase

type phrase struct {
	words []string
	means string
}

func (p phrases) add(ph phrase) {
	if len(ph.words) == 0 {
		return
	}
	first := ph.words[0]
	p[first] = append(p[first], ph)
	slices.SortStableFunc(p[first], func(x, y phrase) int { return len(y.words) - len(x.words) })
}

// UnmarshalYAML adds those of a list.
func (p *phrases) UnmarshalYAML(n *yaml.Node) error {
	var list []string
	if err := n.Decode(&list); err != nil {
		return err
	}
	if *p == nil {
		*p = phrases{}
	}
	for _, text := range list {
		p.add(phrase{words: strings.Fields(strings.ToLower(text))})
	}
	return nil
}

// meanings are phrases, each with what it means.
type meanings struct{ phrases }

// UnmarshalYAML adds those of lists by what they mean. One that is there already means it from now on.
func (m *meanings) UnmarshalYAML(n *yaml.Node) error {
	var lists map[string][]string
	if err := n.Decode(&lists); err != nil {
		return err
	}
	all := phrases{}
	for _, means := range slices.Sorted(maps.Keys(lists)) {
		for _, text := range lists[means] {
			all.add(phrase{strings.Fields(strings.ToLower(text)), means})
		}
	}
	for first, list := range m.phrases {
		for _, ph := range list {
			if !slices.ContainsFunc(all[first], func(other phrase) bool { return slices.Equal(other.words, ph.words) }) {
				all.add(ph)
			}
		}
	}
	m.phrases = all
	return nil
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
	if err := checkRules(added); err != nil {
		return nil, err
	}
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	w, found := &articleWords{}, false
	for _, text := range [][]byte{articleRules, added} {
		var rules map[string]yaml.Node
		if err := yaml.Unmarshal(text, &rules); err != nil {
			return nil, &RulesError{1, 1, err.Error(), "write it in the form of Demarche’s own article.yaml"}
		}
		if of, ok := rules[primary]; ok && of.Tag != "!!null" {
			if err := of.Decode(w); err != nil {
				return nil, &RulesError{1, 1, err.Error(), "write it in the form of Demarche’s own article.yaml"}
			}
			found = true
		}
	}
	if !found {
		return nil, fmt.Errorf("there are no rules for articles in %q; a site may have its own, in content/_templates/article.yaml", language)
	}
	for _, line := range w.Boilerplate {
		w.boilerplate = append(w.boilerplate, regexp.MustCompile("^(?:"+line+")$"))
	}
	if w.Caption != "" {
		w.caption = regexp.MustCompile(w.Caption)
	}
	return w, nil
}

// isParticiple says whether a word ends as "speaking" does; a king is none.
func (w *articleWords) isParticiple(t token) bool {
	return strings.HasSuffix(t.low, "ing") && !slices.Contains(w.Titles, t.low)
}

package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"demarche/generator/dossier"
)

// aLabel is who speaks, in front of what they say: "Klim: They will keep to the line."
var aLabel = regexp.MustCompile(`^(\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){0,3}): (\S.*)$`)

// least of a transcript: how many paragraphs have a label, and how many different ones there are.
const (
	leastLabelled = 4
	leastLabels   = 2
)

// isTranscript says whether paragraphs are those of an interview, each with who speaks in front.
func isTranscript(paragraphs []string) bool {
	labels, labelled := map[string]int{}, 0
	for _, text := range paragraphs {
		if m := aLabel.FindStringSubmatch(text); m != nil {
			labels[m[1]]++
			labelled++
		}
	}
	return labelled >= leastLabelled && len(labels) >= leastLabels && labelled > len(labels)
}

// answer reads a paragraph of an interview, and says whether it is one. What a newspaper asks is no statement; words
// that hold quotations, or whose speaker is not recognised, are read as those of any article.
func (r *reading) answer(text string) bool {
	m := aLabel.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	label := tokens(m[1], "")
	s := &sentence{text: m[1], list: label, mentions: r.cast.mentions(m[1], label)}
	if len(s.mentions) != 1 || s.mentions[0].to != len(label) || s.mentions[0].adjects {
		return false
	}
	whose := &s.mentions[0]
	if r.cast.isOutlet(s, whose) {
		return true
	}
	for _, t := range tokens(m[2], "") {
		if t.quote && utf8.RuneCountInString(t.inner) > 40 {
			return false
		}
	}
	made := &said{who: speaker{person: whose.person, actor: whose.actor}, verb: m[1] + ":", act: "state"}
	made.words, made.form = strings.TrimSpace(m[2]), dossier.Verbatim
	made.review = append(made.review, "from an interview, which has no quotation marks")
	r.keep(made)
	if whose.person != nil {
		r.before = []*person{whose.person}
	}
	return true
}

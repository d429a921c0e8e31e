package collate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is the i-th word or mark in small letters, "" where there is none.
func (f *folded) word(i int) string {
	if i < 0 || i >= len(f.tokens) {
		return ""
	}
	return strings.ToLower(string(f.token(i)))
}

// negates says whether the i-th word is a negation.
func (f *folded) negates(i int) bool {
	word := f.word(i)
	switch {
	case harmless[word][f.word(i+1)]:
		return false
	case negations[word], strings.HasSuffix(word, "n't"), opposing[word][f.word(i-1)]:
		return true
	}
	for _, prefix := range []string{"n'", "نمی", "نخواه", "ندار"} { // n’est, and as Persian has it
		if strings.HasPrefix(word, prefix) && word != prefix {
			return true
		}
	}
	for _, prefix := range []string{"و", "ف", "ו", "ש", "וש"} { // “and”, “that”, written with the next word
		if rest, is := strings.CutPrefix(word, prefix); is && clitic[rest] {
			return true
		}
	}
	return false
}

// clitic are the negations before which another word may be written without a space.
var clitic = set(`لا لم لن ليس ليست לא אין`)

// turns says whether the i-th word turns what begins at another.
func (f *folded) turns(i, at int) bool {
	word := f.word(i)
	return (turning[word] || averting[word] || avertingPairs[word][f.word(i-1)]) && at == i+1
}

// Denies says whether a text says no to something, or sets a condition: of what stands in brackets or around
// a quotation, which is then not turned by what it leaves out.
func Denies(text string) bool {
	f := fold(normalise(text))
	for i := range f.tokens {
		word := f.word(i)
		if f.negates(i) || turning[word] || averting[word] || unclear[word] || denials[word] || len(f.phrase(conditions, i)) > 0 ||
			slices.ContainsFunc(denialStems, func(stem string) bool { return strings.HasPrefix(word, stem) }) {
			return true
		}
	}
	return false
}

// phrase is the one of some phrases that begins with the i-th word.
func (f *folded) phrase(among map[string][][]string, i int) []string {
	for _, words := range among[f.word(i)] {
		same := true
		for k, word := range words {
			same = same && f.word(i+k) == word
		}
		if same {
			return words
		}
	}
	return nil
}

// Where says where a quotation leaves something out.
type Where uint8

const (
	Before Where = iota
	Between
	Behind
)

// Dropped is what turns the meaning of a passage and is left out by its quotation.
type Dropped struct {
	Where       Where
	Word        string // as the text has it
	Passage     string // in which it stands there
	IsCondition bool   // it is no negation: “only if”
	Noun        bool   // the quotation is a word, or a noun with its article, of which the verb is not quoted
}

// mostBefore is how many words before a quotation are looked at.
const mostBefore = 60

// shownBehind is how many words of a quotation are shown behind what it leaves out.
const shownBehind = 6

// turned is what a quotation leaves out that turns it where its parts stand in these places.
func (m *matching) turned(found []place) []Dropped {
	t := m.text
	var list []Dropped
	start := t.tokenAt(found[0].start + 1)
	if no := m.droppedBefore(start, found[0]); no >= 0 {
		list = append(list, Dropped{Where: Before, Word: t.passage(no, no+1), Passage: t.passage(no, min(max(start, no+1)+shownBehind, max(t.tokenAt(found[0].end), no+1))),
			Noun: determiners[t.word(start)] || len(m.parts) == 1 && m.words(0) == 1})
	}
	for i := 1; i < len(found); i++ {
		if m.parts[i].tie < inserted || Denies(m.parts[i].inner) {
			continue
		}
		from, to := t.tokenAt(found[i-1].end), t.tokenAt(found[i].start+1)
		if m.parts[i].cutAtStart {
			to++ // “un” of “unable”
		}
		for k := from; k < to; k++ {
			if t.negates(k) || turning[t.word(k)] || unclear[t.word(k)] || t.turns(k, to) {
				list = append(list, Dropped{Where: Between, Word: t.passage(k, k+1), Passage: t.passage(from, to)})
				break
			}
		}
	}
	if from, to, isCondition := m.droppedBehind(found[len(found)-1]); to > from {
		last := t.tokenAt(found[len(found)-1].start + 1)
		list = append(list, Dropped{Where: Behind, Word: t.passage(from, to), Passage: t.passage(max(last, from-shownBehind), t.goesOn(to)), IsCondition: isCondition})
	}
	return list
}

// droppedBefore is the word that turns what a quotation begins with, -1 where there is none.
func (m *matching) droppedBefore(start int, first place) int {
	t := m.text
	switch {
	case Denies(m.parts[0].inner):
		return -1
	case m.parts[0].cutAtStart && t.negates(start):
		return start
	case t.negates(start) || breaks[t.word(start)]:
		return -1
	}
	no := t.governing(t.sentenceBefore(start), start)
	if no < 0 || undoubled[t.word(no)] || averting[t.word(no)] || strings.HasSuffix(t.word(no), "n't") {
		return no
	}
	for i, end := start, t.tokenAt(first.end); i < end && !t.isSeparator(i); i++ { // as “nobody” and “not” are doubled
		if t.negates(i) || turning[t.word(i)] {
			return -1
		}
	}
	return no
}

// governing is the word among those before that turns what begins at another, -1 where there is none. A negation holds
// up to the comma, and across what stands between two of them: not, under any circumstances, attack.
func (f *folded) governing(before []int, at int) int {
	parts := []int{-1} // the negation of each
	isDirect := false  // nothing stands between the last comma and what begins
	for k, i := range before {
		next := at
		if k+1 < len(before) {
			next = before[k+1]
		}
		last := len(parts) - 1
		if isDirect = f.isSeparator(i); isDirect {
			if !complements[f.word(next)] {
				parts = append(parts, -1)
			} else if parts[last] < 0 { // not a, b, or c
				parts[last] = slices.Max(parts)
			}
			continue
		}
		word := f.word(i)
		negated := k > 0 && f.negates(before[k-1]) // not because
		switch {
		case f.negates(i) || f.turns(i, at):
			parts[last] = i
		case breaks[word] && !(negated && word != "until"), ands[word] && subjects[f.word(next)]:
			parts = []int{-1}
		}
	}
	last := len(parts) - 1
	if parts[last] < 0 && isDirect && last > 1 {
		return parts[last-2]
	}
	return parts[last]
}

// droppedBehind is where the text goes on, behind a quotation, with what turns it: a condition, or a negation that
// stands behind what it turns.
func (m *matching) droppedBehind(last place) (from, to int, isCondition bool) {
	t := m.text
	end := &m.parts[len(m.parts)-1]
	i := t.tokenAt(last.end)
	if end.open || i == 0 || i >= len(t.tokens) || t.isApart(i-1) || Denies(end.behind) {
		return 0, 0, false
	}
	if t.isSeparator(i) {
		if words := t.phrase(conditions, i+1); words != nil && !t.isApart(i) {
			return i + 1, i + 1 + len(words), true
		}
		return 0, 0, false
	}
	if words := t.phrase(conditions, i); words != nil {
		return i, i + len(words), true
	}
	word := t.word(i)
	isLast := i+1 >= len(t.tokens) || t.endsSentence(i+1) || t.isApart(i) || string(t.token(i+1)) == "'"
	switch {
	case harmless[word][t.word(i+1)]:
	case t.phrase(closingPhrases, i) != nil:
		return i, i + len(t.phrase(closingPhrases, i)), false
	case closingWords[word], strings.HasPrefix(word, "نمی"), strings.HasPrefix(word, "نخواه"),
		word == "not" && (isLast || auxiliaries[t.word(i-1)]):
		return i, i + 1, false
	}
	return 0, 0, false
}

// goesOn is the end of a passage that goes on for some words, at most to the end of its sentence.
func (f *folded) goesOn(i int) int {
	for end := min(i+shownBehind, len(f.tokens)); i < end && !f.endsSentence(i) && string(f.token(i)) != "'"; i++ {
		if f.isApart(i) {
			return i + 1
		}
	}
	return i
}

// Joins says whether a text ends one quotation and begins another, as what “…” stands
// for does that joins the words of two.
func Joins(text string) bool {
	marks, before := 0, ' '
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		after, _ := utf8.DecodeRuneInString(text[at:])
		if isQuote(r) && !(unicode.IsLetter(before) && unicode.IsLetter(after)) {
			marks++
		}
		before = r
	}
	return marks > 1
}

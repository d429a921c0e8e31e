package collate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// whole is the text with those words in one that its lines break, “con-” and “ditions”, as they come out of a PDF; nil where it
// breaks none. In it is looked for what is not in the text as it stands. Whether a hyphen at the end of a line is the word's
// own, as of “self-” and “governing”, is told by a place where the text has it in a line; else nobody can tell, so that a quotation
// may have it or not.
func (t *Text) whole() *Text {
	if t.raw != "" {
		if text, words := join(t.raw); len(words) > 0 {
			t.unbroken = &Text{folded: fold(normalise(text)), broken: words}
		}
		t.raw = ""
	}
	return t.unbroken
}

// join puts the words together that a text breaks at the ends of its lines, and lists them with a hyphen there.
func join(text string) (joined string, words map[string]bool) {
	words = map[string]bool{}
	own := hyphenated(text)
	var out strings.Builder
	from, at := 0, 0
	for line := range strings.Lines(text) {
		at += len(line)
		before, hyphen := cutHyphen(strings.TrimRight(line, " \t\r\n"))
		after := strings.TrimLeft(text[at:], " \t")
		first, second := lettersBefore(before), lettersAfter(after)
		if hyphen == "" || first == "" || second == "" {
			continue
		}
		out.WriteString(text[from : at-len(line)+len(before)])
		from = len(text) - len(after)
		if word := hyphenate(first, second); isHyphen(hyphen) && own[strings.ToLower(word)] {
			out.WriteString(hyphen)
		} else {
			words[word] = true
		}
	}
	return out.String() + text[from:], words
}

// hyphenated are the words that a text has with a hyphen in a line, in lower case.
func hyphenated(text string) map[string]bool {
	words := map[string]bool{}
	for at, r := range text {
		if !isHyphen(string(r)) {
			continue
		}
		if first, second := lettersBefore(text[:at]), lettersAfter(text[at+utf8.RuneLen(r):]); first != "" && second != "" {
			words[strings.ToLower(hyphenate(first, second))] = true
		}
	}
	return words
}

func hyphenate(first, second string) string { return normalise(first) + "-" + normalise(second) }

func isHyphen(text string) bool { return text == "-" || text == "‐" }

// cutHyphen cuts off what stands at the end of a line for the rest of a word.
func cutHyphen(line string) (before, hyphen string) {
	before = strings.TrimRight(line, "-‐¬\u00ad")
	if hyphen = line[len(before):]; utf8.RuneCountInString(hyphen) > 1 {
		return line, ""
	}
	return before, hyphen
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

func lettersBefore(text string) string { return text[len(strings.TrimRightFunc(text, isOfWord)):] }

func lettersAfter(text string) string {
	return text[:len(text)-len(strings.TrimLeftFunc(text, isOfWord))]
}

// without is a normalised quotation without the hyphens at which the text had broken words, and has no more.
func (t *Text) without(quotation string) string {
	var out strings.Builder
	from := 0
	for at, r := range quotation {
		behind := at + utf8.RuneLen(r)
		if isHyphen(string(r)) && t.broken[lettersBefore(quotation[:at])+"-"+lettersAfter(quotation[behind:])] {
			out.WriteString(quotation[from:at])
			from = behind
		}
	}
	return out.String() + quotation[from:]
}

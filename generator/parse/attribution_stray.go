package parse

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"demarche/generator/diag"
	"demarche/generator/edtf"
	"demarche/generator/near"
	"demarche/generator/slug"
)

// clauseWords begin clauses. The date is the one clause without such a word.
var clauseWords = []string{"in reply to", "retracts", "same as", "according to", "at", "via", "source"}

// otherWords are what editors write for clauseWords and before dates, in lower case.
var otherWords = []struct{ written, right string }{
	{"in response to", "in reply to"}, {"in answer to", "in reply to"}, {"replying to", "in reply to"},
	{"reply to", "in reply to"}, {"answering", "in reply to"}, {"retracting", "retracts"},
	{"the same as", "same as"}, {"as reported by", "according to"}, {"reported by", "according to"},
	{"quoted by", "according to"}, {"citing", "according to"}, {"in", "at"}, {"through", "via"},
}

// otherDirections are what editors write for directions, and for the "and" between links, in lower case.
var otherDirections = []struct{ written, right string }{
	{"on behalf of", "for"}, {"in the name of", "for"}, {"speaking for", "for"}, {"representing", "for"},
	{"addressed to", "to"}, {"addressing", "to"}, {"directed at", "to"}, {"towards", "to"},
	{"regarding", "about"}, {"concerning", "about"}, {"on", "about"},
	{"&", "and"}, {"+", "and"}, {"und", "and"}, {"et", "and"}, {"y", "and"}, {"и", "and"}, {"و", "and"},
}

const clauseHint = "after a comma stands a date, “in reply to [[…]]”, “retracts [[…]]”, “same as [[…]]”, “according to …”, “at …”, “via …” or “source …”"

// stray reports a clause that is none.
func (a *attribution) stray(start int) {
	end := max(a.clauseEnd(), start+1)
	text := strings.TrimSpace(a.text[start:end])
	isDate := vague(text) != "" // "about 2031-03"
	for _, word := range directions {
		if !isDate && a.word(word) {
			a.at = start
			a.direction(true)
			return
		}
	}
	a.at = end
	hint := clauseHint
	if right := cmp.Or(respelled(text), beforeStatement(text)); right != "" {
		hint = "write " + right
	} else if saysWithdrawn(text) {
		hint = a.withdrawal()
	} else if direction := redirected(text); direction != "" {
		hint = "write " + direction + " right after the speaker, before the first comma"
	} else if a.last == kindPlace {
		hint = "write at " + a.quote.Place + " (" + text + ")"
	}
	a.warn("unknown-clause", start, start+len(text), quoted(text)+" is not a date, and begins with none of the words that may follow a comma", hint)
}

// unreadable reports text where a comma or a tag should be.
func (a *attribution) unreadable(start int) {
	end := max(a.clauseEnd(), start+1)
	a.at = start + min(beforeDirection(a.text[start:end]), afterLink(a.text[start:end]))
	text := strings.TrimSpace(a.text[start:a.at])
	hint := "put a comma before each clause, and nothing after the attribution"
	if other := a.otherSpeaker(start, text); other != "" {
		a.problem(diag.Error, "unreadable-attribution", start, start+len(text), quoted(text)+" right behind the speaker may say that somebody else spoke", other)
		return
	}
	if start == a.behind && len(a.quote.Speakers) > 0 {
		hint += "; who speaks for them without a name stands before “for”: — an envoy for [[…]]"
	}
	if saysWithdrawn(text) {
		hint = a.withdrawal()
	} else if right := redirected(text); right != "" {
		hint = "write " + right
	} else if right := cmp.Or(respelled(text), beforeStatement(text)); right != "" && a.seen&kindTag != 0 {
		hint = "write it before the tags, and " + afterComma(right)
	} else if right != "" {
		hint = "write it " + afterComma(right)
	} else if topic := slug.Make(text); a.seen&kindTag != 0 && a.lists(topic) {
		hint = "write #" + topic
	}
	a.warn("unreadable-attribution", start, start+len(text), "cannot read "+quoted(text)+" in the attribution", hint)
}

// afterComma is a hint of what to write there: a clause, or what is missing for a date, which stands so in no attribution.
func afterComma(right string) string {
	if strings.HasPrefix(right, "the ") {
		return "after a comma: " + right
	}
	return "after a comma: , " + right
}

// otherSpeaker is what to write instead of text right behind the speaker, the first of a clause, that makes somebody else of them
// or adds somebody; or "".
func (a *attribution) otherSpeaker(start int, text string) string {
	if start != a.behind || len(a.quote.Speakers) == 0 {
		return ""
	}
	first, more, _ := strings.Cut(text, " ") // "and" or "&"
	if first == "and" || slices.ContainsFunc(otherDirections, func(o struct{ written, right string }) bool {
		return o.right == "and" && strings.EqualFold(o.written, first)
	}) {
		if list := links(more); list != "" && (startsName(more) || strings.HasPrefix(more, "[")) && !describes(more) {
			return "write and " + list
		}
		return "write each speaker in brackets, joined by “and”; words of one without a name are a statement of their own"
	}
	words, possessive := text, false
	for _, mark := range []string{"’s ", "'s ", "’ ", "' "} {
		if rest, ok := strings.CutPrefix(words, mark); ok {
			words, possessive = strings.TrimSpace(rest), true
		}
	}
	if !possessive {
		return "" // perhaps where or when it was said
	}
	letter, _ := utf8.DecodeRuneInString(words)
	whom := blank
	if start < maxUnnamed {
		whom, _ = cutDash(strings.TrimSpace(a.text[:start]))
	}
	if link := strings.Index(words, "[["); link >= 0 {
		return "write — " + links(words[link:]) + " for " + whom
	}
	article := "a "
	switch {
	case describes(words) && strings.HasSuffix(words, "s"):
		article = ""
	case strings.ContainsRune("AEIOUaeiou", letter):
		article = "an "
	}
	return "write — " + article + words + " for " + whom
}

// respelled is a clause whose first words are a slip away from those of a clause, or
// are known to stand for them, with the right ones; or "".
func respelled(text string) string {
	for _, word := range clauseWords {
		if rest, ok := cutLike(text, word); ok {
			return word + rest
		}
	}
	if channel := inChannel(text); channel != "" {
		return channel
	}
	if when := cmp.Or(vague(text), edtf.Worded(text)); when != "" {
		return when
	}
	for _, other := range otherWords {
		if rest, ok := cutFold(text, other.written); ok {
			return other.right + rest
		}
	}
	date, _ := cutFold(text, "on")
	if date = strings.TrimSpace(date); date == "" {
		date = text
	}
	if looksLikeDate(date) {
		return date
	}
	return ""
}

// vague is a date behind a word such as "about", with the mark for that; or "".
func vague(text string) string {
	for _, word := range []string{"about", "around", "circa", "ca.", "c.", "approximately"} {
		date, ok := cutFold(text, word)
		if !ok {
			continue
		}
		date = strings.TrimSpace(date) + "~"
		if _, ok := edtf.Try(date); ok {
			return date
		}
	}
	return ""
}

// beginsClause says whether text begins as a clause with a word does.
func beginsClause(text string) bool {
	return slices.ContainsFunc(clauseWords, func(word string) bool { _, ok := cutFold(text, word); return ok })
}

// redirected is text that seems to be a direction and links, with the right word; or "".
func redirected(text string) string {
	link := strings.Index(text, "[[")
	if link <= 0 || beforeStatement(text) != "" {
		return ""
	}
	for _, word := range directions {
		if rest, ok := cutLike(text, word); ok {
			return word + rest
		}
	}
	for _, other := range otherDirections {
		if rest, ok := cutFold(text, other.written); ok {
			return other.right + rest
		}
	}
	if word := strings.TrimSpace(text[:link]); !strings.Contains(word, " ") && word != "and" {
		return "to " + text[link:] + ", about " + text[link:] + " or for " + text[link:]
	}
	return ""
}

// cutLike cuts words off the start of text that are a slip away from words.
func cutLike(text, words string) (rest string, ok bool) {
	end := 0
	for range strings.Count(words, " ") + 1 {
		next := strings.IndexByte(text[min(end+1, len(text)):], ' ')
		if next < 0 {
			return "", false
		}
		end += next + 1
	}
	written := strings.ToLower(text[:end])
	limit := min(len(words)/3, 2)
	if near.Slips(written, words, limit) > limit {
		return "", false
	}
	return text[end:], true
}

// cutFold cuts words off the start of text, in capitals or not.
func cutFold(text, words string) (rest string, ok bool) {
	if len(text) <= len(words) || text[len(words)] != ' ' || !strings.EqualFold(text[:len(words)], words) {
		return text, false
	}
	return text[len(words):], true
}

// beforeDirection is the size of text before " for [[", " to [[" or " about [[",
// or of all of it.
func beforeDirection(text string) int {
	end := len(text)
	for _, direction := range directions {
		i := strings.Index(text[:end], " "+direction+" [[")
		if i <= 0 {
			continue
		}
		if word := text[strings.LastIndexByte(text[:i], ' ')+1 : i]; word != "reply" && word != "response" && word != "answer" && word != "according" {
			end = i
		}
	}
	return end
}

// afterLink is the size of text up to the end of a link that stands after its
// first word, or of all of it.
func afterLink(text string) int {
	word := strings.IndexByte(text, ' ') + 1
	if _, size := cutLink(text[word:]); size > 0 && word > 0 {
		return word + size
	}
	return len(text)
}

// missingBrackets reports a name without brackets after word.
func (a *attribution) missingBrackets(start int, word string) {
	from := a.at
	a.at += beforeDirection(a.text[from:a.clauseEnd()])
	name := strings.TrimSpace(a.text[from:a.at])
	hint := "write " + word + " " + blank
	when := cmp.Or(vague(word+" "+name), edtf.Worded(word+" "+name))
	switch {
	case word == "in reply to" || word == "retracts" || word == "same as":
		hint = "write " + word + " [[#^id]] with the id of a statement of this digest, or [[digest#^id]]"
		if id := strings.Trim(name, "[]#^ "); isTag(id) && id != name {
			hint = "write " + word + " [[#^" + id + "]]"
		}
	case when != "":
		hint = "write it " + afterComma(when)
	case name != "":
		hint = "write"
		for i, piece := range cutDirections(word + " " + name) {
			if list := links(piece); i > 0 && list != "" {
				hint += " " + directions[i-1] + " " + list
			}
		}
	}
	a.warn("missing-brackets", start, a.at, "no link follows "+quoted(word), hint)
}

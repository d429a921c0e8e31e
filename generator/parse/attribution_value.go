package parse

import (
	"regexp"
	"slices"
	"strings"

	"demarche/generator/edtf"
)

// value reads words up to the next comma or tag, or to another clause that lacks its comma and is reported by what reads
// on. It reports that there are none. The brackets of wikilinks in them are left out.
func (a *attribution) value(start int, clause string) string {
	from := a.at
	a.at = a.clauseEnd()
	words := a.text[from:a.at]
	a.at = from + a.valueEnd(words, clause)
	value := strings.TrimSpace(a.text[from:a.at])
	if a.at < from+len(words) && commaSize(a.text[a.at:]) == 0 {
		value = strings.TrimRight(value, "; ")
	}
	if value == "" {
		a.warn("unknown-clause", start, a.at, "nothing follows "+quoted(clause), "say what, or delete it")
		return ""
	}
	value = withoutBrackets(value)
	a.checkValue(start, clause, value)
	return value
}

// gluedTag is a tag that stands right behind a word.
var gluedTag = regexp.MustCompile(`^([^#^]*[^#^ ])([#^])(?: ?)([a-z][a-z0-9-]*)$`)

// hour is a time of day, which is no place.
var hour = regexp.MustCompile(`(?i)^(?:[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]\.?m\.?)?|[0-9]{1,2} ?[ap]\.?m\.?|noon|midday|midnight|dawn|daybreak|dusk|night)$`)

// checkValue warns of words of a clause that seem to be something else: the brackets of a name that are not whole, a tag, or for a place a time.
func (a *attribution) checkValue(start int, clause, value string) {
	glued := gluedTag.FindStringSubmatch(value)
	when := ""
	if _, ok := edtf.Try(value); ok && strings.Contains(value, "-") {
		when = value
	} else if clause == "at" && (!strings.Contains(value, " ") || strings.ContainsAny(value, "0123456789")) { // "Friday Harbor" is a place
		when = edtf.Worded("at " + value)
	}
	switch {
	case clause == "according to" && strings.HasPrefix(value, "[") && strings.HasSuffix(value, "]"), strings.Contains(value, "[["), strings.Contains(value, "]]"):
		a.warn("missing-brackets", start, a.at, "the brackets behind "+quoted(clause)+" are not those of a link, and are published", "write "+clause+" "+links(value))
	case glued != nil && !strings.Contains(value, "/"): // in an address it is a place there
		a.warn("bad-tag", start, a.at, quoted(glued[2]+glued[3])+" is no tag here, because no space stands before it", "write "+clause+" "+glued[1]+" "+glued[2]+glued[3])
	case clause == "at" && when != "" && !(a.quote.Date.Set && allDigits(value)): // "at 1600" is a time of day behind one
		a.warn("time-as-place", start, a.at, quoted(value)+" is a time, and counts as the place", "write "+when+" after a comma, in place of "+quoted("at "+value))
	case clause == "at" && (when != "" || hour.MatchString(value)):
		a.warn("time-as-place", start, a.at, quoted(value)+" is a time of day, and counts as the place", "write it behind the day: 2025-06-19T14:30")
	}
}

// goingOn are words that begin another clause wherever they stand among those of one, and goingOnLink those that do before a link.
var (
	goingOn     = []string{"according to", "as reported by", "via"}
	goingOnLink = []string{"in reply to", "in response to", "in answer to", "retracts", "same as"}
)

// valueEnd is the size of the words of a clause up to a date, a direction or another clause: without their comma the words
// swallow them. What may as well describe a place, a channel or somebody ends none: "a dinner for [[Zapt]]", "an aide at the ministry".
func (a *attribution) valueEnd(words, clause string) int {
	described := false // an article begins the words
	if first, _, more := strings.Cut(strings.TrimSpace(words), " "); more {
		described = first == "a" || first == "an" || first == "the"
	}
	written := -1 // where a day may begin that is written out
	begun, before := false, ""
	for i := 0; i < len(words); i++ {
		if size := commaSize(words[i:]); size > 0 && begun {
			rest := strings.TrimLeft(words[i+size:], " ")
			if beginsClause(rest) || a.goesOn(rest, clause, described, true) {
				return i
			}
		}
		if words[i] != ' ' || !begun || i+1 < len(words) && words[i+1] == ' ' {
			begun = begun || words[i] != ' '
			if _, size := cutLink(words[i:]); size > 0 {
				i += size - 1
			}
			continue
		}
		rest := words[i+1:]
		word, _, _ := strings.Cut(rest, " ")
		dates := before != "of" && before != "dated" && before != "from"
		if a.goesOn(rest, clause, described, dates) {
			return i
		}
		if strings.HasPrefix(rest, "on ") {
			written = i
		}
		before = word
	}
	if written >= 0 && writtenOut(strings.TrimSpace(words[written+len(" on "):])) {
		return written
	}
	return len(words)
}

// goesOn says whether text behind a word of a clause begins something else. A date is that of something in "a letter of 2031-03-05".
func (a *attribution) goesOn(text, clause string, described, dates bool) bool {
	word, rest, _ := strings.Cut(text, " ")
	linked := strings.HasPrefix(rest, "[[")
	switch word {
	case "on":
		word, _, _ = strings.Cut(rest, " ")
	case "to", "about":
		return linked && clause != "according to" && (!described || word == "to" && a.quote.To == nil)
	case "for":
		return linked && clause != "according to" && !described
	case "at":
		return clause == "via" && !described && (linked || startsName(rest[:min(len(rest), maxUnnamed)]))
	}
	if _, ok := edtf.Try(strings.TrimRight(word, ";.")); ok {
		return dates && strings.Contains(word, "-")
	}
	return slices.ContainsFunc(goingOn, func(other string) bool { return strings.HasPrefix(text, other+" ") }) ||
		slices.ContainsFunc(goingOnLink, func(other string) bool { return strings.HasPrefix(text, other+" [") })
}

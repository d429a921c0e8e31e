package locale

import (
	"slices"
	"strings"
)

// part is a part of a pattern of dates.
type part struct {
	kind partKind
	text string // of a literal
}

type partKind uint8

const (
	literal partKind = iota
	yearPart
	monthNumber
	monthName      // as it stands in a date: июня
	monthNameAlone // as it stands alone: июнь
	dayPart
	weekdayPart
	hourPart
	hourTwoPart // in two digits
	minutePart
	secondPart
)

// letters are the fields of CLDR's patterns that the site writes; names are never short.
var letters = map[string]partKind{
	"y": yearPart, "M": monthNumber, "MMM": monthName, "MMMM": monthName, "L": monthNumber, "LLLL": monthNameAlone,
	"d": dayPart, "dd": dayPart, "EEE": weekdayPart, "EEEE": weekdayPart, "cccc": weekdayPart, "H": hourPart, "HH": hourTwoPart, "m": minutePart, "mm": minutePart, "s": secondPart, "ss": secondPart,
}

// partsOf are the parts of a pattern of CLDR, "d MMMM y 'г'.". What it repeats in a
// range, a day or a month with the dot that follows it, is told from the literal after that.
func partsOf(pattern string) []part {
	var parts []part
	for rest := pattern; rest != ""; {
		size := 1
		for size < len(rest) && rest[size] == rest[0] {
			size++
		}
		if kind, known := letters[rest[:size]]; known {
			parts = append(parts, part{kind: kind})
			rest = rest[size:]
			continue
		}
		var text string
		text, rest = literalOf(rest)
		if len(parts) > 0 && text != "" {
			end := endOfSuffix(text)
			parts = append(parts, part{text: text[:end]})
			text = text[end:]
		}
		parts = append(parts, part{text: text})
	}
	return slices.DeleteFunc(parts, func(p part) bool { return p.kind == literal && p.text == "" })
}

// literalOf takes the words from the front of a pattern up to its next field.
// Words of letters of ASCII stand in quotes.
func literalOf(pattern string) (text, rest string) {
	var out strings.Builder
	quoted := false
	for i, r := range pattern {
		isLetter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
		switch {
		case r == '\'':
			quoted = !quoted
		case isLetter && !quoted && (i == 0 || letters[pattern[i:i+1]] != literal || r == 'E' || r == 'c'):
			if i > 0 {
				return out.String(), pattern[i:]
			}
			out.WriteRune(r) // a field that no date of the site has
		default:
			out.WriteRune(r)
		}
	}
	return out.String(), ""
}

// endOfSuffix is where what belongs to the field before a literal ends: ". " → ".",
// "日" → "日", ", " and " de " → "".
func endOfSuffix(text string) int {
	if end := strings.IndexAny(text, " \u00a0\u2009\u202f,،、"); end >= 0 {
		return end
	}
	return len(text)
}

// span is where the fields of the kinds stand in parts, with what belongs to the last.
func span(parts []part, kinds ...partKind) (from, to int) {
	from, to = -1, -1
	for i, p := range parts {
		if !slices.Contains(kinds, p.kind) {
			continue
		}
		if from < 0 {
			from = i
		}
		to = i + 1
	}
	if to > 0 && to < len(parts) && parts[to].kind == literal && endOfSuffix(parts[to].text) == len(parts[to].text) {
		to++
	}
	return max(from, 0), max(to, 0)
}

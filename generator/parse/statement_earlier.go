package parse

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/text"

	"demarche/generator/diag"
	"demarche/generator/edtf"
)

// earlierAttribution reports a line in the words of a statement that is written as an attribution is: the empty line without
// ">" between two statements was forgotten, and the words of the first would be those of the second speaker.
func (s *scribe) earlierAttribution(b *quoteBlock, end int) {
	closed := false // the words so far end in a mark that closes a quotation
	for start := b.Pos(); start < end; {
		stop := min(s.lineEnd(start), end)
		line := bytes.TrimLeft(s.source[start:stop], "> \t")
		if len(bytes.TrimSpace(line)) == 0 {
			start = stop + 1
			continue
		}
		if mayAttribute(line, closed) {
			first := text.NewSegment(stop-len(line), stop)
			lines := append([]text.Segment{first}, s.nextLines(stop+1, end)...)
			j := s.join(lines)
			if at := attributedAt(s.join(lines[:1]).text, j.text, closed); at >= 0 {
				what := "this blockquote goes on after its attribution, and ends in a second one"
				hint := "end each statement with an empty line without “>”; if this is a line of the words, join it to the line before"
				if at > 0 { // joined to another line it would stand there all the same
					what = "in this line of words something is written as an attribution is"
					hint = `end each statement with an empty line without “>”; in words write &mdash; for the dash that is meant, or \# for the #`
				}
				if j.text[at] == '^' {
					what = "an id among the words of a statement, as if an attribution stood there"
					hint = `end each statement with an empty line without “>”, and write its id behind its attribution; in words write \^`
				}
				report(s.doc, diag.Error, "two-statements", j.offset(at), stop, what, hint)
				return
			}
		}
		closed = endsQuotation(string(bytes.TrimRight(line, " \t\r*_")))
		start = stop + 1
	}
}

// nextLines are those that go on with a paragraph from start on, up to end, without their ">", as many as an attribution may have.
func (s *scribe) nextLines(start, end int) []text.Segment {
	var lines []text.Segment
	for size := 0; start < end && size < maxLink && len(lines) < mostLines-1; {
		stop := min(s.lineEnd(start), end)
		line := bytes.TrimLeft(s.source[start:stop], "> \t")
		if len(bytes.TrimSpace(line)) == 0 {
			break
		}
		lines = append(lines, text.NewSegment(stop-len(line), stop))
		size += len(line)
		start = stop + 1
	}
	return lines
}

// mayAttribute says whether a line has one of the signs of an attribution, so that it is worth a second look.
func mayAttribute(line []byte, closed bool) bool {
	if closed || line[0] == '[' || line[0] == '-' || line[0] == '*' || bytes.Contains(line, []byte(" ^")) || bytes.Contains(line, []byte(" #")) {
		return true
	}
	for _, dash := range dashes {
		if bytes.Contains(line, []byte(dash)) {
			return true
		}
	}
	return false
}

// attributedAt is where an attribution begins in a line of words, or -1. The paragraph, as far as it is looked at, begins with the
// line; closed says that a quotation ends before it.
func attributedAt(line, paragraph string, closed bool) int {
	bare := strings.TrimLeft(line, "*_")
	_, bulleted := withoutBullet(line)
	switch named, dashed := cutDash(bare); {
	case dashed && (namesWho(named) || strings.HasPrefix(strings.TrimLeft(named, "*_"), "[[")),
		dashed && (dated(named, true) || dated(strings.TrimLeft(paragraph, "*_—–―- "), false)):
		return 0
	case !dashed && dated(strings.TrimLeft(line, "*_- "), true) &&
		(strings.HasPrefix(strings.TrimLeft(line, "*_- "), "[") || closed && !bulleted && startsName(bare)):
		return 0
	case dashed && namesWho(strings.TrimLeft(paragraph, "*_—–―- ")): // its speaker's words go on in the next line
		return 0
	}
	if at := pinnedAt(line); at >= 0 {
		return at
	}
	if at := taggedAt(line); at >= 0 {
		return at
	}
	return behindQuotation(line, paragraph)
}

// namesWho says whether a line, without its dash, begins with a link or with somebody who speaks for one. "We wait for [[Zapt]]" may
// be words.
func namesWho(named string) bool {
	if _, size := cutLink(named); size > 0 {
		return true
	}
	words := unnamed(named)
	return words != "" && (describes(words) || hasTag([]byte(named[:min(len(named), maxLink)])))
}

// dated says whether a line, without its dash, goes on as an attribution does and as hardly any words do: names, and behind a comma
// a date with which it ends, or that tags or another clause follow. An exact date has a month, in digits. Instead of a date, an act
// may stand behind a link.
func dated(named string, exact bool) bool {
	head, rest := cutHead(named[:min(len(named), maxLink)])
	after, comma := strings.CutPrefix(rest, ",")
	switch {
	case head == "" || len(head) > maxUnnamed:
		return false
	case !comma:
		return strings.HasPrefix(strings.TrimLeft(head, "*_"), "[[") && hasTag([]byte(rest))
	}
	after = strings.TrimLeft(after, " ")
	if day, ok := cutFold(after, "on"); ok {
		after = strings.TrimLeft(day, " ")
	}
	day, behind := cutClause(after)
	if size := yearBehind(behind); size > 0 && monthAt(day) {
		day, behind = day+", "+behind[size-4:size], behind[size:] // "June 19, 2031"
	}
	next := strings.TrimLeft(strings.TrimPrefix(behind, ","), " ")
	ends := next == "" || next[0] == '#' || next[0] == '^' || beginsClause(next) && hasTag([]byte(next))
	if !ends && !beginsClause(next) {
		return false
	}
	if first, more, _ := strings.Cut(day, " "); beginsClause(strings.TrimLeft(more, " ")) {
		day = first
	}
	if _, ok := edtf.Try(day); ok {
		return !exact || strings.Contains(day, "-")
	}
	return !exact && ends && writtenOut(day)
}

// cutClause cuts text at its first comma or before its first tag.
func cutClause(text string) (clause, rest string) {
	end := len(text)
	for _, sign := range []string{",", " #", " ^"} {
		if i := strings.Index(text[:end], sign); i >= 0 {
			end = i
		}
	}
	return strings.TrimSpace(text[:end]), text[end:]
}

// writtenOut says whether text is a day or a month as one writes it in English, with its year.
func writtenOut(text string) bool {
	_, err := edtf.Parse(text)
	wrong, _ := err.(*edtf.Error)
	if wrong == nil {
		return false
	}
	written, _ := strings.CutPrefix(wrong.Hint, "write ")
	_, ok := edtf.Try(written)
	return ok
}

// pinnedAt is where an ^id stands in a line, or -1: no words have one.
func pinnedAt(line string) int {
	for from := 0; ; {
		i := strings.Index(line[from:], " ^")
		if i < 0 {
			return -1
		}
		from += i + len(" ^")
		id, _, _ := strings.Cut(line[from:min(len(line), from+maxName+1)], " ")
		if len(id) > 1 && isTag(id) && isID(id) {
			return from - 1
		}
	}
}

// taggedAt is where a date stands in a line between a comma and a tag, or -1.
func taggedAt(line string) int {
	before, _, tagged := strings.Cut(line, " #")
	comma := strings.LastIndexByte(before, ',') + 1
	if day := strings.TrimSpace(before[comma:]); !tagged || comma == 0 || !strings.Contains(day, "-") {
		return -1
	} else if _, ok := edtf.Try(day); !ok {
		return -1
	}
	return strings.Index(line[comma:], before[comma:]) + comma + 1
}

// behindQuotation is where an attribution begins in a line behind the mark that closes a quotation, or -1.
func behindQuotation(line, paragraph string) int {
	tries := 5
	for at, named := range dashesIn(line) {
		if !endsQuotation(strings.TrimRight(line[:at], " *_")) {
			continue
		}
		if tries--; tries < 0 {
			return -1
		}
		goesOn := paragraph[at:min(len(paragraph), at+maxLink)]
		rest, _ := cutDash(goesOn)
		ends := line == paragraph || closers(firstRune(paragraph[len(line)+1:])) != ""
		whole := ends && strings.HasSuffix(named, "]]") && strings.Count(named[:min(len(named), maxLink)], "]]") == 1
		if dated(named, true) || startsAttribution(goesOn) && (whole || dated(rest, false)) {
			return at
		}
	}
	return -1
}

// endsQuotation says whether text ends in a mark that closes a quotation.
func endsQuotation(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune("\"”“’»«」", last)
}

func firstRune(text string) rune {
	first, _ := utf8.DecodeRuneInString(text)
	return first
}

package parse

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"demarche/generator/diag"
	"demarche/generator/edtf"
)

// attributionForm is the hint where nothing better can be said.
const attributionForm = "write — [[who]] to [[whom]], the date, other clauses, #act and ^id, with every name in [[…]]"

// likeDashes look like the dash of an attribution: the tatweel of Arabic, the minus, the dash of figures, those of several letters, of
// tables, of Japanese and of full width, the tilde and the bullet. Marks of direction and spaces may stand beside them.
const likeDashes = "ـ−‒⸺⸻─━ー－~•· \u200e\u200f\u061c"

// mostLines is how many lines one attribution may take.
const mostLines = 4

// nearMiss reports a blockquote that seems meant for a statement and is none.
func (s *scribe) nearMiss(b *quoteBlock) {
	start, end := s.extent(b)
	if s.misplaced(start, end) {
		return
	}
	line := s.lastLine(b, start, end)
	name, dashed := cutDash(line.text)
	bare, bulleted := withoutBullet(line.text)
	behind := strings.TrimLeft(line.text, likeDashes)
	mark := strings.TrimSpace(line.text[:len(line.text)-len(behind)])
	warn := func(code, text, name string) {
		report(s.doc, diag.Warning, code, line.offset(0), line.stop, text+"; the block is no statement", mendingHint(name))
	}
	switch {
	case dashed && nearlyNames(name):
		code, text := unlinked(name)
		warn(code, text, name)
	case bulleted && (strings.HasPrefix(bare, "[") || concludes(bare)):
		warn("attribution-without-dash", "an attribution that begins with a hyphen, which Markdown takes for a list", bare)
	case mark != "" && (strings.HasPrefix(behind, "[[") && !strings.ContainsAny(mark, "•·") || s.attributes(behind) || concludes(behind)):
		warn("attribution-without-dash", "an attribution that begins with "+quoted(mark)+", which only looks like a dash", behind)
	case !dashed && colonless(line.text) != "":
		warn("attribution-without-dash", "an attribution without its dash, and with a colon", colonless(line.text))
	case strings.HasPrefix(behind, "[[") && s.attributes(behind),
		!dashed && startsName(line.text) && concludes(line.text) && strings.Contains(line.text, " ^"):
		warn("attribution-without-dash", "an attribution without its dash", line.text)
	default:
		b.bare = !s.behindWords(b)
	}
}

// behindWords reports an attribution on the line of the words that it attributes, and says whether there is one.
func (s *scribe) behindWords(b *quoteBlock) bool {
	leaf := lastLeaf(b)
	if leaf.Kind() != ast.KindParagraph || leaf.Lines().Len() == 0 {
		return false
	}
	lines := leaf.Lines()
	line := s.join(lines.Sliced(max(0, lines.Len()-mostLines), lines.Len()))
	tries := 20
	for at, name := range dashesIn(line.text) {
		before := strings.TrimRight(line.text[:at], " ")
		if before == "" || !startsAttribution(line.text[at:min(len(line.text), at+maxLink)]) {
			continue
		}
		if tries--; tries < 0 {
			return false
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		_, size := cutLink(name)
		name = name[:min(len(name), maxLink)]
		plain := strings.ContainsRune("\"”“’»」.!?…", last) && (size == len(name) || s.attributes(name))
		if !plain && !concludes(name) {
			continue
		}
		report(s.doc, diag.Warning, "attribution-misplaced", line.offset(at), line.stop,
			"an attribution on the line of the words; the block is no statement",
			"begin a line of its own, with “>”, and "+mendingHint(name))
		return true
	}
	return false
}

// mendingHint says how to write a line, given without its dash.
func mendingHint(name string) string {
	m := takeApart(name[:min(len(name), maxLink)])
	switch {
	case len(name) > maxLink || !m.readable() || m.who == "according":
		return attributionForm
	case beginsWithDay(m.who):
		return "write the date after a comma behind whom the words were directed to: — [[who]] to [[whom]], the date"
	case m.who == "":
		return "write who spoke in the first brackets: " + m.String()
	case m.unnamed && m.lists[0] == "":
		return "write for whom an unnamed speaker speaks: " + m.String()
	}
	return "write " + m.String()
}

// beginsWithDay says whether the first of those who would speak is a date.
func beginsWithDay(who string) bool {
	ref, _ := cutLink(who)
	_, isDay := edtf.Try(ref.Target())
	return isDay
}

// unlinked says why a line that begins with a dash has no speaker.
func unlinked(name string) (code, text string) {
	m := takeApart(name[:min(len(name), maxLink)])
	switch {
	case m.unnamed && m.lists[0] == "":
		return "attribution-without-speaker", "an attribution whose speaker has no name"
	case strings.Contains(name, "[["):
		return "attribution-without-speaker", "an attribution whose speaker is no link"
	case strings.HasPrefix(name, "["):
		return "attribution-without-brackets", "an attribution with single brackets"
	}
	return "attribution-without-brackets", "an attribution without brackets"
}

// nearlyNames says whether a line, without its dash, seems to name a speaker.
func nearlyNames(name string) bool {
	return strings.HasPrefix(name, "[") || strings.Contains(name, "[[") || startsName(name) || concludes(name)
}

// concludes says whether a line goes on as an attribution does, with a date
// after a comma or with an id.
func concludes(line string) bool {
	_, rest := cutHead(line)
	after, comma := strings.CutPrefix(rest, ",")
	after = strings.TrimLeft(after, " ")
	year := len(after) >= 4 && allDigits(after[:4])
	return comma && (year || monthAt(after)) || strings.Contains(rest, " ^")
}

// withoutBullet takes off the mark of a list.
func withoutBullet(line string) (bare string, bulleted bool) {
	if len(line) < 2 || line[0] != '-' && line[0] != '*' || line[1] != ' ' && line[1] != '[' {
		return line, false
	}
	return strings.TrimLeft(line[1:], " "), true
}

// lastLine is the attribution that a block seems to end in: of its last
// paragraph the last line with a dash and what follows it, else its last line.
func (s *scribe) lastLine(b *quoteBlock, start, end int) joined {
	if leaf := lastLeaf(b); leaf.Kind() == ast.KindParagraph {
		lines := leaf.Lines()
		for i := lines.Len() - 1; i >= max(0, lines.Len()-mostLines); i-- {
			if line := lines.At(i); !s.lazy(line) && beginsWithDash(bytes.TrimLeftFunc(line.Value(s.source), unicode.IsSpace)) {
				return s.join(lines.Sliced(i, s.ownLines(lines, i, maxLink)))
			}
		}
	}
	at, line := s.lastQuotedLine(start, end)
	var j joined
	var words strings.Builder
	j.write(&words, []byte(line), at)
	j.text = words.String()
	return j
}

// misplaced reports a line that begins with a dash and a speaker, named or not, and after
// which the block goes on.
func (s *scribe) misplaced(start, end int) bool {
	at := s.dashedLine(start, end)
	if at < 0 {
		return false
	}
	report(s.doc, diag.Warning, "attribution-misplaced", at, s.lineEnd(at),
		"an attribution that does not end its blockquote; the block is no statement",
		"put it last, after a line with only “>”, and outside of lists, tables and code")
	return true
}

// extent is where a block begins and where the last line of its last block ends.
func (s *scribe) extent(b *quoteBlock) (start, end int) {
	start = b.Pos()
	return start, max(lastStop(b), s.lineEnd(start))
}

// lastStop is where the last line in a block ends, 0 when it has none.
func lastStop(n ast.Node) int {
	for c := n.LastChild(); c != nil; c = c.PreviousSibling() {
		if stop := lastStop(c); stop > 0 {
			return stop
		}
	}
	if lines := n.Lines(); lines.Len() > 0 {
		return lines.At(lines.Len() - 1).Stop
	}
	return 0
}

// lineEnd is where the line that holds the offset at ends, without its newline.
func (s *scribe) lineEnd(at int) int {
	if i := bytes.IndexByte(s.source[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(s.source)
}

// dashedLine returns the offset of the first line from start to end that begins
// as an attribution does once its ">" are taken off, or -1.
func (s *scribe) dashedLine(start, end int) int {
	for start < end {
		stop := min(s.lineEnd(start), end)
		bare := bytes.TrimLeft(s.source[start:stop], "> \t")
		if beginsWithDash(bare) {
			line := text.NewSegment(stop-len(bare), stop)
			if startsAttribution(s.join(append([]text.Segment{line}, s.nextLines(stop+1, end)...)).text) {
				return line.Start
			}
		}
		start = stop + 1
	}
	return -1
}

// lastQuotedLine returns the last line from start to end that has a ">", and
// text after it, without that.
func (s *scribe) lastQuotedLine(start, end int) (at int, line string) {
	for end > start {
		begin := start + bytes.LastIndexByte(s.source[start:end], '\n') + 1
		raw := bytes.TrimRight(s.source[begin:end], " \t\r")
		bare := bytes.TrimLeft(raw, "> \t")
		if len(bare) > 0 && bytes.IndexByte(raw[:len(raw)-len(bare)], '>') >= 0 {
			return begin + len(raw) - len(bare), string(bare)
		}
		end = begin - 1
	}
	return start, ""
}

// startsName says whether text may be a name: short, with a capital, or in a
// script that has none.
func startsName(text string) bool {
	const longest = 200 // bytes; a sentence that begins with a dash is longer, or has no capital
	first, _ := utf8.DecodeRuneInString(text)
	return len(text) <= longest && unicode.IsLetter(first) && !unicode.IsLower(first)
}

// colonless is a line that begins with a link, a colon and a date or a tag, with a comma for the colon or
// nothing before a tag; or "". Where all that follows is no attribution, the colon may be that of a dialogue.
func colonless(line string) string {
	_, size := cutLink(line)
	rest, colon := strings.CutPrefix(strings.TrimLeft(line[size:], " "), ":")
	rest = strings.TrimLeft(rest, " ")
	if size == 0 || !colon || rest == "" {
		return ""
	}
	if rest[0] == '#' || rest[0] == '^' {
		return line[:size] + " " + rest
	}
	day, _, _ := strings.Cut(rest, " ")
	day, _, comma := strings.Cut(day, ",")
	after := rest[len(day):]
	if _, err := edtf.Parse(day); err != nil || !comma && after != "" && !strings.HasPrefix(after, " #") && !strings.HasPrefix(after, " ^") {
		return ""
	}
	return line[:size] + ", " + rest
}

// attributes says whether a line that begins with a link goes on as an attribution does.
func (s *scribe) attributes(line string) bool {
	_, size := cutLink(line)
	rest := strings.TrimLeft(line[size:], " ")
	for _, start := range []string{"to [[", "for [[", "about [[", "#", "^"} {
		if strings.HasPrefix(rest, start) {
			return size > 0
		}
	}
	rest, comma := strings.CutPrefix(rest, ",")
	return comma && looksLikeDate(strings.TrimLeft(rest, " "))
}

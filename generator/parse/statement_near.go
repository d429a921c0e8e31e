package parse

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"demarche/generator/diag"
)

// nearMiss reports a blockquote that seems meant for a statement and is none.
func (s *scribe) nearMiss(b *quoteBlock) {
	start, end := s.extent(b)
	if s.misplaced(start, end) {
		return
	}
	at, line := s.lastQuotedLine(start, end)
	name, dashed := cutDash(line)
	warn := func(code, text, hint string) {
		report(s.doc, diag.Warning, code, at, at+len(line), text, hint)
	}
	switch {
	case dashed && strings.Contains(name, "[["):
		words, _, _ := strings.Cut(name, " to [[")
		warn("attribution-without-speaker", "an attribution whose speaker is no link",
			"write — [["+words+"]], or for an unnamed speaker — "+words+" for [[…]]")
	case dashed && startsName(name):
		who, rest, comma := strings.Cut(name, ",")
		if comma {
			rest = "," + rest
		}
		warn("attribution-without-brackets", "an attribution without brackets; the block is no statement",
			"write — [["+strings.TrimSpace(who)+"]]"+rest)
	case isBulleted(line):
		warn("attribution-without-dash", "an attribution that begins with a hyphen, which Markdown takes for a list",
			"begin it with a dash: — "+strings.TrimLeft(line, "-* "))
	case strings.HasPrefix(line, "[[") && s.attributes(line):
		warn("attribution-without-dash", "an attribution without its dash; the block is no statement",
			"begin it with a dash: — "+line)
	}
}

// misplaced reports a line that begins with a dash and a speaker, and after
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

// earlierAttribution reports an attribution in the words of a statement.
func (s *scribe) earlierAttribution(b *quoteBlock, end int) {
	if at := s.dashedLine(b.Pos(), end); at >= 0 {
		report(s.doc, diag.Warning, "attribution-misplaced", at, s.lineEnd(at),
			"a second attribution in one blockquote", "part two statements by an empty line without “>”")
	}
}

// strayAttributions reports paragraphs that are attributions, outside of any
// blockquote: the line before them has no ">".
func (s *scribe) strayAttributions(root ast.Node) {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		previous := n.PreviousSibling()
		if n.Kind() != ast.KindParagraph || n.Lines().Len() == 0 || previous == nil || previous.Kind() != ast.KindBlockquote {
			continue
		}
		line := n.Lines().At(0)
		if rest, ok := cutDash(string(line.Value(s.source))); ok && strings.HasPrefix(rest, "[[") {
			report(s.doc, diag.Warning, "attribution-outside", line.Start, s.lineEnd(line.Start),
				"an attribution outside of its blockquote", "begin it, and the empty line before it, with “>”")
		}
	}
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
// with a dash and a link once its ">" are taken off, or -1.
func (s *scribe) dashedLine(start, end int) int {
	for start < end {
		stop := min(s.lineEnd(start), end)
		line := s.source[start:stop]
		bare := bytes.TrimLeft(line, "> \t")
		if rest, ok := cutDash(string(bare[:min(len(bare), maxLink)])); ok {
			if _, size := cutLink(rest); size > 0 {
				return start + len(line) - len(bare)
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

// isBulleted says whether a line is a link behind a hyphen or an asterisk.
func isBulleted(line string) bool {
	rest := strings.TrimLeft(line, "-* ")
	return rest != line && strings.HasPrefix(rest, "[[") && len(line)-len(rest) <= 2
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

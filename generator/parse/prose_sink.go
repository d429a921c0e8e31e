package parse

import (
	"bytes"
	stdhtml "html"
	"unicode/utf8"

	"github.com/yuin/goldmark/renderer/html"

	"demarche/generator/dossier"
	"demarche/generator/escape"
)

// sink takes what goldmark writes, so that the offset of every byte is known
// when it is written. It never fails.
type sink struct {
	scribe *scribe
	html   []byte
	holes  []dossier.Hole
	runs   []dossier.Run
	roots  []int32
	ids    map[string]int // how often each heading id was wanted
	links  int            // open links
	quiet  int            // open elements in which no name is linked
	level  int            // of the last heading, 0 before the first
	quoted bool           // the words of a statement, which stand on many pages: headings have no id
	raw    bool           // unsanitised HTML was written
}

// reset empties the sink but for its memory. With quiet 1 no names are linked.
func (s *sink) reset(quiet int) {
	clear(s.ids)
	*s = sink{
		scribe: s.scribe, html: s.html[:0], holes: s.holes[:0], runs: s.runs[:0], roots: s.roots[:0], ids: s.ids,
		quiet: quiet, quoted: quiet > 0,
	}
}

// prose appends what the sink holds to room, and is that part of it.
func (s *sink) prose(room *dossier.Prose) dossier.Prose {
	return dossier.Prose{
		HTML:  appended(&room.HTML, s.html),
		Holes: appended(&room.Holes, s.holes),
		Runs:  appended(&room.Runs, s.runs),
		Roots: appended(&room.Roots, s.roots),
	}
}

// appended appends a list to room, and is that part of it.
func appended[T any](room *[]T, list []T) []T {
	from := len(*room)
	*room = append(*room, list...)
	return (*room)[from:]
}

func (s *sink) Write(p []byte) (int, error) {
	s.html = append(s.html, withoutReturns(p)...)
	return len(p), nil
}
func (s *sink) WriteByte(c byte) error { s.html = append(s.html, c); return nil }
func (s *sink) WriteString(text string) (int, error) {
	s.html = append(s.html, text...)
	return len(text), nil
}
func (s *sink) Available() int { return cap(s.html) - len(s.html) }
func (s *sink) Buffered() int  { return len(s.html) }
func (s *sink) Flush() error   { return nil }

func (s *sink) WriteRune(r rune) (int, error) {
	before := len(s.html)
	s.html = utf8.AppendRune(s.html, r)
	return len(s.html) - before, nil
}

// text writes text as prose has it.
func (s *sink) text(text []byte) { s.html = escape.Prose.AppendBytes(s.html, withoutReturns(text)) }

// withoutReturns is text whose lines end as they do elsewhere than on Windows: the same file gives the same site there.
func withoutReturns(text []byte) []byte {
	if bytes.IndexByte(text, '\r') < 0 {
		return text
	}
	return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
}

// resolved writes Markdown text as HTML, with its backslashes and its entities resolved, "&#146;" as browsers do. Control characters
// that come of entities are dropped: a file may not hold them, and whoever reads a text relies on that.
func (s *sink) resolved(text []byte) {
	start := len(s.html)
	html.DefaultWriter.Write(s, text)
	if bytes.ContainsFunc(s.html[start:], isForbidden) {
		s.html = append(s.html[:start], bytes.Map(func(r rune) rune { return printable(windows(r)) }, s.html[start:])...)
	}
}

// run says that all from start on is text in which names may be linked. It
// joins the run before it unless something stands between them.
func (s *sink) run(start int) {
	if s.quiet > 0 || start == len(s.html) {
		return
	}
	hole := len(s.holes) > 0 && int(s.holes[len(s.holes)-1].At) == start
	if last := len(s.runs) - 1; last >= 0 && int(s.runs[last].End) == start && !hole {
		s.runs[last].End = int32(len(s.html))
		return
	}
	s.runs = append(s.runs, dossier.Run{Start: int32(start), End: int32(len(s.html))})
}

// hole leaves a hole here.
func (s *sink) hole(statement int, ref dossier.Ref) {
	s.holes = append(s.holes, dossier.Hole{At: int32(len(s.html)), Statement: int32(statement), Ref: ref})
}

// address writes an address, and remembers where it begins at the site's root.
func (s *sink) address(address []byte) {
	if s.quoted {
		address = fromPage(s.scribe.doc.Route(), address)
	}
	if rooted(address) {
		s.roots = append(s.roots, int32(len(s.html)))
	}
	s.text(address)
}

// appendResolved appends Markdown text with its backslashes and its entities
// resolved, as goldmark does it.
func appendResolved(to, text []byte) []byte {
	var escaped sink
	escaped.resolved(text)
	return append(to, stdhtml.UnescapeString(string(escaped.html))...)
}

package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/locale"
	"demarche/generator/slug"
)

// shorten cuts text after at most limit characters, at a space where there is
// one, and says so with an ellipsis. Line breaks become spaces.
func shorten(text string, limit int) string {
	if isShort(text, limit) {
		return text
	}
	var room [textRoom]byte
	short := appendShort(room[:0], text, limit)
	if string(short) == text {
		return text
	}
	return string(short)
}

// textRoom is how many bytes most shortened texts need, so that each is
// allocated once.
const textRoom = 256

// isShort says that a text needs no cut; it may miss one of letters that are not ASCII.
func isShort(text string, limit int) bool {
	return len(text) <= limit && strings.IndexByte(text, '\n') < 0
}

// appendShort appends a text as shorten makes it.
func appendShort(out []byte, text string, limit int) []byte {
	if isShort(text, limit) {
		return append(out, text...)
	}
	cut := 0
	for count := 0; cut < len(text) && count < limit; count++ {
		if text[cut] < utf8.RuneSelf {
			cut++
		} else {
			_, size := utf8.DecodeRuneInString(text[cut:])
			cut += size
		}
	}
	if cut == len(text) {
		return appendSpaced(out, strings.TrimSpace(text))
	}
	if space := strings.LastIndexAny(text[:cut], " \n"); space > 0 && 2*utf8.RuneCountInString(text[space:cut]) <= limit { // half of what fits is left
		cut = space
	}
	return append(appendSpaced(out, strings.TrimRight(text[:cut], " \n,;:–—，、；：،؛")), "…"...)
}

// AppendWords appends the beginning of a statement's words, or of another text, as it stands wherever they are named in short, without marks.
func AppendWords(out []byte, text string) []byte {
	return appendShort(out, text, wordsLength)
}

// appendSpaced appends a text with single spaces between words and, where it ends with one,
// after them; with none between sentences of Chinese or Japanese.
func appendSpaced(out []byte, text string) []byte {
	if isSpaced(text) {
		return append(out, text...)
	}
	from := len(out)
	for word := range strings.FieldsSeq(text) {
		if at := len(out) - 1; at >= from {
			before, _ := utf8.DecodeLastRune(out[from:at])
			if first, _ := utf8.DecodeRuneInString(word); unicode.IsPunct(before) && slug.Joined(before, first) {
				out = out[:at]
			}
		}
		out = append(append(out, word...), ' ')
	}
	if last, _ := utf8.DecodeLastRuneInString(text); len(out) > from && !unicode.IsSpace(last) {
		out = out[:len(out)-1]
	}
	return out
}

// isSpaced says whether a text has single spaces between words already, as most have; it may miss one.
func isSpaced(text string) bool {
	before := true
	for at := 0; at < len(text); at++ {
		switch c := text[at]; {
		case c == ' ' && !before:
			before = true
		case c <= ' ':
			return false
		case c < utf8.RuneSelf:
			before = false
		default:
			r, size := utf8.DecodeRuneInString(text[at:])
			if unicode.IsSpace(r) {
				return false
			}
			at += size - 1
			before = false
		}
	}
	return true
}

// phrases are short texts that stand in very many places, looked up once.
type phrases struct {
	timeline    string
	statement   string
	comma       string // between parts
	retracted   string
	semicolon   string                   // between groups of parts
	open, close string                   // quotation marks
	counts      [len(countsAs)][2]string // around the name of an actor
	whoToWhom   frame
	pair        frame // two parties
	withEvents  frame // statements, events
	inTime      frame // statements, a time
	statements  locale.Plural
	events      locale.Plural
}

// frame is the words around the holes of a message.
type frame []string

func newFrame(l *locale.Locale, message string) frame {
	f := make(frame, strings.Count(message, "{}")+1)
	for i := range f {
		f[i] = l.Piece(i, message)
	}
	return f
}

func (f frame) put(values ...string) string {
	var room [textRoom]byte
	return string(f.appendPut(room[:0], values...))
}

func (f frame) appendPut(out []byte, values ...string) []byte {
	for i, value := range values {
		out = append(append(out, f[i]...), value...)
	}
	return append(out, f[len(values)]...)
}

func newPhrases(l *locale.Locale) phrases {
	f := phrases{
		whoToWhom:  newFrame(l, "{} to {} [who to whom]"),
		pair:       newFrame(l, "{} and {} [two parties]"),
		withEvents: newFrame(l, "{} and {} [statements, events]"),
		inTime:     newFrame(l, "{}, {}. [statements, a time]"),
		statements: l.Plural("statement", "statements"),
		events:     l.Plural("event", "events"),
		timeline:   l.Text("Timeline"),
		statement:  l.Text("Statement"),
		comma:      l.Piece(1, "{}, {}"),
		retracted:  l.Piece(1, "{}retracted{} by {}"),
		semicolon:  l.Piece(1, "{}; {}"),
		open:       l.Piece(0, "“{}”", "the words of a source"),
		close:      l.Piece(1, "“{}”", "the words of a source"),
	}
	for as, message := range countsAs {
		f.counts[as] = [2]string{l.Piece(0, message), l.Piece(1, message)}
	}
	return f
}

// put fills the holes of a message.
func (p *Plan) put(message string, values ...string) string {
	return newFrame(p.locale, message).put(values...)
}

// statements are so many statements in words.
func (p *Plan) statements(n int) string {
	var room [textRoom]byte
	return string(p.phrases.statements.Append(room[:0], n))
}

// capital begins a text with a capital letter.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	upper := unicode.ToUpper(first)
	if size == 0 || upper == first {
		return text
	}
	return string(upper) + text[size:]
}

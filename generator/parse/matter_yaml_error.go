package parse

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// plainWords says what is wrong with YAML, and where, in words that need no
// knowledge of its grammar. What it does not know keeps the library's message.
// It returns nil where there was only nothing to read.
func (r *yamlReader) plainWords(e *yaml.LoadError) *mistake {
	at := r.offset(e.Mark.Line, e.Mark.Column)
	from := r.offset(e.ContextMark.Line, e.ContextMark.Column)
	m := mistake{code: "front-matter-syntax", start: at, end: at, text: e.Message, hint: "write key: value, one a line"}
	tab, unseen := r.tab(at), max(r.unseenBreak(at), r.unseenBreak(from))
	switch message := e.Message; {
	case strings.HasPrefix(message, "exceeded max depth"):
		m.code, m.text, m.hint = "front-matter-limit", "the front matter is nested too deep", "write it flatter, or raise limits: depth in content/index.md above "+strconv.Itoa(r.limits.Depth)
	case strings.HasPrefix(message, "control characters"):
		m.start = r.control()
		m.code, m.text, m.hint = "control-character", "an invisible control character stands here", "delete it"
	case strings.HasPrefix(message, "unknown anchor"):
		m.code, m.text, m.hint = "yaml-alias", "front matter cannot repeat a value with *", "write the value out, or put text that begins with * in quotes"
	case strings.HasPrefix(message, "yaml: expected single document"):
		m.start = r.dots()
		m.text, m.hint = "the front matter ends here, before its closing line", "remove this line"
	case strings.HasPrefix(message, "yaml: no documents"):
		return nil
	case unseen >= 0:
		m.start = unseen
		m.text, m.hint = "an invisible character ends the line here", "delete it, or write a space"
	case tab >= 0:
		m.code, m.start = "yaml-tab", tab
		m.text, m.hint = "a tab indents this line", "YAML is indented with spaces: write two for each tab"
	case message == "found character that cannot start any token":
		m.text, m.hint = "a value cannot begin with "+r.character(at), "put the value in quotes"
	case message == "found a comment without preceding whitespace":
		m.text, m.hint = "a # begins a comment here", "write topics and tags without #, and put other text with # in quotes"
	case message == "mapping values are not allowed in this context" && r.firstColon(at):
		m.text, m.hint = "a line indented too far", `begin the key at the column of the one above; put a value that goes on over lines and holds ": " in quotes`
	case message == "mapping values are not allowed in this context":
		m.text, m.hint = "a second colon", `put a value that holds ": " in quotes: title: "Talks: day two"`
	case e.ContextMsg == "while scanning a quoted scalar" && strings.Contains(message, "escape"), strings.Contains(message, "hexadecimal number"):
		m.start = from + max(bytes.LastIndexByte(r.text[from:min(at+1, len(r.text))], '\\'), 0)
		m.text, m.hint = "this backslash in double quotes stands for no character", `write \\ for a backslash, or put the whole in 'single quotes'`
	case e.ContextMsg == "while scanning a quoted scalar":
		m.start = from
		m.text, m.hint = "the quotation mark that opens here is not closed", r.closeIt(from)
	case r.strangeItem(from):
		m.start = from
		m.text, m.hint = "no item of a list begins so", `begin each with "- ", a hyphen and a space`
	case message == "could not find expected ':'":
		m.start = from
		m.text, m.hint = "this line has no colon", "write key: value; indent a line that continues the one above"
		if line, _, _ := bytes.Cut(r.text[from:], []byte("\n")); bytes.IndexByte(line, ':') > 0 {
			m.text = "no plain space follows the colon of this line"
		}
	case strings.Contains(e.ContextMsg, "flow"):
		m.start = from
		m.text, m.hint = "the bracket that opens here is not closed", "part values by commas, close the bracket, and put text with brackets, commas or # in quotes"
		if line, _, _ := bytes.Cut(r.text[from:], []byte("\n")); bytes.ContainsAny(line, foreignCommas) {
			m.hint = "part values by plain commas, which ، ； and the like are not; " + strings.TrimPrefix(m.hint, "part values by commas, ")
		}
	case r.unclosed(at) >= 0:
		m.start = r.unclosed(at)
		m.text, m.hint = "the quotation mark that opens here is closed only on a later line", r.closeIt(m.start)
	case message == "did not find expected key" || strings.HasPrefix(message, "did not find expected <document"):
		m.text, m.hint = "this does not fit what stands before it", "begin each key at the same column, and put a value that holds quotation marks or brackets in quotes as a whole"
	case strings.HasPrefix(message, "did not find expected '-'"):
		m.text, m.hint = "this stands neither below the keys of the item above nor where an item begins", `begin each key of an item at the column of its first, and each item with "- " at the column of the other ones`
	case strings.HasPrefix(message, "block sequence entries"):
		m.text, m.hint = "a list cannot begin here", `begin each "- " on a line of its own`
	}
	m.end = min(m.start+1, len(r.text))
	return &m
}

// firstColon says whether at is that of the first colon of its line.
func (r *yamlReader) firstColon(at int) bool {
	line := bytes.LastIndexByte(r.text[:at], '\n') + 1
	return bytes.IndexByte(r.text[line:at], ':') < 0
}

// strangeItem says whether a line begins at that offset as other programs write an item of a list.
func (r *yamlReader) strangeItem(at int) bool {
	line := bytes.LastIndexByte(r.text[:at], '\n') + 1
	if len(bytes.TrimLeft(r.text[line:at], " ")) > 0 {
		return false
	}
	mark, size := utf8.DecodeRune(r.text[at:])
	spaced := hasPrefix(r.text[at+size:], " ")
	return mark == '-' && !spaced && !hasPrefix(r.text[at+size:], "-") || spaced && strings.ContainsRune("*•–—", mark)
}

// closeIt says what to do about the quotation mark at a place.
func (r *yamlReader) closeIt(at int) string {
	inside := `\"`
	if bytes.HasPrefix(r.text[at:], []byte("'")) {
		inside = "''"
	}
	return "close it before the end of the value, or write " + inside + " for a mark inside"
}

// unclosed is where a quotation mark opens a value that is closed on a later line, right before at, or -1. The mark that was to
// close it is missing, and the next was taken for that.
func (r *yamlReader) unclosed(at int) int {
	for i, start := range r.lines {
		if i+1 == len(r.lines) || r.lines[i+1] > at {
			break
		}
		value := valueOf(r.text[start:r.lines[i+1]])
		if len(value) == 0 || value[0] != '"' && value[0] != '\'' {
			continue
		}
		open := r.lines[i+1] - len(value)
		closed := open + quoteEnd(r.text[open:])
		if closed > r.lines[i+1] && closed <= at && len(bytes.TrimLeft(r.text[closed:at], " \t")) == 0 {
			return open
		}
	}
	return -1
}

// valueOf is the rest of a line from what stands behind its key, or as an item of a list.
func valueOf(line []byte) []byte {
	line = bytes.TrimLeft(line, " \t-")
	if _, value, found := bytes.Cut(line, []byte(": ")); found && line[0] != '"' && line[0] != '\'' {
		return bytes.TrimLeft(value, " \t")
	}
	return line
}

// tab is the first tab in the indentation of the lines up to the one that at is
// in, or -1.
func (r *yamlReader) tab(at int) int {
	for _, start := range r.lines {
		if start > at {
			break
		}
		rest := r.text[start:]
		blank := len(rest) - len(bytes.TrimLeft(rest, " \t"))
		if i := bytes.IndexByte(rest[:blank], '\t'); i >= 0 && blank < len(rest) && !strings.ContainsRune("\r\n", rune(rest[blank])) {
			return start + i
		}
	}
	return -1
}

// unseenBreak is the last of the ends of lines that only YAML knows in what an editor sees as the line before at, or -1. The third,
// U+0085, no file may hold.
func (r *yamlReader) unseenBreak(at int) int {
	line := bytes.LastIndexByte(r.text[:at], '\n') + 1
	if i := bytes.LastIndexFunc(r.text[line:at], func(c rune) bool { return c == '\u2028' || c == '\u2029' }); i >= 0 {
		return line + i
	}
	return -1
}

// control is the first character that YAML refuses anywhere.
func (r *yamlReader) control() int {
	start := r.lines[0]
	i := bytes.IndexFunc(r.text[start:], func(c rune) bool {
		return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0x7F && c < 0xA0 && c != 0x85 || c == 0xFFFE || c == 0xFFFF
	})
	return start + max(i, 0)
}

// dots is the first line that ends a YAML document.
func (r *yamlReader) dots() int {
	for _, start := range r.lines {
		if rest := r.text[start:]; hasPrefix(rest, "...") || start > r.lines[0] && hasPrefix(rest, "---") {
			return start
		}
	}
	return r.lines[0]
}

// character is the one at an offset, as a message shows it.
func (r *yamlReader) character(at int) string {
	if at == len(r.text) {
		return "nothing"
	}
	c, _ := utf8.DecodeRune(r.text[at:])
	return string(c)
}

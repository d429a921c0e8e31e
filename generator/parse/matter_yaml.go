package parse

import (
	"bytes"
	"errors"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"demarche/generator/dossier"
)

// yamlReader turns YAML into a tree, and then other YAML with the same memory. Its text is the file up to the
// end of the front matter, so that offsets in it are those of the file.
type yamlReader struct {
	text   []byte
	lines  []int                          // where each line of the front matter begins; YAML counts lines and columns
	cursor struct{ line, column, at int } // the last offset found; nodes come in the order of the file
	before int                            // lines before those of the front matter, as YAML counts
	limits dossier.Limits
	tree   tree
	stream *yamlStream // nil until it is needed
	open   int         // a line indented by more bytes than this continues the last value; -1 where none can
	items  []value     // room for those of lists
	pairs  []pair      // room for those of tables
}

// read reads the front matter from start to end of file. The tree is good until the next.
func (r *yamlReader) read(file []byte, start, end int, limits dossier.Limits) {
	r.begin(file, start, end, limits)
	if text := file[start:end]; !r.readStreamed(text) {
		r.readAlone(text)
	}
}

func (r *yamlReader) begin(file []byte, start, end int, limits dossier.Limits) {
	*r = yamlReader{text: file[:end], lines: r.lines[:0], limits: limits, open: -1,
		stream: r.stream, items: emptied(r.items), pairs: emptied(r.pairs)}
	r.findLines(start)
}

// readStreamed reads text as one document of a stream, and says whether it could.
func (r *yamlReader) readStreamed(text []byte) bool {
	lines := len(r.lines) - 1
	if !streamable(text, lines) {
		return false
	}
	if r.stream == nil {
		r.stream = new(yamlStream)
	}
	root, before, ok := r.stream.load(text, lines, r.limits.Depth)
	if ok {
		r.before = before
		r.tree.root = r.value(root, 1)
	}
	return ok
}

func (r *yamlReader) readAlone(text []byte) {
	var document yaml.Node
	if err := yaml.Load(text, &document, yamlLimits(r.limits.Depth)); err != nil {
		r.explain(err)
		return
	}
	r.tree.root = r.value(document.Content[0], 1)
}

// findLines finds the starts of lines as YAML counts them, which also ends a line at
// a lone carriage return and at three rare line separators of Unicode.
func (r *yamlReader) findLines(start int) {
	r.lines = append(r.lines, start)
	for i := start; i < len(r.text); i++ {
		switch c, rest := r.text[i], r.text[i:]; {
		case c == '\n',
			c == '\r' && !hasPrefix(rest[1:], "\n"):
			r.lines = append(r.lines, i+1)
		case c == 0xC2 && hasPrefix(rest, "\u0085"):
			r.lines = append(r.lines, i+2)
		case c == 0xE2 && (hasPrefix(rest, "\u2028") || hasPrefix(rest, "\u2029")):
			r.lines = append(r.lines, i+3)
		}
	}
}

func hasPrefix(text []byte, prefix string) bool {
	return len(text) >= len(prefix) && string(text[:len(prefix)]) == prefix
}

// offset is the byte of the file at a line and a column, both from 1; columns
// are characters. It goes on from the last offset where it can, because a line may be
// as long as the front matter.
func (r *yamlReader) offset(line, column int) int {
	if line < 1 {
		return r.lines[0]
	}
	if line > len(r.lines) {
		return len(r.text)
	}
	c := &r.cursor
	if c.line != line || c.column > column {
		c.line, c.column, c.at = line, 1, r.lines[line-1]
	}
	for ; c.column < column && c.at < len(r.text); c.column++ {
		_, size := utf8.DecodeRune(r.text[c.at:])
		c.at += size
	}
	return c.at
}

// value converts a node; depth is that of node, the whole being 1.
func (r *yamlReader) value(n *yaml.Node, depth int) value {
	start := r.offset(n.Line-r.before, n.Column)
	v := value{start: start, end: start, raw: -1}
	if depth > r.limits.Depth {
		r.tree.tooDeep(r.limits.Depth, start, start)
		return v
	}
	r.refuse(n, start)
	switch n.Kind {
	case yaml.ScalarNode:
		r.scalar(n, &v)
	case yaml.SequenceNode:
		v.form, v.end = formList, start+1
		v.items = roomFor(&r.items, len(n.Content))
		for _, item := range n.Content {
			v.items = append(v.items, r.value(item, depth+1))
			r.leave(item, max(item.Column-len("- ")-1, 0))
			v.end = v.items[len(v.items)-1].end
		}
	case yaml.MappingNode:
		v.form, v.end = formTable, start+1
		r.mapping(n, &v, depth)
	}
	return v
}

// roomFor is an empty list with room for n items, of a longer one.
func roomFor[T any](room *[]T, n int) []T {
	const few = 64
	from := len(*room)
	if cap(*room)-from < n {
		*room, from = make([]T, 0, max(n, 2*cap(*room), few)), 0
	}
	*room = (*room)[:from+n]
	return (*room)[from : from : from+n]
}

// mapping converts the pairs of a node into those of v.
func (r *yamlReader) mapping(n *yaml.Node, v *value, depth int) {
	v.pairs = roomFor(&r.pairs, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		k := r.value(key, depth+1)
		if r.tree.tooManyKeys(r.limits.Keys, k.start, k.end) {
			return
		}
		if key.Kind == yaml.ScalarNode && key.Tag == "!!merge" {
			r.tree.fail("yaml-alias", k.start, k.end, "front matter cannot merge maps with <<", "write the keys out")
			continue
		}
		if key.Kind != yaml.ScalarNode {
			r.tree.fail("front-matter-syntax", k.start, k.end, "a key must be text", "write key: value")
			continue
		}
		bare := n.Style&yaml.FlowStyle != 0 && i > 0 && n.Content[i-1].Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0 &&
			n.Content[i+1].Tag == "!!null" && n.Content[i+1].Value == "" && !followedBy(r.text[k.end:], ':')
		v.pairs = append(v.pairs, pair{key.Value, k.start, k.end, r.value(n.Content[i+1], depth+1), bare})
		v.end = max(k.end, v.pairs[len(v.pairs)-1].value.end)
		r.leave(n.Content[i+1], key.Column-1)
	}
}

// followedBy says whether the first byte after blanks is c.
func followedBy(rest []byte, c byte) bool {
	rest = bytes.TrimLeft(rest, " \t")
	return len(rest) > 0 && rest[0] == c
}

// leave remembers whether the value just read goes on where a line indented by
// more than indent follows: a plain or block scalar does, quotes and brackets are closed.
func (r *yamlReader) leave(n *yaml.Node, indent int) {
	const closed = yaml.FlowStyle | yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle
	switch {
	case n.Style&closed != 0:
		r.open = -1
	case n.Kind == yaml.ScalarNode:
		r.open = indent
	}
}

// refuse notes what front matter has no use for: values that stand elsewhere, and
// types of their own, by whose rules "!!bool yes" is true and "!!null words" nothing.
func (r *yamlReader) refuse(n *yaml.Node, start int) {
	end := min(start+1, len(r.text))
	switch {
	case n.Kind == yaml.AliasNode:
		r.tree.fail("yaml-alias", start, end, "front matter cannot repeat a value with *", "write the value out, or put text that begins with * in quotes")
	case n.Anchor != "":
		r.tree.fail("yaml-alias", start, end, "front matter cannot name a value with &", "write the value alone, or put text that begins with & in quotes")
	case n.Style&yaml.TaggedStyle != 0 && (n.Tag != "!!str" || n.Kind != yaml.ScalarNode):
		r.tree.fail("yaml-tag", start, end, "front matter cannot give a value the type "+quoted(n.Tag), "write the value alone, or put text that begins with ! in quotes")
	}
}

// scalar converts a node that is neither list nor map.
func (r *yamlReader) scalar(n *yaml.Node, v *value) {
	v.text = n.Value
	switch n.Tag {
	case "!!null":
		v.form = formNothing
	case "!!bool":
		v.form = formBoolean
	case "!!int", "!!float":
		v.form = formNumber
	default: // a date too
		v.form = formText
	}
	rest := r.text[v.start:]
	switch {
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 && len(rest) > 0:
		v.end = v.start + quoteEnd(rest)
		if hasPrefix(rest[1:], n.Value) && v.end == v.start+len(n.Value)+2 {
			v.raw = v.start + 1
		}
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle|yaml.TaggedStyle) == 0 && hasPrefix(rest, n.Value):
		v.end, v.raw = v.start+len(n.Value), v.start
		v.cut = cutAt(r.text, v.end)
	default:
		line, _, _ := bytes.Cut(rest[:min(len(rest), 200)], []byte{'\n'}) // bounded, for there may be many on one line
		v.end = v.start + len(bytes.TrimRight(line, " \t\r"))
	}
}

// cutAt is where a comment begins that follows a text on its line, and in which a letter or a digit stands right behind
// the "#", as in "Resolution #12"; or 0.
func cutAt(text []byte, end int) int {
	rest := bytes.TrimLeft(text[end:], " \t")
	at := len(text) - len(rest)
	if at == end || len(rest) < 2 || rest[0] != '#' {
		return 0
	}
	if next, _ := utf8.DecodeRune(rest[1:]); !unicode.IsLetter(next) && !unicode.IsDigit(next) {
		return 0
	}
	return at
}

// quoteEnd is the length of the quoted text that rest begins with; after a tag,
// of the first line.
func quoteEnd(rest []byte) int {
	quote := rest[0]
	for i := 1; i < len(rest); i++ {
		switch {
		case quote == '"' && rest[i] == '\\':
			i++
		case quote == '\'' && hasPrefix(rest[i:], "''"):
			i++
		case rest[i] == quote:
			return i + 1
		case rest[i] == '\n' && quote != '"' && quote != '\'':
			return i
		}
	}
	return len(rest)
}

// explain notes a mistake of syntax in plain words.
func (r *yamlReader) explain(err error) {
	detail, ok := errors.AsType[*yaml.LoadError](err)
	if !ok {
		r.tree.fail("front-matter-syntax", r.lines[0], r.lines[0], "the YAML of the front matter cannot be read", "write key: value, one a line")
		return
	}
	if m := r.plainWords(detail); m != nil {
		r.tree.mistakes = append(r.tree.mistakes, *m)
	}
}

package parse

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"demarche/generator/dossier"
)

// readTOML reads the front matter from start to end of file: the library gives
// the values, a scan their places. The library is slow on nested values, so it is
// given only what the scan has passed.
func readTOML(file []byte, start, end int, limits dossier.Limits) *tree {
	scan := tomlScan{text: string(file[:end]), at: start, limits: limits}
	whole := scan.document()
	if len(scan.tree.mistakes) > 0 {
		return &scan.tree
	}
	read := scan.text[start:]
	if !whole {
		line, _, _ := strings.Cut(scan.text[scan.at:], "\n")
		read = scan.text[start : scan.at+len(line)]
	}
	var values map[string]any
	if _, err := toml.Decode(read, &values); err != nil {
		scan.explain(start, end, err)
		return &scan.tree
	}
	if !whole {
		scan.tree.fail("front-matter-syntax", scan.at, scan.at, "the TOML of the front matter cannot be read from here", tomlHint)
		return &scan.tree
	}
	scan.tree.root = tomlValue(scan.text, values, &scan.root)
	return &scan.tree
}

const tomlHint = `write key = "value" or key = ["value", "value"], one a line; a date that is not a whole day needs quotes`

// explain notes a mistake of syntax.
func (s *tomlScan) explain(start, end int, err error) {
	m := mistake{code: "front-matter-syntax", start: start, end: start, text: "the TOML of the front matter cannot be read", hint: tomlHint}
	if detail, ok := errors.AsType[toml.ParseError](err); ok {
		m.start = min(max(start+detail.Position.Start, start), end)
		m.end = min(m.start+max(detail.Position.Len, 1), end)
		m.text = plainTOML(detail.Message)
		if key, _, twice := strings.Cut(detail.Message, "' has already been defined"); twice {
			key = strings.TrimPrefix(key, "Key '")
			m.code, m.text, m.hint = "duplicate-key", "the key "+quoted(key)+" is written twice", "keep one of the two"
			m.first = s.root.below(key)
			if m.first != nil && m.first.key >= m.start {
				m.first = nil
			}
		}
	}
	s.tree.mistakes = append(s.tree.mistakes, m)
}

// below is the spot of a key with its dots, or nil.
func (s *spot) below(key string) *spot {
	for part := range strings.SplitSeq(key, ".") {
		if s = s.table().keys[part]; s == nil {
			return nil
		}
	}
	return s
}

// plainTOML says in plain words what the library says of a mistake.
func plainTOML(message string) string {
	for _, known := range []struct{ part, plain string }{
		{"unexpected EOF", "this value is not closed before the front matter ends"},
		{"strings cannot contain newlines", "this text is not closed on its line"},
		{"expected value", "no value begins like this: text stands in quotes"},
		{"invalid datetime", "only a whole day or a time of one stands without quotes"},
		{"or '='", "an equals sign must stand between key and value"},
		{"expected key separator", "an equals sign must stand between key and value"},
		{"expected a comma", "a comma or the closing bracket must stand here"},
		{"expected a top-level item to end", "each key stands on a line of its own, and nothing follows its value"},
		{"invalid escape", `a backslash in text in double quotes must be written \\, or the text stand in 'single quotes'`},
	} {
		if strings.Contains(message, known.part) {
			return known.plain
		}
	}
	return "the TOML of the front matter cannot be read here"
}

// tomlValue joins a value of the library with the spot at which it stands.
func tomlValue(file string, of any, s *spot) value {
	v := value{start: s.start, end: s.end, raw: -1}
	written := strings.Clone(file[s.start:s.end]) // a Doc holds no part of its file
	switch of := of.(type) {
	case map[string]any:
		v.form = formTable
		for key, item := range of {
			at := s.keys[key]
			if at == nil {
				at = s
			}
			v.pairs = append(v.pairs, pair{key, at.key, at.keyEnd, tomlValue(file, item, at), false})
		}
		slices.SortFunc(v.pairs, func(a, b pair) int { return cmp.Or(a.start-b.start, cmp.Compare(a.key, b.key)) })
	case []map[string]any:
		v.form = formList
		for i := range of {
			v.items = append(v.items, tomlValue(file, of[i], s.item(i)))
		}
	case []any:
		v.form = formList
		for i := range of {
			v.items = append(v.items, tomlValue(file, of[i], s.item(i)))
		}
	case string:
		v.form, v.text = formText, of
		quote := len(written) - len(strings.TrimLeft(written, `"'`))
		if quote = min(quote, 3); quote != 2 && strings.HasPrefix(written[quote:], of) {
			v.raw = s.start + quote
		}
	case bool:
		v.form, v.text = formBoolean, written
	case int64, float64:
		v.form, v.text, v.raw = formNumber, written, s.start
	case time.Time:
		v.form, v.text, v.raw = formText, written, s.start
	}
	return v
}

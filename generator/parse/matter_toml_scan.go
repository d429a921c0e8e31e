package parse

import (
	"strings"

	"github.com/BurntSushi/toml"

	"demarche/generator/dossier"
)

// spot is where a value of TOML stands. The library tells values, not places.
type spot struct {
	start, end  int // the value, or the header of a table
	key, keyEnd int // its key
	depth       int // the whole is 1
	keys        map[string]*spot
	items       []*spot
}

// child is the spot under a key, made where there is none.
func (s *spot) child(key string, start, end int) *spot {
	if s.keys == nil {
		s.keys = make(map[string]*spot)
	}
	c := s.keys[key]
	if c == nil {
		c = &spot{start: start, end: end, key: start, keyEnd: end, depth: s.depth + 1}
		s.keys[key] = c
	}
	return c
}

// item is the spot of an item of a list, or of the list where the scan has none.
func (s *spot) item(i int) *spot {
	if i < len(s.items) {
		return s.items[i]
	}
	return s
}

// table is the spot that keys below s are in: of an array of tables, its last.
func (s *spot) table() *spot {
	if len(s.items) > 0 {
		return s.items[len(s.items)-1]
	}
	return s
}

// tomlScan walks over TOML to find where values stand and how deep they are. It
// decides nothing: what it lets pass may still be refused by the library.
type tomlScan struct {
	text   string // the file up to the end of the front matter
	at     int
	limits dossier.Limits
	root   spot
	tree   tree
}

// document scans the whole; it stops and returns false where text is no TOML.
func (s *tomlScan) document() bool {
	s.root = spot{start: s.at, end: s.at, depth: 1}
	current := &s.root
	for {
		s.blank(true)
		if s.at == len(s.text) {
			return true
		}
		ok := false
		if s.text[s.at] == '[' {
			current, ok = s.header()
		} else {
			ok = s.pair(current)
		}
		s.blank(false)
		if !ok || len(s.tree.mistakes) > 0 || s.at < len(s.text) && s.text[s.at] != '\n' && s.text[s.at] != '\r' {
			return false
		}
	}
}

// blank passes space, and with lines also line breaks and comments.
func (s *tomlScan) blank(lines bool) {
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case c == ' ' || c == '\t', lines && (c == '\n' || c == '\r'):
			s.at++
		case c == '#':
			if i := strings.IndexByte(s.text[s.at:], '\n'); i >= 0 {
				s.at += i
			} else {
				s.at = len(s.text)
			}
		default:
			return
		}
	}
}

// eat passes the text where it comes next.
func (s *tomlScan) eat(text string) bool {
	if !strings.HasPrefix(s.text[s.at:], text) {
		return false
	}
	s.at += len(text)
	return true
}

// header scans [table] or [[array of tables]].
func (s *tomlScan) header() (*spot, bool) {
	start := s.at
	array := s.eat("[[")
	if !array {
		s.eat("[")
	}
	t, ok := s.path(&s.root)
	if !ok || !s.eat("]") || array && !s.eat("]") {
		return nil, false
	}
	if !array {
		return t, true
	}
	t.items = append(t.items, &spot{start: start, end: s.at, key: start, keyEnd: s.at, depth: t.depth + 1})
	return t.table(), true
}

// path scans a key with its dots and returns its spot below s.
func (s *tomlScan) path(below *spot) (*spot, bool) {
	for {
		s.blank(false)
		start := s.at
		name, ok := s.name()
		if !ok || s.tree.tooManyKeys(s.limits.Keys, start, s.at) {
			return nil, false
		}
		below = below.table().child(name, start, s.at)
		if below.depth > s.limits.Depth {
			s.tree.tooDeep(s.limits.Depth, start, s.at)
			return nil, false
		}
		s.blank(false)
		if !s.eat(".") {
			return below, true
		}
	}
}

// name scans one part of a key.
func (s *tomlScan) name() (string, bool) {
	start := s.at
	if s.at < len(s.text) && (s.text[s.at] == '"' || s.text[s.at] == '\'') {
		ok := s.quote(s.text[s.at : s.at+1])
		return plainKey(s.text[start:s.at]), ok
	}
	for s.at < len(s.text) && bareKey(s.text[s.at]) {
		s.at++
	}
	return s.text[start:s.at], s.at > start
}

// plainKey is a key without its quotes and escapes, as the library knows it.
func plainKey(quoted string) string {
	var read struct{ K string }
	if strings.IndexByte(quoted, '\\') >= 0 {
		if _, err := toml.Decode("K = "+quoted, &read); err == nil {
			return read.K
		}
	}
	return strings.Trim(quoted, quoted[:1])
}

// bareKey says whether a key without quotes may hold c; bytes past ASCII are
// left for the library to judge.
func bareKey(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c >= 0x80
}

// pair scans key = value.
func (s *tomlScan) pair(below *spot) bool {
	child, ok := s.path(below)
	if !ok || !s.eat("=") {
		return false
	}
	s.blank(false)
	return s.value(child)
}

// value scans a value into its spot.
func (s *tomlScan) value(v *spot) bool {
	v.start, v.end = s.at, s.at
	if s.at == len(s.text) {
		return false
	}
	if v.depth > s.limits.Depth {
		s.tree.tooDeep(s.limits.Depth, s.at, s.at+1)
		return false
	}
	ok := true
	rest := s.text[s.at:]
	switch rest[0] {
	case '[':
		ok = s.inside(v, "]")
	case '{':
		ok = s.inside(v, "}")
	case '"', '\'':
		mark := rest[:1]
		if triple := strings.Repeat(mark, 3); strings.HasPrefix(rest, triple) {
			mark = triple
		}
		ok = s.quote(mark)
	default:
		s.bare()
		ok = s.at > v.start
	}
	v.end = s.at
	return ok
}

// inside scans the items of a list or the pairs of an inline table.
func (s *tomlScan) inside(v *spot, closing string) bool {
	s.at++
	for {
		s.blank(true)
		if s.eat(closing) {
			return true
		}
		ok := false
		if closing == "}" {
			ok = s.pair(v)
		} else {
			v.items = append(v.items, &spot{depth: v.depth + 1})
			ok = s.value(v.items[len(v.items)-1])
		}
		s.blank(true)
		if !ok || !s.eat(",") && !strings.HasPrefix(s.text[s.at:], closing) {
			return false
		}
	}
}

// quote scans text between marks: one or three of " or '.
func (s *tomlScan) quote(mark string) bool {
	for s.at += len(mark); s.at < len(s.text); s.at++ {
		switch {
		case s.text[s.at] == '\\' && mark[0] == '"':
			s.at++
		case s.text[s.at] == '\n' && len(mark) == 1:
			return false
		case s.eat(mark):
			for range 2 { // up to two marks may stand before the closing three
				if len(mark) == 3 {
					s.eat(mark[:1])
				}
			}
			return true
		}
	}
	s.at = len(s.text)
	return false
}

// bare scans a number, a date or a word; a date may have a space before its time.
func (s *tomlScan) bare() {
	start := s.at
	for s.at < len(s.text) {
		c := s.text[s.at]
		isTime := c == ' ' && s.at-start == len("2025-06-19") && s.text[start+4] == '-' && s.at+1 < len(s.text) && s.text[s.at+1] >= '0' && s.text[s.at+1] <= '9'
		if strings.IndexByte(",]}#\n\r \t", c) >= 0 && !isTime {
			return
		}
		s.at++
	}
}

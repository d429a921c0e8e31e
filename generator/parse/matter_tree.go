package parse

import "strconv"

// form is what a value of front matter looks like, whatever language it is written in.
type form uint8

const (
	formNothing form = iota // a key without a value, null
	formText                // also a date
	formNumber
	formBoolean
	formList
	formTable
)

// String is the form as a message names it.
func (f form) String() string {
	return [...]string{"nothing", "text", "a number", "true or false", "a list", "a map"}[f]
}

// value is a value of front matter as it was written: YAML, TOML and JSON all
// become this tree, and only this tree is decoded.
type value struct {
	form  form
	text  string // of text, a number, true or false: as written, escapes undone
	start int    // bytes of the file
	end   int
	raw   int     // where text stands in the file byte for byte, or -1 where it was quoted with escapes or folded
	cut   int     // where a comment begins behind the text that may be meant for a part of it: "Resolution #12"; 0 where none does
	items []value // of a list
	pairs []pair  // of a table, in the order of the file
}

// pair is a key of a table with its value.
type pair struct {
	key   string // as written
	start int    // of the key
	end   int
	value value
	bare  bool // it stands in braces without a colon, behind what has no quotes, as what a comma in a text cuts off does
}

// mistake is a reason why front matter cannot be read as a tree.
type mistake struct {
	code       string
	start, end int
	text, hint string
	first      *spot // of a key that is written twice: where it stands first
}

// tree is front matter that has been read, or what is wrong with it.
type tree struct {
	root     value
	keys     int // counted against the limit
	mistakes []mistake
}

// fail notes a mistake.
func (t *tree) fail(code string, start, end int, text, hint string) {
	t.mistakes = append(t.mistakes, mistake{code: code, start: start, end: end, text: text, hint: hint})
}

// tooManyKeys counts a key and says whether the limit is passed; it notes that once.
func (t *tree) tooManyKeys(limit, start, end int) bool {
	t.keys++
	if t.keys == limit+1 {
		t.fail("front-matter-limit", start, end, "the front matter has too many keys",
			"delete some, or raise limits: keys in content/index.md above "+strconv.Itoa(limit))
	}
	return t.keys > limit
}

// tooDeep notes that nesting passed the limit.
func (t *tree) tooDeep(limit, start, end int) {
	t.fail("front-matter-limit", start, end, "the front matter is nested too deep",
		"write it flatter, or raise limits: depth in content/index.md above "+strconv.Itoa(limit))
}

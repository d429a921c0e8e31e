package parse

import (
	"strings"
	"testing"
)

// TestPlacesInTOML holds the scan to the library: every text of the tree stands
// where the tree says.
func TestPlacesInTOML(t *testing.T) {
	const text = `# comment "with [brackets
bare = "one" # comment
"quoted.key" = 'two'
'literal' = """three ""quotes"""""
dotted . key = '''
four'''
list = [ "five", # comment ]
  'six', ["seven", ], ]
inline = { a = "eight", b.c = ["nine"] }
day = 1933-11-17
moment = 1933-11-17 10:00:00Z
figure = 1_000
escaped = "a\u0062c\"d"

[table]
x = "ten"
[table.below]
x = "eleven"
[[tables]]
x = "twelve"
[[tables]]
x = "thirteen"
[[tables.below]]
x = "fourteen"
`
	tree := readTOML([]byte(text), 0, len(text), DefaultLimits)
	if len(tree.mistakes) > 0 {
		t.Fatal(tree.mistakes)
	}
	found := 0
	walk(&tree.root, func(v *value) {
		found++
		written := strings.Trim(text[v.start:v.end], "\"'\n")
		if v.raw >= 0 && !strings.HasPrefix(text[v.raw:], v.text) || v.raw < 0 && written != v.text && written != `a\u0062c\"d` && !strings.HasPrefix(v.text, "three") {
			t.Errorf("%q is said to stand at %q, its text at %d", v.text, text[v.start:v.end], v.raw)
		}
	})
	if found != 18 {
		t.Errorf("%d values, want 18", found)
	}
}

// walk calls do for every value that is neither list nor map.
func walk(v *value, do func(v *value)) {
	if v.form != formList && v.form != formTable {
		do(v)
	}
	for i := range v.items {
		walk(&v.items[i], do)
	}
	for i := range v.pairs {
		walk(&v.pairs[i].value, do)
	}
}

func TestScanStopsWhereTheLibraryStops(t *testing.T) {
	for _, text := range []string{
		"a = 1 b = 2\n" + strings.Repeat("x", 10),
		"a = [1\nb = 2\n",
		"a = {b = 1\n\n",
		"= 1\n", "a =\n", "a\n", "[a\n", "[]\n", "[[a]\nb=1\n", "a. = 1\n", "a = \"b\nc = 1\n", "a = '''b",
		"a = [,]\n", "a = {,}\n", "é = 1\n", "a = tru\n", "\"a = 1\n",
	} {
		tree := readTOML([]byte(text), 0, len(text), DefaultLimits)
		if len(tree.mistakes) != 1 || tree.mistakes[0].code != "front-matter-syntax" {
			t.Errorf("%q: %+v", text, tree.mistakes)
			continue
		}
		if m := tree.mistakes[0]; m.start < 0 || m.end < m.start || m.end > len(text) {
			t.Errorf("%q: from %d to %d", text, m.start, m.end)
		}
	}
}

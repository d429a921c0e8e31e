package slug

import "testing"

func TestPortable(t *testing.T) {
	for _, name := range []string{"talks.md", "Rufus Firefly.md", "Élbonia", ".hidden", "a map.png", "con-1"} {
		if why := Portable(name); why != "" {
			t.Errorf("%q %s", name, why)
		}
	}
	for _, name := range []string{"a/b", `a\b`, "a:b", "a?", "a*", `"a"`, "<a>", "a|b", "a\x01", "a\u200b", "a.", "a ", "CON", "nul.txt"} {
		if Portable(name) == "" {
			t.Errorf("%q suits every system", name)
		}
	}
}

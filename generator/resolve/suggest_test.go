package resolve_test

import (
	"strings"
	"testing"

	"demarche/generator/resolve"
)

// TestNamesOfOtherScriptsAreMeantAsLatinOnesAre tries names beside an actor's file, in letters of one byte and of more.
func TestNamesOfOtherScriptsAreMeantAsLatinOnesAre(t *testing.T) {
	for _, c := range []struct {
		file, named string
		meant       bool
	}{
		{"Zendia", "Vendia", false}, // another first letter
		{"Зендия", "Вендия", false},
		{"زندا", "رندا", false},
		{"Reda", "Rena", false}, // too short
		{"Реда", "Рена", false},
		{"沼地国", "沼地州", false},
		{"Silvia", "Silvania", false}, // two slips
		{"Сильвия", "Сильвания", false},
		{"Marshia", "Marskia", true},
		{"Маршия", "Маркия", true},
		{"Маршия", "Мадшия", true}, // two bytes are others
		{"سیلوانیا", "سیلوامیا", true},
		{"Reda", "Rdea", true},
		{"Реда", "Рдеа", true},
	} {
		s := readSite(fenced("-- actors/" + c.file + ".md --\nkind: state\n\n-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [" + c.named + "]\n"))
		got := dump(s.files, s.docs(t), resolve.Options{Folder: "folder"})
		want := `did you mean "` + c.file + `"?`
		if strings.Contains(got, want) != c.meant || strings.Contains(got, "warning: ") != c.meant {
			t.Errorf("%s beside %s, meant %v:\n%s", c.named, c.file, c.meant, got)
		}
	}
}

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

// TestAPersonIsMeantByOtherFormsOfTheName tries names beside a person's file, where the person is named too.
func TestAPersonIsMeantByOtherFormsOfTheName(t *testing.T) {
	for named, meant := range map[string]string{
		"Firefly, Rufus":                "Rufus Firefly",
		"R. Firefly":                    "Rufus Firefly",
		"Ambassador Rufus Firefly":      "Rufus Firefly",
		"Mr Rufus Firefly":              "Rufus Firefly",
		"Minister Firefly":              "Firefly",
		"Foreign Minister Firefly":      "Firefly",
		"Anna Firefly":                  "",
		"A. Firefly":                    "",
		"Friends of Rufus Firefly":      "",
		"Rufus Firefly Foundation":      "",
		"Rufus Firefly (painter)":       "",
		"Foreign Minister of Freedonia": "",
		"Firefly Minister":              "",
	} {
		s := readSite(fenced("-- actors/Rufus Firefly.md --\nkind: person\naliases: [Firefly]\nposts: [{role: Foreign Minister, organization: Freedonia}]\n\n" +
			"-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [Rufus Firefly, \"" + named + "\"]\n"))
		got := dump(s.files, s.docs(t), resolve.Options{Folder: "folder"})
		if strings.Contains(got, "warning: ") != (meant != "") || !strings.Contains(got, `did you mean "`+meant) && meant != "" {
			t.Errorf("%s, meant %q:\n%s", named, meant, got)
		}
	}
}

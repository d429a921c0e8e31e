package card

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"codeberg.org/go-fonts/dejavu/dejavusans"
)

func TestNameChangesWithWhatIsSeenAlone(t *testing.T) {
	f := fonts(t)
	c := samples["english"]
	name := f.Name(c)
	if len(name) != 10 || name != fonts(t).Name(c) {
		t.Errorf("%q is no name, or changes", name)
	}
	longer := c
	longer.Words.Words += strings.Repeat(" ", 10)
	if f.Name(longer) != name {
		t.Error("the name changes with white space that is not drawn")
	}
	seen := map[string]string{name: "english"}
	changes := map[string]func(*Card){
		"side":     func(c *Card) { c.Side = Neutral },
		"turned":   func(c *Card) { c.RTL = true },
		"title":    func(c *Card) { c.Title.Words += "!" },
		"language": func(c *Card) { c.Words.Lang = "sr" },
		"moved":    func(c *Card) { c.Act.Words, c.Who.Words = c.Who.Words, c.Act.Words },
	}
	for what, change := range changes {
		other := c
		change(&other)
		if same, is := seen[f.Name(other)]; is {
			t.Errorf("a card with another %s has the name of %s", what, same)
		}
		seen[f.Name(other)] = what
	}
	if fonts(t, File{"own.ttf", dejavusans.TTF}).Name(c) == name {
		t.Error("the name does not change with the fonts of a site")
	}
}

// TestCardsHaveNewNamesWithWhatDrawsThem compares what a name is made of with the modules that draw and the packages that are imported.
func TestCardsHaveNewNamesWithWhatDrawsThem(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(drawnWith) {
		if module := strings.TrimSuffix(line, "\n"); !strings.Contains(string(mod), "\t"+module+"\n") {
			t.Errorf("cards have names of %s, which draws none: write its version of go.mod there", module)
		}
	}
	imports, err := exec.Command("go", "list", "-f", `{{join .Imports "\n"}}`, ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	for path := range strings.Lines(string(imports)) {
		if path = strings.TrimSpace(path); !strings.Contains(path, ".") || strings.HasPrefix(path, "github.com/cespare/xxhash/") {
			continue // of Go itself, or only a sum
		}
		known := false
		for line := range strings.Lines(drawnWith) {
			module, _, _ := strings.Cut(line, " ")
			known = known || strings.HasPrefix(path, module+"/")
		}
		if !known {
			t.Errorf("cards are drawn with %s, and their names do not tell its version", path)
		}
	}
}

func TestFontsComeWithTheirLicence(t *testing.T) {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "codeberg.org/go-fonts/dejavu").Output()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "LICENSE-DejaVu"))
	if err != nil {
		t.Fatal(err)
	}
	if License != string(text) || !strings.Contains(License, "Bitstream Vera") {
		t.Error("the licence is not that of the fonts")
	}
	if script, err := os.ReadFile("../../.ci/release"); err != nil || !strings.Contains(string(script), "generator/card/LICENSE-DejaVu") {
		t.Errorf("a release has no licence of the fonts: %v", err)
	}
}

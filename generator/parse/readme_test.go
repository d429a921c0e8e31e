package parse

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/source"
)

// readme returns the README of the repository. Whoever makes a site of their own
// of it writes another, of which nothing is promised.
func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(text), "# Demarche\n") {
		t.Skip("this README is not Demarche's")
	}
	return string(text)
}

// readmeSection is what the README folds away under a title.
func readmeSection(t *testing.T, title string) string {
	t.Helper()
	_, after, found := strings.Cut(readme(t), "<summary><b>"+title+"</b>")
	if !found {
		t.Fatalf("the README has no section %q", title)
	}
	section, _, _ := strings.Cut(after, "</details>")
	return section
}

// writtenKey is a key as text and examples have it: `key` or key:.
var writtenKey = regexp.MustCompile("`([A-Za-z_]+)`|(?:^|[ {])([A-Za-z_]+):")

func TestReadmeNamesEveryKey(t *testing.T) {
	everyFile := names(shared)
	for section, keys := range map[string][][]string{
		"Every file": {everyFile},
		"The site":   {names(siteOnly), names(menuFields), names(limitFields)},
		"A digest":   {names(digestOnly), names(sourceFields), names(deedFields), names(amendmentFields)},
		"An actor":   {names(actorOnly), names(postFields), names(relationFields)},
	} {
		found := map[string]bool{}
		for line := range strings.Lines(readmeSection(t, section)) {
			for _, match := range writtenKey.FindAllStringSubmatch(line, -1) {
				found[match[1]+match[2]] = true
			}
		}
		for _, list := range keys {
			for _, key := range list {
				if !found[key] {
					t.Errorf("section %q does not name the key %q", section, key)
				}
			}
		}
	}
}

func TestReadmeNamesEveryActDeedAndKind(t *testing.T) {
	acts := readmeSection(t, "Acts")
	for _, act := range dossier.Acts {
		if row := "| `" + act.Name + "` | " + act.Test + " | " + act.Side.String() + " |\n"; !strings.Contains(acts, row) {
			t.Errorf("the acts lack the row %s", row)
		}
	}
	if got := strings.Count(acts, "\n| `"); got != len(dossier.Acts) {
		t.Errorf("the README has %d acts, and there are %d", got, len(dossier.Acts))
	}
	digest := readmeSection(t, "A digest")
	for _, deed := range dossier.Deeds {
		if !strings.Contains(digest, "`"+deed.Name+"`") {
			t.Errorf("the README does not name the deed %s", deed.Name)
		}
	}
	if all := strings.Join(kinds, " "); !strings.Contains(readmeSection(t, "An actor"), "# "+all+"\n") {
		t.Errorf("the README does not name the kinds %s", all)
	}
}

func TestReadmeHasOnlyDatesThatAreDates(t *testing.T) {
	rows := 0
	for line := range strings.Lines(readmeSection(t, "Dates")) {
		forms, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " | ")
		if !strings.HasPrefix(line, "| `") {
			continue
		}
		rows++
		for form := range strings.FieldsSeq(forms) {
			if _, err := edtf.Parse(strings.Trim(form, "`")); err != nil {
				t.Errorf("%s: %v", form, err)
			}
		}
	}
	if rows < 5 {
		t.Errorf("the README has %d rows of dates", rows)
	}
}

// readmeDocs are the examples of the README, parsed.
func readmeDocs(t *testing.T) map[string]*dossier.Doc {
	t.Helper()
	docs := map[string]*dossier.Doc{}
	for _, example := range strings.Split(readme(t), "```markdown\n")[1:] {
		text, _, _ := strings.Cut(example, "```\n")
		path, _, found := strings.Cut(strings.TrimPrefix(text, "---\n# "), "\n")
		if !found || !strings.HasPrefix(path, "content/") {
			t.Fatalf("an example does not begin with the name of its file:\n%s", text)
		}
		doc := File(source.New(path, []byte(text)), Options{})
		for _, p := range doc.Problems {
			if p.Severity != diag.Note {
				t.Errorf("%s: %s: %q", path, p.Text, text[p.At.Start:p.At.End])
			}
		}
		docs[path] = doc
	}
	return docs
}

func TestReadmeShowsTheDefaultLimits(t *testing.T) {
	site := readmeDocs(t)["content/index.md"]
	if site == nil || site.Site.Limits != DefaultLimits {
		t.Errorf("the example of index.md does not have the limits %+v", DefaultLimits)
	}
}

func TestReadmeUsesEveryPartOfAStatement(t *testing.T) {
	used := map[string]bool{}
	for _, doc := range readmeDocs(t) {
		for _, quote := range doc.Statements {
			for field, value := range reflect.ValueOf(quote).Fields() {
				used[field.Name] = used[field.Name] || !value.IsZero()
			}
		}
	}
	for field := range reflect.TypeFor[dossier.Quote]().Fields() {
		if !used[field.Name] && field.Name != "Tail" { // of those without an id
			t.Errorf("no statement of the README has %s", field.Name)
		}
	}
}

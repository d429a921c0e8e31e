package intake_test

import (
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/export"
	"demarche/generator/intake"
	"demarche/generator/locale"
	"demarche/generator/parse"
	"demarche/generator/resolve"
	"demarche/generator/source"
)

// published are the data of a site of these files, by route, and its problems.
func published(t *testing.T, files []txtar.File) (data map[string]string, problems []string) {
	t.Helper()
	var docs []*dossier.Doc
	for _, f := range files {
		docs = append(docs, parse.File(source.New(f.Name, f.Data), parse.Options{}))
	}
	archive, found := resolve.All(docs, resolve.Options{Folder: "site", Now: time.Date(2040, 1, 1, 0, 0, 0, 0, time.UTC)})
	for _, d := range docs {
		found = append(found, d.Problems...)
	}
	for _, p := range found {
		if p.Severity != diag.Note {
			problems = append(problems, p.At.Path+": "+p.Text+" ["+p.Code+"]")
		}
	}
	data = map[string]string{}
	for _, e := range export.All(archive, locale.English(), func(func(string) bool) {}) {
		var b bytes.Buffer
		if err := e.Write(&b); err != nil {
			t.Fatal(err)
		}
		data[e.Route] = b.String()
	}
	return data, problems
}

func filesOf(d intake.Draft) []txtar.File {
	var files []txtar.File
	for _, f := range d.Files {
		files = append(files, txtar.File{Name: f.Path, Data: f.Text})
	}
	return files
}

func sample(t *testing.T) []txtar.File {
	t.Helper()
	var files []txtar.File
	root := os.DirFS("../..")
	err := fs.WalkDir(root, "content", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".md") || strings.Contains(path, "/_") || path == "content/index.md" {
			return err // index.md, which may say where the site lies, is in no record
		}
		text, err := fs.ReadFile(root, path)
		files = append(files, txtar.File{Name: path, Data: text})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// A record that was published, imported and published again, is the same record.
func TestRecordGoesRound(t *testing.T) {
	hard, err := txtar.ParseFile("testdata/hard.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for name, files := range map[string][]txtar.File{"sample": sample(t), "hard": hard.Files} {
		t.Run(name, func(t *testing.T) {
			first, problems := published(t, files)
			for _, p := range problems {
				t.Log("before: ", p)
			}
			draft, err := intake.Record([]byte(first["/data/statements.json"]), []byte(first["/data/actors.json"]), []byte(first["/data/digests.json"]))
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range draft.Notes {
				t.Errorf("note: %+v", n)
			}
			again, problems := published(t, filesOf(draft))
			for _, p := range problems {
				t.Log("after: ", p)
			}
			for _, route := range []string{"/data/statements.json", "/data/actors.json", "/data/digests.json", "/data/corrections.json", "/data/dyads.csv"} {
				compare(t, route, named.ReplaceAllString(first[route], ""), named.ReplaceAllString(again[route], ""))
			}
			if t.Failed() {
				for _, f := range draft.Files {
					t.Logf("-- %s --\n%s", f.Path, f.Text)
				}
			}
		})
	}
}

// named is how many digests name an actor, also in their prose, which is not in the data.
var named = regexp.MustCompile(`,"named":\d+`)

func compare(t *testing.T, route, want, got string) {
	t.Helper()
	wants, gots := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(wants), len(gots)) {
		var w, g string
		if i < len(wants) {
			w = wants[i]
		}
		if i < len(gots) {
			g = gots[i]
		}
		if w != g {
			t.Errorf("%s, line %d is\n%s\nnot\n%s", route, i+1, g, w)
		}
	}
}

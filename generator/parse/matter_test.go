package parse

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/source"
)

var update = flag.Bool("update", false, "write what was found into the golden files")

// readMatter reads the front matter of one file, and returns its body too.
func readMatter(path, text string) (*dossier.Doc, string) {
	doc := &dossier.Doc{Path: path, Kind: kindIn(path), Name: strings.TrimSuffix(filepath.Base(path), ".md")}
	body := new(scribe).matter(doc, source.New(path, []byte(text)), Options{})
	diag.Sort(doc.Problems)
	return doc, text[body:]
}

func kindIn(path string) dossier.Kind {
	for _, kind := range []dossier.Kind{dossier.KindDigest, dossier.KindActor, dossier.KindTopic, dossier.KindPage} {
		if strings.HasPrefix(path, "content/"+kind.String()+"s/") {
			return kind
		}
	}
	return dossier.KindSite
}

// TestMatter reads the files of each archive in testdata/matter and compares what
// is found with its last file, "want".
func TestMatter(t *testing.T) {
	archives, err := filepath.Glob("testdata/matter/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { golden(t, path) })
	}
}

// inputs are the files of the golden archives that a pattern names, but for what is wanted of them.
func inputs(t testing.TB, pattern string) []txtar.File {
	archives, err := filepath.Glob(pattern)
	if err != nil || len(archives) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	var all []txtar.File
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, archive.Files...)
	}
	return slices.DeleteFunc(all, func(f txtar.File) bool { return f.Name == "want" })
}

func golden(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var files, got strings.Builder
	want := ""
	for _, f := range archive.Files {
		if f.Name == "want" {
			want = string(f.Data)
			continue
		}
		fmt.Fprintf(&files, "-- %s --\n%s", f.Name, f.Data)
		doc, body := readMatter(f.Name, string(f.Data))
		fmt.Fprintf(&got, "# %s\n", f.Name)
		printProblems(&got, doc, string(f.Data))
		if !doc.Broken {
			dumpFields(&got, "", reflect.ValueOf(doc).Elem())
		}
		fmt.Fprintf(&got, "body %q\n", firstLine(body))
	}
	if *update {
		if err := os.WriteFile(path, []byte(files.String()+"-- want --\n"+got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
	}
}

func printProblems(to *strings.Builder, doc *dossier.Doc, text string) {
	for _, p := range doc.Problems {
		at := source.NewPlaces([]byte(text)).Locate(p.At.Start)
		fmt.Fprintf(to, "%s:%d:%d: %s %s: %s\n", strings.TrimPrefix(p.At.Path, "content/"), at.Line, at.Column, p.Severity, p.Code, p.Text)
		if p.Hint != "" {
			fmt.Fprintf(to, "  hint: %s\n", p.Hint)
		}
		for _, related := range p.Related {
			at := source.NewPlaces([]byte(text)).Locate(related.At.Start)
			fmt.Fprintf(to, "  %d:%d: %s\n", at.Line, at.Column, related.Text)
		}
	}
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimLeft(text, "\r\n"), "\n")
	return line
}

// dumpFields prints what is not zero, without places and problems.
func dumpFields(to *strings.Builder, name string, v reflect.Value) {
	switch x := v.Interface().(type) {
	case source.Place, []diag.Problem, dossier.Kind:
		return
	case dossier.Text:
		v = reflect.ValueOf(x.Value)
	case dossier.When:
		v = reflect.ValueOf(x.String())
	case edtf.Date:
		v = reflect.ValueOf(x.String())
	case *dossier.Act:
		v = reflect.ValueOf(x.Name)
	case dossier.Ref:
		v = reflect.ValueOf(struct{ Target, Fragment, Label string }{x.Target(), x.Fragment(), x.Label()})
	case *dossier.Extra:
		name = strings.TrimSuffix(name, ".Extra")
	}
	switch {
	case v.IsZero():
	case v.Kind() == reflect.Pointer:
		dumpFields(to, name, v.Elem())
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i).Name
			if name == "" && (field == "Path" || field == "Name" || field == "Sum") {
				continue
			}
			dumpFields(to, strings.TrimPrefix(name+"."+field, "."), v.Field(i))
		}
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() != reflect.Interface:
		for i := range v.Len() {
			dumpFields(to, fmt.Sprintf("%s[%d]", name, i), v.Index(i))
		}
	default:
		fmt.Fprintf(to, "%s = %#v\n", name, v.Interface())
	}
}

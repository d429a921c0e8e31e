package parse

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"demarche/generator/dossier"
	"demarche/generator/source"
)

// TestFile reads the file of each archive in testdata/body and compares what is
// found with the archive's "want".
func TestFile(t *testing.T) {
	archives, err := filepath.Glob("testdata/body/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { goldenBody(t, path) })
	}
}

// TestLineEndsOfWindowsChangeNothing reads the files of the same archives as Git for Windows, and editors there, write them.
func TestLineEndsOfWindowsChangeNothing(t *testing.T) {
	for _, file := range inputs(t, "testdata/body/*.txtar") {
		name, options, _ := strings.Cut(file.Name, " ")
		if bytes.Contains(file.Data, []byte("\r")) {
			continue
		}
		o := Options{Sanitize: options == "sanitized", ImageHosts: []string{"images.example"}}
		there := bytes.ReplaceAll(file.Data, []byte("\n"), []byte("\r\n"))
		want, got := withoutSpans(dump(file.Data, File(source.New(name, file.Data), o))), withoutSpans(dump(there, File(source.New(name, there), o)))
		if got != want {
			t.Errorf("%s\n%s\nis on Windows %q\nwant %q", name, file.Data, got, want)
		}
	}
}

// withoutSpans leaves out what repeats the file itself over several lines.
func withoutSpans(dumped string) string {
	var kept strings.Builder
	for line := range strings.Lines(dumped) {
		if !strings.HasPrefix(line, "  block:") && !strings.HasPrefix(line, "  attribution:") {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

// goldenBody compares each file of an archive with the "want" that follows it. A
// file's name may be followed by words that set options.
func goldenBody(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var updated strings.Builder
	files := archive.Files
	for i := 0; i < len(files); i++ {
		name, options, _ := strings.Cut(files[i].Name, " ")
		o := Options{Sanitize: options == "sanitized", ImageHosts: []string{"images.example"}}
		text := files[i].Data
		got := dump(text, File(source.New(name, text), o))
		fmt.Fprintf(&updated, "-- %s --\n%s-- want --\n%s", files[i].Name, text, got)
		want := ""
		if i+1 < len(files) && files[i+1].Name == "want" {
			i++
			want = string(files[i].Data)
		}
		if got != want && !*update {
			t.Errorf("%s %s: got\n%s\nwant\n%s", path, name, got, want)
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(updated.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// dumper writes a Doc's body so that every field that is set can be read.
type dumper struct {
	strings.Builder
	file []byte
}

func dump(file []byte, doc *dossier.Doc) string {
	d := &dumper{file: file}
	for i := range doc.Statements {
		d.statement(i, &doc.Statements[i])
	}
	d.line("html", d.prose(doc.Body))
	for _, p := range doc.Problems {
		at := source.NewPlaces(file).Locate(p.At.Start)
		fmt.Fprintf(d, "%d:%d %s %s %s\n", at.Line, at.Column, p.Severity, p.Code, p.Text)
		if p.Hint != "" {
			fmt.Fprintf(d, "    %s\n", p.Hint)
		}
		for _, r := range p.Related {
			at := source.NewPlaces(file).Locate(r.At.Start)
			fmt.Fprintf(d, "    %d:%d %s\n", at.Line, at.Column, r.Text)
		}
	}
	return d.String()
}

func (d *dumper) statement(i int, q *dossier.Quote) {
	id := q.ID
	if q.Pinned {
		id = "^" + id
	}
	fmt.Fprintf(d, "statement %d %s %s\n", i, id, q.Form)
	d.line("  block", d.span(q.At))
	d.line("  attribution", d.span(q.Attr))
	d.refs("speaker", q.Speakers)
	d.line("  unnamed", q.Unnamed)
	d.refs("for", q.For)
	d.refs("to", q.To)
	d.refs("about", q.About)
	if q.Date.Set {
		d.line("  date", q.Date.String()+" "+d.span(q.Date.At))
	}
	d.refs("in reply to", q.ReplyTo)
	d.line("  in reply to", link(q.ReplyURL))
	d.refs("retracts", q.Retracts)
	for _, r := range []*dossier.Ref{q.SameAs} {
		if r != nil {
			d.refs("same as", []dossier.Ref{*r})
		}
	}
	if q.According != nil {
		d.refs("according to", []dossier.Ref{*q.According})
	}
	d.line("  according to", q.AccordingText)
	d.line("  at", q.Place)
	d.line("  via", link(q.Via))
	d.texts("source", slices.DeleteFunc([]dossier.Text{q.Source}, func(t dossier.Text) bool { return t.Value == "" }))
	d.texts("act", q.Acts)
	d.texts("topic", q.Topics)
	for _, c := range q.Context {
		d.line("  context", d.prose(c))
	}
	d.line("  question", strings.ReplaceAll(q.Question, "\n", `\n`))
	d.line("  words", d.prose(q.Words))
	d.line("  text", strings.ReplaceAll(q.Text, "\n", `\n`))
	d.line("  original", d.prose(q.Original.Words))
	d.line("  original text", strings.ReplaceAll(q.Original.Text, "\n", `\n`))
	d.line("  original lang", q.Original.Lang)
}

func (d *dumper) line(name, value string) {
	if value = strings.TrimSuffix(value, "\n"); value == "" {
		return
	}
	if strings.Contains(value, "\n") {
		value = "\n" + value
	} else {
		value = " " + value
	}
	fmt.Fprintf(d, "%s:%s\n", name, value)
}

func (d *dumper) refs(name string, refs []dossier.Ref) {
	for _, r := range refs {
		d.line("  "+name, strings.Join([]string{r.Target(), r.Fragment(), r.Label()}, "|")+" "+d.span(r.At))
	}
}

func (d *dumper) texts(name string, texts []dossier.Text) {
	for _, t := range texts {
		d.line("  "+name, t.Value+" "+d.span(t.At))
	}
}

// span is a place and what the file has there, shortened in the middle.
func (d *dumper) span(at source.Place) string {
	p := source.NewPlaces(d.file).Locate(int(at.Start))
	text := []rune(strings.ReplaceAll(string(d.file[at.Start:at.End]), "\n", `\n`))
	if len(text) > 70 {
		text = slices.Concat(text[:30], []rune(" [...] "), text[len(text)-30:])
	}
	return fmt.Sprintf("%d:%d %s", p.Line, p.Column, string(text))
}

func link(l dossier.Link) string {
	if l == (dossier.Link{}) {
		return ""
	}
	return "[" + l.Text + "](" + l.URL + ")"
}

// prose is HTML with its holes in braces, its runs between ‹ and ›, and ~ where
// the base path goes.
func (d *dumper) prose(p dossier.Prose) string {
	type mark struct {
		at, order int
		text      string
	}
	var marks []mark
	for _, r := range p.Runs {
		marks = append(marks, mark{int(r.End), 0, "›"}, mark{int(r.Start), 2, "‹"})
	}
	for _, h := range p.Holes {
		text := fmt.Sprintf("{statement %d}", h.Statement)
		if h.Statement < 0 {
			text = fmt.Sprintf("{%s|%s|%s %s}", h.Ref.Target(), h.Ref.Fragment(), h.Ref.Label(), d.span(h.Ref.At))
		}
		marks = append(marks, mark{int(h.At), 1, text})
	}
	for _, at := range p.Roots {
		marks = append(marks, mark{int(at), 1, "~"})
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.order, b.order)) })
	var out strings.Builder
	from := 0
	for _, m := range marks {
		out.Write(p.HTML[from:m.at])
		out.WriteString(m.text)
		from = m.at
	}
	out.Write(p.HTML[from:])
	return out.String()
}

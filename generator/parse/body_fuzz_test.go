package parse

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/source"
)

const fuzzHead = "---\ntitle: Talks\ndate: 2025-06-19\n---\n"

// FuzzFile reads any text as the body of a digest, raw HTML escaped and sanitised.
func FuzzFile(f *testing.F) {
	for _, seed := range inputs(f, "testdata/body/*.txtar") {
		f.Add(strings.TrimPrefix(string(seed.Data), fuzzHead))
	}
	f.Fuzz(func(t *testing.T, body string) {
		for _, sanitize := range []bool{false, true} {
			file := source.New("content/digests/talks.md", []byte(fuzzHead+body))
			check(t, file, Options{Sanitize: sanitize})
		}
	})
}

// FuzzAttribution reads any text as an attribution.
func FuzzAttribution(f *testing.F) {
	for _, seed := range inputs(f, "testdata/body/*.txtar") {
		for line := range strings.Lines(string(seed.Data)) {
			if rest, ok := strings.CutPrefix(line, "> — "); ok {
				f.Add(strings.TrimSpace(rest))
			}
		}
	}
	f.Fuzz(func(t *testing.T, attribution string) {
		file := source.New("content/digests/talks.md", []byte(fuzzHead+"> “Words.”\n>\n> — [[A]]"+attribution+"\n"))
		check(t, file, Options{})
	})
}

// check holds what is promised of every file.
func check(t *testing.T, file source.File, o Options) {
	t.Helper()
	doc := File(file, o)
	if again := File(file, o); !reflect.DeepEqual(doc, again) {
		t.Fatal("the same file gave two docs")
	}
	spans(t, "doc", reflect.ValueOf(doc).Elem(), len(file.Text))
	checkProse(t, doc.Body, len(doc.Statements))
	ids := map[string]bool{}
	for i := range doc.Statements {
		q := &doc.Statements[i]
		if ids[q.ID] || !isTag(q.ID) || strings.ContainsFunc(q.ID, func(r rune) bool { return r != '-' && notASCIIAlnum(r) }) {
			t.Fatalf("statement %d has the id %q", i, q.ID)
		}
		ids[q.ID] = true
		if len(q.Speakers) == 0 == (q.Unnamed == "") {
			t.Fatalf("statement %d has no speaker, or two kinds", i)
		}
		for _, p := range append([]dossier.Prose{q.Words, q.Original.Words}, q.Context...) {
			checkProse(t, p, 0)
			if p.Runs != nil {
				t.Fatalf("statement %d has runs", i)
			}
		}
	}
	for i, h := range statementHoles(doc.Body) {
		if h != i {
			t.Fatalf("statement %d is out of order", h)
		}
	}
}

func statementHoles(p dossier.Prose) (holes []int) {
	for _, h := range p.Holes {
		if h.Statement >= 0 {
			holes = append(holes, int(h.Statement))
		}
	}
	return holes
}

// spans holds that every span in v is in a file of size bytes.
func spans(t *testing.T, name string, v reflect.Value, size int) {
	t.Helper()
	if s, ok := v.Interface().(source.Place); ok {
		if s.Start < 0 || s.Start > s.End || int(s.End) > size {
			t.Fatalf("%s is %d to %d in a file of %d bytes", name, s.Start, s.End, size)
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				spans(t, name+"."+v.Type().Field(i).Name, v.Field(i), size)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			spans(t, fmt.Sprintf("%s[%d]", name, i), v.Index(i), size)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			spans(t, name, v.Elem(), size)
		}
	}
}

var (
	aTag       = regexp.MustCompile(`^<(/?)([a-z][a-z0-9]*)(?: [a-z-]+="[^"<>]*")*>`)
	aDangerous = regexp.MustCompile(`(?i)(href|src)="(javascript|data|vbscript|file):`)
)

// checkProse holds that HTML is well-formed, and its offsets in it and in order.
func checkProse(t *testing.T, p dossier.Prose, statements int) {
	t.Helper()
	text := string(p.HTML)
	var open []string
	ids := map[string]bool{}
	inTag := make([]bool, len(text)+1)
	for at := 0; at < len(text); at++ {
		if text[at] != '<' {
			if text[at] == '>' {
				t.Fatalf("a bare > in %q", text)
			}
			continue
		}
		m := aTag.FindStringSubmatch(text[at:])
		if m == nil {
			t.Fatalf("no tag at %d of %q", at, text)
		}
		switch {
		case m[1] == "/":
			if len(open) == 0 || open[len(open)-1] != m[2] {
				t.Fatalf("</%s> closes %q in %q", m[2], open, text)
			}
			open = open[:len(open)-1]
		case !slices.Contains(void, m[2]):
			open = append(open, m[2])
		}
		if _, id, ok := strings.Cut(m[0], ` id="`); ok {
			if id, _, _ = strings.Cut(id, `"`); ids[id] || !strings.HasPrefix(id, "_") {
				t.Fatalf("the id %q in %q", id, text)
			}
			ids[id] = true
		}
		for i := at + 1; i < at+len(m[0]); i++ {
			inTag[i] = true
		}
		at += len(m[0]) - 1
	}
	if len(open) > 0 || aDangerous.MatchString(text) {
		t.Fatalf("open %q in %q", open, text)
	}
	last, size := int32(0), int32(len(text))
	for _, h := range p.Holes {
		if h.At < last || h.At > size || inTag[h.At] || int(h.Statement) >= statements && statements > 0 {
			t.Fatalf("hole %v in %q", h, text)
		}
		last = h.At
	}
	last = 0
	for _, r := range p.Runs {
		if r.Start < last || r.End <= r.Start || r.End > size || strings.ContainsAny(text[r.Start:r.End], "<>") || inTag[r.Start] {
			t.Fatalf("run %v in %q", r, text)
		}
		if slices.ContainsFunc(p.Holes, func(h dossier.Hole) bool { return h.At > r.Start && h.At < r.End }) {
			t.Fatalf("a hole in run %v of %q", r, text)
		}
		last = r.End
	}
	last = -1
	for _, at := range p.Roots {
		if at <= last || at >= size || text[at] != '/' || text[at-1] != '"' || !inTag[at] {
			t.Fatalf("root %d in %q", at, text)
		}
		last = at
	}
}

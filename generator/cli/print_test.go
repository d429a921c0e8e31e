package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"demarche/generator/build"
	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/parse"
	"demarche/generator/source"
)

// hostile is a problem of a file whose words would steer a terminal or a workflow.
var hostile = []build.Located{{
	Problem: diag.Problem{
		Severity: diag.Error,
		Code:     "unknown-actor",
		At:       source.Span{Path: "content/digests/a,b:\x1b]0;c\x07%.md"},
		Text:     "unknown actor \"\x1b[2J\u202eeinodeerF\"\n::error::forged",
		Hint:     "did you mean \"Freedonia\r\"?",
	},
	Position: source.Position{Line: 3, Column: 7},
}}

func TestNothingInADigestSteersTheTerminal(t *testing.T) {
	var out bytes.Buffer
	printProblems(&out, hostile)
	if strings.ContainsAny(out.String(), "\x1b\x07\r\u202e") || strings.Count(out.String(), "\n") != 2 {
		t.Errorf("printed %q", out.String())
	}
	out.Reset()
	odd := hostile[0]
	odd.Text = "\u009b2J\u202eeinodeerF\U000e0041\n"
	list := jsonProblems([]build.Located{odd})
	var read []jsonProblem
	if err := printAsJSON(&out, list); err != nil || json.Unmarshal(out.Bytes(), &read) != nil || !slices.Equal(read, list) || strings.ContainsAny(out.String(), "\x1b\u009b\u202e\U000e0041") {
		t.Errorf("printed %q, %v", out.String(), err)
	}
	for _, word := range []string{"Élbonia", "Элбония", "می\u200cخواهم", "伊伯尼亞", "« non »"} {
		if printable(word) != word {
			t.Errorf("%q is printed as %q", word, printable(word))
		}
	}
}

func TestAnAliasThatIsProposedIsOneName(t *testing.T) {
	for _, name := range []string{"Smith, John", "Smith [John]", `Smith "John"`, "Smith: John", "Smith #John"} {
		var out bytes.Buffer
		Process{Stderr: &out}.tellAlike([]*dossier.Actor{{Name: "John Smith"}, {Name: name}}, map[string]bool{"": true}, nil)
		_, proposed, _ := strings.Cut(out.String(), "if they are, write ")
		line, _, _ := strings.Cut(proposed, " into content/actors/John Smith.md\n")
		file := parse.File(source.New("content/actors/John Smith.md", []byte("---\n"+line+"\n---\n")), parse.Options{})
		if got := file.Meta.Aliases; len(got) != 1 || got[0].Value != name || len(file.Problems) > 0 {
			t.Errorf("%s: %q makes the aliases %v, with the problems %v", name, out.String(), got, file.Problems)
		}
	}
}

func TestNothingInADigestForgesAnAnnotation(t *testing.T) {
	var out bytes.Buffer
	printAnnotations(&out, "site/", hostile)
	if strings.Count(out.String(), "\n") != 1 || !strings.HasPrefix(out.String(), "::error file=site/content/digests/a%2Cb%3A") {
		t.Errorf("printed %q", out.String())
	}
	if strings.Contains(out.String(), "%.md") || strings.Contains(out.String(), "\x1b") {
		t.Errorf("a sign is not escaped in %q", out.String())
	}
	out.Reset()
	printProblems(&out, []build.Located{{Problem: diag.Problem{At: source.Span{Path: "content/##[stop-commands]a.md"}, Text: "###[error]forged", Hint: "##[add-mask]e"}}})
	if strings.Contains(out.String(), "##[") {
		t.Errorf("a build prints %q", out.String())
	}
}

func TestAnnotationsBeginWithErrors(t *testing.T) {
	problem := func(s diag.Severity, text string) build.Located {
		return build.Located{Problem: diag.Problem{Severity: s, Code: "code", Text: text}}
	}
	var out bytes.Buffer
	printAnnotations(&out, "", []build.Located{problem(diag.Note, "first"), problem(diag.Warning, "second"), problem(diag.Error, "third")})
	var commands []string
	for line := range strings.Lines(out.String()) {
		command, _, _ := strings.Cut(strings.TrimPrefix(line, "::"), " ")
		commands = append(commands, command)
	}
	if got := strings.Join(commands, " "); got != "error warning notice" {
		t.Errorf("printed %s", got)
	}
}

func TestProgressIsShownAfterASecondOnATerminalAlone(t *testing.T) {
	for _, c := range []struct {
		terminal bool
		ago      time.Duration
		want     string
	}{
		{true, 2 * time.Second, "\r\033[Kwriting 1,200 of 9,000\r\033[K"},
		{true, 0, ""},
		{false, 2 * time.Second, ""},
	} {
		var out bytes.Buffer
		line := newProgress(Process{Stderr: &out, Terminal: c.terminal})
		line.began = line.began.Add(-c.ago)
		line.show("writing", 1200, 9000)
		line.show("writing", 1201, 9000) // too soon after the first
		line.clear()
		line.clear()
		if out.String() != c.want {
			t.Errorf("terminal %v after %v: %q", c.terminal, c.ago, out.String())
		}
	}
}

func TestNumbersAreGroupedByThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 12: "12", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		if grouped(n) != want {
			t.Errorf("grouped(%d) = %q", n, grouped(n))
		}
	}
	if counted(1, "file") != "1 file" || counted(0, "file") != "0 files" {
		t.Error("a count has the wrong number")
	}
}

// full is where nothing can be written, as on a disk that is full.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestProblemsThatCannotBeWrittenAreNoSuccess(t *testing.T) {
	dir := t.TempDir()
	content := filepath.Join(dir, "content", "digests")
	if err := os.MkdirAll(content, 0o755); err != nil {
		t.Fatal(err)
	}
	digest := "---\ntitle: Talks\ndate: 2031-05-04\nsources: [{title: Talks begin, url: 'https://gazette.example/talks'}]\n---\n\nThey met.\n" // without a copy
	if err := os.WriteFile(filepath.Join(content, "talks.md"), []byte(digest), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"text", "github", "json"} {
		for _, disk := range []string{"with room", "full"} {
			var out, errs bytes.Buffer
			p := Process{Args: []string{"check", "-s", dir, "--format", format}, Name: "demarche", Stdout: &out, Stderr: &errs,
				Env: func(string) string { return "" }, Now: time.Date(2032, 1, 1, 0, 0, 0, 0, time.UTC)}
			want := exitWell
			if disk == "full" {
				want = exitProblems
				if format == "text" {
					p.Stderr = full{}
				} else {
					p.Stdout = full{}
				}
			}
			if code := Main(p); code != want || disk != "full" && !strings.Contains(out.String()+errs.String(), "warning") {
				t.Errorf("%s, a disk %s: ended with %d, want %d: %s%s", format, disk, code, want, out.String(), errs.String())
			}
		}
	}
}

// TestCheckTellsNoMoreOfOneFileThanIsTold has a digest that refers to thousands that there are not.
func TestCheckTellsNoMoreOfOneFileThanIsTold(t *testing.T) {
	dir := t.TempDir()
	content := filepath.Join(dir, "content", "digests")
	if err := os.MkdirAll(content, 0o755); err != nil {
		t.Fatal(err)
	}
	digest := "---\ntitle: Talks\ndate: 2031-05-04\n---\n\n" + strings.Repeat("[[nowhere#^x]]\n\n", diag.Most+700)
	if err := os.WriteFile(filepath.Join(content, "talks.md"), []byte(digest), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	p := Process{Args: []string{"check", "-s", dir}, Name: "demarche", Stdout: &out, Stderr: &errs,
		Env: func(string) string { return "" }, Now: time.Date(2032, 1, 1, 0, 0, 0, 0, time.UTC)}
	Main(p)
	told, more := strings.Count(errs.String(), "talks.md:"), strings.Count(errs.String(), " more ")
	if told != diag.Most+1 || more != 1 || !strings.Contains(errs.String(), "700 more") {
		t.Errorf("%d problems are told of the file, and %d times that there are more", told, more)
	}
}

// TestRulesOfAnArticleThatLeadOutAreNotRead has a site whose rules are a link to a file beside it.
func TestRulesOfAnArticleThatLeadOutAreNotRead(t *testing.T) {
	dir, outside := t.TempDir(), filepath.Join(t.TempDir(), "secret")
	rules := filepath.Join(dir, "content", "_templates", "article.yaml")
	if err := os.MkdirAll(filepath.Dir(rules), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(outside, []byte("en: {}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, rules); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	var out, errs bytes.Buffer
	p := Process{Args: []string{"import", "article", "-", "-s", dir, "--date", "2031-05-04"}, Name: "demarche", Stdout: &out, Stderr: &errs,
		Stdin: strings.NewReader("Talks\n\n“We shall not be moved,” Rufus Firefly said.\n"),
		Env:   func(string) string { return "" }, Now: time.Date(2032, 1, 1, 0, 0, 0, 0, time.UTC)}
	if code := Main(p); code != exitProblems || !strings.Contains(errs.String(), "leads out of the site's folder") {
		t.Errorf("ended with %d: %s%s", code, out.String(), errs.String())
	}
}

// TestWhatIsPastedIntoAShellIsOneWord has names and folders that a shell would do something with.
func TestWhatIsPastedIntoAShellIsOneWord(t *testing.T) {
	for word, want := range map[string]string{
		"Freedonia":         "Freedonia",
		"sites/élbonia_2.0": "sites/élbonia_2.0",
		"Rufus Firefly":     "'Rufus Firefly'",
		"$(touch x)":        "'$(touch x)'",
		"`touch x`":         "'`touch x`'",
		"Driftwood's":       `'Driftwood'\''s'`,
		"a;b":               "'a;b'",
		"a|b":               "'a|b'",
		"a>b":               "'a>b'",
		"*":                 "'*'",
		"~":                 "'~'",
		"{a,b}":             "'{a,b}'",
		"#a":                "'#a'",
		"!!":                "'!!'",
		"a\\b":              `'a\b'`,
		"=ls":               "'=ls'",
		"":                  "''",
		"\x1b[2J":           `'\u{1b}[2J'`,
		"a\u00a0b":          "'a\u00a0b'",
	} {
		if got := shellWordOn("linux", word); got != want {
			t.Errorf("%q is printed as %s, want %s", word, got, want)
		}
	}
	for word, want := range map[string]string{
		`C:\sites\marsh`: `C:\sites\marsh`,
		`C:\my sites`:    `"C:\my sites"`,
		"Driftwood's":    `"Driftwood's"`,
		"a&b":            `"a&b"`,
		`a"b`:            `"ab"`,
		"$(touch x)":     `'$(touch x)'`,
		"`touch x`'s":    "'`touch x`''s'",
		"":               `""`,
	} {
		if got := shellWordOn("windows", word); got != want {
			t.Errorf("on Windows %q is printed as %s, want %s", word, got, want)
		}
	}
	var out bytes.Buffer
	listNamed(&out, &dossier.Archive{Actors: []*dossier.Actor{
		{Name: "$(touch x)", Named: source.Span{Path: "content/digests/talks.md"}},
		{Name: "-s", Named: source.Span{Path: "content/digests/talks.md"}},
	}})
	for _, want := range []string{"\tnew actor '$(touch x)'\n", "\tnew actor -- -s\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the list has no %q: %s", want, out.String())
		}
	}
}

// TestWhatIsBegunHoldsNothingThatParseRefuses begins files of titles and names that YAML, or some system, would not take as they are.
func TestWhatIsBegunHoldsNothingThatParseRefuses(t *testing.T) {
	dir := t.TempDir()
	run := func(args ...string) string {
		var out, errs bytes.Buffer
		p := Process{Args: append([]string{"-s", dir}, args...), Name: "demarche", Stdout: &out, Stderr: &errs,
			Env: func(string) string { return "" }, Now: time.Date(2032, 1, 1, 0, 0, 0, 0, time.UTC)}
		if code := Main(p); code != exitWell {
			t.Errorf("%q: ended with %d: %s", args, code, errs.String())
		}
		return out.String() + errs.String()
	}
	for n, text := range []string{"a\x01b", "a\x7fb", "a\nb\tc", "a\u2028c", "a\u0085d", "a\u202ee", "a\xfff", "- a", "yes", "2031-05-04", `a "b" 'c' \d: #e`, "CON", "nul.txt", "می\u200cخواهم"} {
		run("new", "actor", "--", text+strings.Repeat(" x", n%2*n))
		run("new", "digest", "--", text+strings.Repeat(" y", n))
	}
	if told := run("check"); !strings.Contains(told, ": 0 errors, ") {
		t.Errorf("check says %s", told)
	}
	if _, err := os.Stat(filepath.Join(dir, "content", "actors", "می\u200cخواهم"+strings.Repeat(" x", 13)+".md")); err != nil {
		t.Error(err)
	}
}

func TestACommandWhoseReportIsLostFails(t *testing.T) {
	var complaints bytes.Buffer
	code := Main(Process{Args: []string{"-s", t.TempDir(), "new", "actor", "Rufus Firefly"}, Name: "demarche",
		Stdout: full{}, Stderr: &complaints, Env: func(string) string { return "" }})
	if code != exitProblems || !strings.Contains(complaints.String(), "no space") {
		t.Errorf("it ended with %d: %s", code, complaints.String())
	}
}

// The next build no longer knows what is gone, so that what is not named now is never named.
func TestWhatIsGoneIsNamed(t *testing.T) {
	var routes []string
	for i := range 60 {
		routes = append(routes, fmt.Sprintf("/digests/talks-%d/", i))
	}
	if told := goneInWords(routes[:20]); strings.Count(told, "/digests/") != 20 || strings.Contains(told, "more") {
		t.Errorf("of 20 it tells %q", told)
	}
	if told := goneInWords(routes); strings.Count(told, "/digests/") != 50 || !strings.HasSuffix(told, " and 10 more") {
		t.Errorf("of 60 it tells %q", told)
	}
}

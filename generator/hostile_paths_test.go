package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"demarche/generator/build"
	"demarche/generator/cli"
	"demarche/generator/diag"
)

// paths are texts that a file system may take for another place, for no place, or for
// a place that is taken.
var paths = []string{
	"..", ".", "../a", "../../../../../../tmp/a", "a/../../b", "/etc/passwd", "//evil.example/a", "%2e%2e/a", "%2e%2e%2fa", "..%2fa", "..%c0%afa", "．．/a",
	`..\a`, `a\..\..\b`, `C:\a`, "C:a", `\\evil.example\a`, "~/a", "a/b", "a//b", "./a", "a/.", ".git", ".hidden", "-rf", "a:b", "a?b", "a#b", "a*b", `a"b`, "a|b", "a<b>",
	"a.", "a ", " a", "a. ", "con", "CON", "nul.txt", "com1", "aux.", "lpt9", "$(a)", "`a`", "a\nb", "a\tb", "index.html", "p", "feed.xml",
	strings.Repeat("a", 300), strings.Repeat("../", 100) + "a", strings.Repeat("é", 150),
}

// TestHostilePathsAreErrorsOrHarmless puts each path wherever an editor may write what
// becomes one. What is no error is published, inside public/ and under a name that every system takes.
func TestHostilePathsAreErrorsOrHarmless(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("thousands of builds, of which a few elsewhere show the race detector as much")
	}
	const head = "---\ntitle: Talks\ndate: 2031-05-04\n"
	places := map[string]func(text string) site{
		"slug of a digest": func(text string) site { return site{"digests/talks.md": head + "slug: " + quoted(text) + "\n---\n"} },
		"slug of an actor": func(text string) site { return site{"actors/zenda.md": "---\nslug: " + quoted(text) + "\n---\n"} },
		"slug of a topic":  func(text string) site { return site{"topics/zenda.md": "---\nslug: " + quoted(text) + "\n---\n"} },
		"slug of a page":   func(text string) site { return site{"pages/zenda.md": "---\nslug: " + quoted(text) + "\n---\n"} },
		"old path": func(text string) site {
			return site{"digests/talks.md": head + "aliases: [" + quoted("/"+text) + "]\n---\n"}
		},
		"id": func(text string) site {
			return site{"digests/talks.md": ordealHead + "> a\n>\n> — [[A]] ^" + text + "\n"}
		},
		"name": func(text string) site {
			return site{"digests/talks.md": ordealHead + "> a\n>\n> — [[" + text + "]] to [[B]]\n"}
		},
		"topic": func(text string) site {
			return site{"digests/talks.md": head + "topics: [" + quoted(text) + "]\n---\n"}
		},
		"tag": func(text string) site {
			return site{"digests/talks.md": head + "topics: [" + quoted(text) + "]\n---\n> a\n>\n> — [[A]] #" + text + "\n"}
		},
		"name of an actor": func(text string) site { return site{"actors/zenda.md": "---\nname: " + quoted(text) + "\n---\n"} },
		"archived words": func(text string) site {
			return site{"digests/talks.md": head + "sources: [{title: a, text: " + quoted(text) + "}]\n---\n"}
		},
		"image": func(text string) site { return site{"digests/talks.md": ordealHead + "![a](<" + text + ">)\n"} },
		"menu": func(text string) site {
			return site{"index.md": "---\nmenu: [{label: a, route: " + quoted("/"+text) + "}]\n---\n"}
		},
		"base address":      func(text string) site { return site{"index.md": "---\nbase_url: " + quoted("/"+text) + "\n---\n"} },
		"file of a digest":  func(text string) site { return named(text, "digests/%s.md", ordealHead) },
		"file of a page":    func(text string) site { return named(text, "pages/%s.md", "---\ntitle: A\n---\n") },
		"static file":       func(text string) site { return named(text, "static/%s", "a") },
		"folder of statics": func(text string) site { return named(text, "static/%s/a.png", "a") },
		"folder of digests": func(text string) site { return named(text, "digests/%s/talks.md", ordealHead) },
		"statement of words": func(text string) site {
			return site{"digests/talks.md": ordealHead + "> " + text + "\n>\n> — [[" + text + "]]\n"}
		},
	}
	published, refused := 0, 0
	for place, make := range places {
		for _, text := range paths {
			switch problems, outputs := tried(t, make(text)); {
			case len(problems) > 0:
				refused++
				for _, p := range problems {
					if p.Hint == "" {
						t.Errorf("%q as %s: no hint for %q", text, place, p.Text)
					}
				}
			default:
				published++
				for _, name := range outputs {
					if why := unportable(name); why != "" {
						t.Errorf("%q as %s: %q %s", text, place, name, why)
					}
				}
			}
		}
	}
	if published < 100 || refused < 100 {
		t.Errorf("%d were published and %d refused", published, refused)
	}
}

// named is a site with a file of that name, where the system that the test runs on has such names.
func named(text, pattern, content string) site {
	name := fmt.Sprintf(pattern, text)
	inside := fs.ValidPath(name) && !strings.ContainsAny(text, "\x00")
	for part := range strings.SplitSeq(name, "/") {
		inside = inside && len(part) <= 255
	}
	if !inside {
		return site{}
	}
	return site{name: content}
}

// tried returns a site's errors and, where it has none, the paths of its outputs.
func tried(t *testing.T, s site) (errors []diag.Problem, outputs []string) {
	t.Helper()
	dir := t.TempDir()
	s.write(t, dir)
	if err := os.MkdirAll(filepath.Join(dir, "content"), 0o777); err != nil {
		t.Fatal(err)
	}
	w, err := build.Open(build.Options{Source: dir, Now: time.Date(2031, 6, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	made, err := w.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range made.Problems {
		if p.Severity == diag.Error {
			errors = append(errors, p)
		}
	}
	if len(errors) == 0 {
		for o := range made.Outputs() {
			outputs = append(outputs, o.Path)
		}
	}
	return errors, outputs
}

// unportable says why a path cannot be published everywhere, or "".
func unportable(name string) string {
	if !fs.ValidPath(name) || !norm.NFC.IsNormalString(name) {
		return "is no path within a folder, or not in NFC"
	}
	for part := range strings.SplitSeq(name, "/") {
		stem, _, _ := strings.Cut(strings.ToLower(part), ".")
		isDevice := slices.Contains([]string{"con", "prn", "aux", "nul", "com1", "lpt9"}, stem)
		isUnfit := strings.ContainsFunc(part, func(c rune) bool { return strings.ContainsRune(`\:*?"<>|`, c) || !unicode.IsGraphic(c) })
		if isDevice || isUnfit || len(part) > 255 || part != strings.TrimRight(part, ". ") {
			return "has a part that some system does not take"
		}
	}
	return ""
}

// TestNothingIsWrittenOutsidePublic builds a site of hostile names with the
// program and looks at all that lies around it.
func TestNothingIsWrittenOutsidePublic(t *testing.T) {
	around := t.TempDir()
	dir := filepath.Join(around, "a", "b", "site")
	s := site{}
	for i, text := range paths {
		plain := strings.NewReplacer("\n", " ", "\t", " ", "[", "", "]", "", "|", " ", "#", " ", "^", " ").Replace(text)
		name := "x " + strings.ReplaceAll(text, "#", "# ") // with a letter behind it that would be a part of a page
		s[fmt.Sprintf("digests/talks-%d.md", i)] = "---\ntitle: " + quoted(text) + "\ndate: 2031-05-04\nactors: [" + quoted(name) + "]\n---\n" +
			"> " + plain + " x\n>\n> — [[" + fmt.Sprint(i, " ", plain) + "]] to [[Zenda]]\n"
	}
	s.write(t, dir)
	before := lies(t, around)
	p := cli.Process{Args: []string{"build", "-s", dir}, Name: "demarche", Stdout: new(strings.Builder), Stderr: new(strings.Builder), Env: func(string) string { return "" }, Now: time.Now()}
	if code := cli.Main(p); code != 0 {
		t.Fatalf("the build ended with %d:\n%s", code, p.Stderr)
	}
	inside := 0
	for _, name := range lies(t, around) {
		switch {
		case slices.Contains(before, name):
		case strings.HasPrefix(name, "a/b/site/public/"):
			inside++
		case strings.HasPrefix(name, "a/b/site/.public."): // state and twin
		default:
			t.Errorf("%s was written", name)
		}
	}
	if inside < 200 {
		t.Errorf("only %d files are in public/", inside)
	}
}

// lies are the paths of all files below a folder.
func lies(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			name, _ := filepath.Rel(dir, path)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestTwinsAreErrorsThatNameBoth has two files that some file system takes for one.
func TestTwinsAreErrorsThatNameBoth(t *testing.T) {
	const nfc, nfd = "r\u00e9sum\u00e9", "re\u0301sume\u0301"
	for _, c := range []struct{ one, other, content string }{
		{"digests/" + nfc + ".md", "digests/" + nfd + ".md", ordealHead},
		{"digests/Talks.md", "digests/talks.md", ordealHead},
		{"digests/a/talks.md", "digests/b/talks.md", ordealHead},
		{"actors/" + nfc + ".md", "actors/" + nfd + ".md", "---\nkind: body\n---\n"},
		{"pages/About.md", "pages/about.md", "---\ntitle: A\n---\n"},
		{"topics/Oil.md", "topics/oil.md", "---\ntitle: A\n---\n"},
		{"static/" + nfc + ".png", "static/" + nfd + ".png", "a"},
		{"static/A.png", "static/a.png", "a"},
		{"static/A/b.png", "static/a", "a"},
	} {
		problems, _ := tried(t, site{c.one: c.content, c.other: c.content})
		both := slices.ContainsFunc(problems, func(p diag.Problem) bool {
			text := p.At.Path + p.Text
			for _, r := range p.Related {
				text += r.At.Path
			}
			return strings.Contains(text, c.one) && strings.Contains(text, c.other)
		})
		if !both {
			t.Errorf("%+q and %+q: %v", c.one, c.other, problems)
		}
	}
}

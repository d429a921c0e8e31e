package disk

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"demarche/generator/diag"
)

func TestContentListsMarkdownInOrderOfPath(t *testing.T) {
	s := site(t, map[string]string{
		"content/index.md":              "x",
		"content/digests/a/b.md":        "x",
		"content/digests/a-b.md":        "x",
		"content/digests/.draft.md":     "x",
		"content/digests/.trash/old.md": "x",
		"content/digests/picture.png":   "x",
		"content/actors/Freedonia.MD":   "x",
		"content/topics/t.md":           "x",
		"content/pages/p.md":            "x",
		"content/static/readme.md":      "x",
		"content/sources/notes.md":      "x",
		"content/README.md":             "x",
		"README.md":                     "x",
	})
	entries, problems, err := s.Content()
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	want := []string{
		"content/actors/Freedonia.MD", "content/digests/a-b.md", "content/digests/a/b.md",
		"content/index.md", "content/pages/p.md", "content/topics/t.md",
	}
	if got := paths(entries); !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// TestAFolderWithinTooManyIsTold: to walk down costs the square of how many there are.
func TestAFolderWithinTooManyIsTold(t *testing.T) {
	deep := strings.Repeat("a/", 31) // 33 folders with content and digests
	s := site(t, map[string]string{
		"content/index.md":                       "x",
		"content/digests/" + deep + "kept.md":    "x",
		"content/digests/" + deep + "b/c/far.md": "x",
		"content/static/" + deep + "b/far.txt":   "x",
	})
	entries, problems, err := s.Content()
	if err != nil || len(entries) != 2 || len(problems) != 1 || problems[0].Code != "deep-folder" || problems[0].At.Path != "content/digests/"+deep+"b" {
		t.Error(paths(entries), problems, err)
	}
	if entries, problems = s.Static(); len(entries) != 0 || len(problems) != 1 || problems[0].Code != "deep-folder" {
		t.Error(paths(entries), problems)
	}
	for _, folder := range s.Folders() {
		if strings.HasSuffix(folder, "/b") {
			t.Errorf("%s is watched", folder)
		}
	}
}

func TestContentOutsideItsFoldersIsAWarning(t *testing.T) {
	s := site(t, map[string]string{
		"content/index.md":         "x",
		"content/talks.md":         "x",
		"content/digest/talks.md":  "x",
		"content/.obsidian/x.json": "x",
		"content/index.md.orig":    "x",
	})
	entries, problems, err := s.Content()
	if err != nil || len(entries) != 1 || len(problems) != 2 {
		t.Fatal(entries, problems, err)
	}
	for n, name := range []string{"content/digest", "content/talks.md"} {
		if p := problems[n]; p.At.Path != name || p.Code != "misplaced-file" || p.Severity != diag.Warning {
			t.Errorf("got %v", p)
		}
	}
}

func TestMarkdownOfAnotherEndingIsAWarning(t *testing.T) {
	s := site(t, map[string]string{"content/digests/talks.markdown": "x", "content/digests/notes.txt": "x", "content/digests/.talks.mkd": "x"})
	_, problems, err := s.Content()
	if err != nil || len(problems) != 1 || problems[0].At.Path != "content/digests/talks.markdown" ||
		problems[0].Severity != diag.Warning || problems[0].Hint != "call it talks.md" {
		t.Error(problems, err)
	}
}

// TestTheFileOfTheSiteUnderAnotherNameIsTold has what would leave the site without its title.
func TestTheFileOfTheSiteUnderAnotherNameIsTold(t *testing.T) {
	for _, name := range []string{"index.md.txt", "index.markdown", "Index.md"} {
		s := site(t, map[string]string{"content/" + name: "x"})
		entries, problems, err := s.Content()
		if err != nil || len(entries) != 0 || len(problems) != 1 || problems[0].Severity != diag.Warning || !strings.HasPrefix(problems[0].Hint, "call it index.md") {
			t.Errorf("%s: %+v, %v", name, problems, err)
		}
	}
}

func TestWhatIsHiddenInStaticIsToldAndWhatProgramsLeaveIsNotPublished(t *testing.T) {
	s := site(t, map[string]string{
		"content/static/map.svg": "x", "content/static/.map.svg.swp": "x", "content/static/._map.svg": "x", "content/static/map.svg~": "x",
		"content/static/.well-known/security.txt": "x", "content/static/.nojekyll": "", "content/static/maps/.gitkeep": "", "content/static/.env": "x", "content/static/.notes/a.txt": "x",
	})
	entries, problems := s.Static()
	var published, told []string
	for _, e := range entries {
		published = append(published, strings.TrimPrefix(e.Path, "content/static/"))
	}
	for _, p := range problems {
		if p.Severity == diag.Warning && p.Code == "hidden-file" {
			told = append(told, strings.TrimPrefix(p.At.Path, "content/static/"))
		}
	}
	if got := strings.Join(published, " "); got != ".env .nojekyll .notes/a.txt .well-known/security.txt map.svg" {
		t.Errorf("published are %s", got)
	}
	if got := strings.Join(told, " "); got != ".env .notes/a.txt" || len(problems) != 2 {
		t.Errorf("told of are %s: %+v", got, problems)
	}
}

func TestANameThatAProgramLengthenedIsTold(t *testing.T) {
	s := site(t, map[string]string{"content/digests/talks.md.txt": "x", "content/digests/MORE.MD.TXT": "x", "content/digests/notes.txt": "x"})
	_, problems, err := s.Content()
	if err != nil || len(problems) != 2 || problems[0].Hint != "call it MORE.MD" || problems[1].Hint != "call it talks.md" {
		t.Errorf("%+v, %v", problems, err)
	}
}

func TestMissingContentSaysWhatToDo(t *testing.T) {
	_, _, err := site(t, nil).Content()
	if err == nil || !strings.Contains(err.Error(), "-s") {
		t.Errorf("got %v", err)
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none")); err == nil || !strings.Contains(err.Error(), "-s") {
		t.Errorf("got %v", err)
	}
}

func TestLinksAreFollowedOnlyWithinTheSite(t *testing.T) {
	s := site(t, map[string]string{
		"content/digests/real.md": "real",
		"elsewhere/linked.md":     "linked",
		"elsewhere/picture.png":   "picture",
	})
	outside := filepath.Join(t.TempDir(), "secret.md")
	put(t, outside, "secret")
	for name, target := range map[string]string{
		"inside.md":   "../../elsewhere/linked.md",
		"outside.md":  outside,
		"dangling.md": "nowhere.md",
		"circle.md":   "circle.md",
		"folder":      "../../elsewhere",
		"away":        filepath.Dir(outside),
		"picture.png": "../../elsewhere/picture.png",
	} {
		if err := os.Symlink(target, filepath.Join(s.Dir(), "content/digests", name)); err != nil {
			t.Skip("symbolic links are not permitted here:", err)
		}
	}
	entries, problems, err := s.Content()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := paths(entries), []string{"content/digests/inside.md", "content/digests/real.md"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	got := codes(problems)
	for name, code := range map[string]string{
		"outside.md": "link-leaves-site", "dangling.md": "broken-link", "circle.md": "link-leaves-site",
		"folder": "linked-folder", "away": "link-leaves-site",
	} {
		if got["content/digests/"+name] != code {
			t.Errorf("%s: got %q, want %q", name, got["content/digests/"+name], code)
		}
	}
	if len(problems) != 5 {
		t.Errorf("got %v", problems)
	}
	if file, _, trouble := s.Read("content/digests/inside.md", 100); trouble != nil || string(file.Text) != "linked" {
		t.Errorf("got %q, %v", file.Text, trouble)
	}
	if _, _, trouble := s.Read("content/digests/outside.md", 100); trouble == nil || trouble.Code != "link-leaves-site" {
		t.Errorf("got %v", trouble)
	}
}

// TestNoFolderIsALink: content/static could lead into the folder of a version control, or to the texts of sources, and all of it would be published.
func TestNoFolderIsALink(t *testing.T) {
	s := site(t, map[string]string{".git/config": "secret", "content/sources/a.txt": "text"})
	for name, target := range map[string]string{"content/static": "../.git", "templates": "content/sources"} {
		if err := os.Symlink(target, filepath.Join(s.Dir(), name)); err != nil {
			t.Skip("symbolic links are not permitted here:", err)
		}
	}
	static, problems := s.Static()
	templates, more := s.Templates()
	if problems = append(problems, more...); len(static)+len(templates) > 0 || len(problems) != 2 {
		t.Error(static, templates, problems)
	}
	for _, p := range problems {
		if p.Code != "linked-folder" {
			t.Errorf("%+v", p)
		}
	}
}

func TestAFileInThePlaceOfAFolderIsTold(t *testing.T) {
	s := site(t, map[string]string{"content/digests": "../elsewhere", "content/static": "../elsewhere"})
	_, problems, err := s.Content()
	_, more := s.Static()
	if problems = append(problems, more...); err != nil || len(problems) != 2 || problems[0].Code != "not-a-folder" || problems[1].Code != "not-a-folder" {
		t.Error(problems, err)
	}
}

func TestTemplatesAndStaticMayBeMissing(t *testing.T) {
	s := site(t, map[string]string{"content/index.md": ""})
	if entries, problems := s.Static(); len(entries)+len(problems) > 0 {
		t.Error(entries, problems)
	}
	if entries, problems := s.Templates(); len(entries)+len(problems) > 0 {
		t.Error(entries, problems)
	}
}

func TestTemplatesAreHTMLAndAssets(t *testing.T) {
	s := site(t, map[string]string{
		"templates/digest.html":      "x",
		"templates/templates.go":     "x",
		"templates/old/digest.html":  "x",
		"templates/assets/a/_b.css":  "x",
		"templates/assets/.DS_Store": "x",
	})
	entries, problems := s.Templates()
	if got, want := paths(entries), []string{"templates/assets/a/_b.css", "templates/digest.html"}; !slices.Equal(got, want) || len(problems) > 0 {
		t.Errorf("got %q, want %q; %v", got, want, problems)
	}
}

func TestAFolderInThePlaceOfATemplateAndAGiantOneAreTold(t *testing.T) {
	s := site(t, map[string]string{"templates/card.html/a": "x", "templates/languages/it.yaml/a": "x", "templates/assets/a.css/a.css": "x", "templates/assets/b.css": "x"})
	if err := os.Truncate(filepath.Join(s.Dir(), "templates/assets/b.css"), 5<<20); err != nil {
		t.Fatal(err)
	}
	_, problems := s.Templates()
	got := codes(problems)
	if got["templates/card.html"] != "not-a-file" || got["templates/languages/it.yaml"] != "not-a-file" || got["templates/assets/b.css"] != "file-too-large" || len(problems) != 3 {
		t.Error(problems)
	}
}

func TestStaticKeepsDotFilesButNoJunk(t *testing.T) {
	s := site(t, map[string]string{
		"content/static/.well-known/x": "x",
		"content/static/CNAME":         "x",
		"content/static/.git/config":   "x",
		"content/static/a/Thumbs.db":   "x",
	})
	entries, problems := s.Static()
	if got, want := paths(entries), []string{"content/static/.well-known/x", "content/static/CNAME"}; !slices.Equal(got, want) || len(problems) > 0 {
		t.Errorf("got %q, want %q; %v", got, want, problems)
	}
}

// TestNamesOnMacOSAreThoseThatEditorsType has the names that its Finder writes. There they are found composed too, here not.
func TestNamesOnMacOSAreThoseThatEditorsType(t *testing.T) {
	composed = true
	t.Cleanup(func() { composed = runtime.GOOS == "darwin" })
	s := site(t, map[string]string{"content/actors/Ju\u0308rgen.md": "x", "content/static/ka\u0308rte.svg": "x"})
	entries, problems, err := s.Content()
	if err != nil || len(problems) > 0 || len(entries) != 1 || entries[0].Path != "content/actors/J\u00fcrgen.md" {
		t.Errorf("Markdown: %v %v %v", entries, problems, err)
	}
	entries, problems = s.Static()
	if len(problems) > 0 || len(entries) != 1 || entries[0].Path != "content/static/k\u00e4rte.svg" {
		t.Errorf("static files: %v %v", entries, problems)
	}
}

package build_test

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"demarche/generator/build"
	"demarche/generator/diag"
)

const talks = "---\ntitle: Talks\ndate: 2031-05-04\naliases: [/old/talks/]\n---\n\nAbout [[Freedonia]].\n"

func TestStaticFileInThePlaceOfAPageIsAnError(t *testing.T) {
	for static, want := range map[string]string{
		"digests/talks/index.html": "has its own digests/talks/index.html",
		"Digests/TALKS/Index.html": "has its own digests/talks/index.html",
		"feed.json":                "has its own feed.json",
		"Robots.txt":               "has its own robots.txt",
		"index.html":               "has its own index.html",
		"old/talks/index.html":     "has its own old/talks/index.html",
		"digests/talksindex.html":  "",
		"digests/talks/a.png":      "",
		"digests":                  "is a file where the site has a folder",
		"Old/Talks":                "is a file where the site has a folder",
		"feed.xml/a.png":           "where the site has a file of its own, feed.xml",
		"Digests/a.png":            "lies in Digests/, which differs from digests/ in case",
		"Old/a.png":                "lies in Old/, which differs from old/ in case",
		"search/index.json":        "lies in search/, where the site's search keeps its files",
		"search/a/map.txt":         "lies in search/, where the site's search keeps its files",
		"Search/map.txt":           "lies in Search/, which differs from search/ in case",
		"search/index.html":        "has its own search/index.html",
		"search.json":              "",
	} {
		dir := t.TempDir()
		write(t, dir, "content/digests/talks.md", talks)
		write(t, dir, "content/static/"+static, "mine")
		got := ""
		for _, p := range load(t, open(t, dir)).Problems {
			if p.Code == "same-address" && p.At.Path == "content/static/"+static {
				got = p.Text
			}
		}
		if (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", static, got, want)
		}
	}
}

// TestStaticFileInThePlaceOfAFeedAtAnOldAddressIsAnError, and likewise of what tells others how to show a statement, so the two never meet in a build.
func TestStaticFileInThePlaceOfAFeedAtAnOldAddressIsAnError(t *testing.T) {
	for static, want := range map[string]string{
		"actors/old/feed.xml":        "has its own actors/old/feed.xml",
		"actors/old/Feed.xml":        "has its own actors/old/feed.xml",
		"actors/old/feed.xml/a.png":  "where the site has a file of its own, actors/old/feed.xml",
		"actors/old/more.xml":        "",
		"old/feed.xml":               "", // where an actor never had one
		"digests/old/s0/oembed.json": "has its own digests/old/s0/oembed.json",
	} {
		dir := t.TempDir()
		write(t, dir, "content/actors/Freedonia.md", "---\nkind: state\naliases: [/actors/old/, /old/]\n---\n")
		write(t, dir, "content/index.md", "---\nbase_url: https://freedonia.example/\noembed: true\n---\n")
		write(t, dir, "content/digests/x.md", "---\ntitle: X\ndate: 2031-05-04\naliases: [/digests/old/]\n---\n\n> “No.”\n>\n> — [[Freedonia]] ^s0\n")
		write(t, dir, "content/static/"+static, "mine")
		got := ""
		for _, p := range load(t, open(t, dir)).Problems {
			if p.Severity == diag.Error {
				got += p.At.Path + " " + p.Text
			}
		}
		if (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", static, got, want)
		}
	}
}

// TestTheOwnersRobotsTxtWins over the one that every site has.
func TestTheOwnersRobotsTxtWins(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/digests/talks.md", talks)
	write(t, dir, "content/static/robots.txt", "User-agent: ZendaBot\nDisallow: /\n")
	site := load(t, open(t, dir))
	if slices.ContainsFunc(site.Problems, func(p diag.Problem) bool { return p.Severity == diag.Error }) {
		t.Error(site.Problems)
	}
	n := 0
	for o := range site.Outputs() {
		if o.Path == "robots.txt" {
			n++
			if text, err := o.Bytes(); err != nil || !strings.Contains(string(text), "ZendaBot") {
				t.Errorf("%s, %v", text, err)
			}
		}
	}
	if n != 1 {
		t.Errorf("it is published %d times", n)
	}
}

// TestEveryOldAddressIsRefusedOrPublished asks for addresses in and around those that a site has: each is an error
// that says where it is written, or leads along in a site that can be published.
func TestEveryOldAddressIsRefusedOrPublished(t *testing.T) {
	const thread = "\n> “No.”\n>\n> — [[Freedonia]] to [[Sylvania]] ^s0\n\n> “Yes.”\n>\n> — [[Sylvania]], in reply to [[#^s0]] ^s1\n\n> “No.”\n>\n> — [[Freedonia]], in reply to [[#^s1]] ^s2\n"
	for aliases, refused := range map[string]string{
		"/digests/INDEX.HTML":             "address-taken",
		"/Index.Html":                     "bad-old-path",
		"//":                              "bad-old-path",
		"/foo/, /foo/INDEX.HTML":          "address-taken",
		"/foo/index.html/bar/, /foo/":     "bad-old-path",
		"/digests/x/index.html/":          "bad-old-path",
		"/acts/warn/INDEX.html/x/":        "bad-old-path",
		"/digests/x/s0/thread/":           "address-taken",
		"/digests/x/s0/Thread/":           "address-taken",
		"/digests/x/s0/oembed.json":       "address-taken",
		"/digests/x/s0/oembed.json/a/":    "address-taken",
		"/older/, /older/s0/oembed.json":  "address-taken",
		"/digests/λόγος/":                 "address-taken",
		"/digests/λόγοσ/":                 "address-taken",
		"/digests/ΛΌΓΟΣ/old/":             "address-taken",
		"/Digests/older/":                 "address-taken",
		"/digests/X/older/":               "address-taken",
		"/foo/a/, /Foo/b/":                "address-taken",
		"/assets/a/":                      "address-taken",
		"/sitemap.xml/a/":                 "address-taken",
		"/foo/INDEX.html":                 "",
		"/foo/index.htm, /foo/":           "",
		"/digests/x/older/, /digests/y/":  "",
		"/2031/05/04/older/, /2031.html":  "",
		"/digests/x/s0/older/":            "",
		"/older/s0/, /older/thread/":      "",
		"/digests/older/, /digests/olds/": "",
	} {
		dir := t.TempDir()
		write(t, dir, "content/index.md", "---\nbase_url: https://freedonia.example/\noembed: true\n---\n")
		write(t, dir, "content/digests/x.md", "---\ntitle: X\ndate: 2031-05-04\n---\n"+thread)
		write(t, dir, "content/digests/λόγος.md", "---\ntitle: Word\ndate: 2031-05-04\n---\n")
		write(t, dir, "content/digests/other.md", "---\ntitle: Other\ndate: 2031-05-04\naliases: ["+aliases+"]\n---\n"+thread)
		w := open(t, dir)
		site := load(t, w)
		got := ""
		for _, p := range w.Locate(site.Problems) {
			if p.Severity == diag.Error {
				got += p.Code
				if p.At.Path != "content/digests/other.md" || p.Position.Line != 4 || p.Position.Column < 11 {
					t.Errorf("%s: told of at %s:%d:%d", aliases, p.At.Path, p.Position.Line, p.Position.Column)
				}
			}
		}
		if got != refused {
			t.Errorf("%s: the errors are %q, want %q", aliases, got, refused)
		}
		if got != "" {
			continue
		}
		destination := filepath.Join(dir, "public")
		if _, err := w.Publish(context.Background(), site, build.Shard{}, destination); err != nil {
			t.Errorf("%s: %v", aliases, err)
		}
		for alias := range strings.SplitSeq(aliases, ", ") {
			if strings.HasSuffix(alias, "/") {
				alias += "index.html"
			}
			page, err := os.ReadFile(filepath.Join(destination, strings.Replace(alias, "INDEX", "index", 1)))
			if err != nil || !strings.Contains(string(page), "/digests/other/") {
				t.Errorf("%s does not lead to its digest: %v", alias, err)
			}
		}
	}
}

func TestTwoStaticFilesForOneAddressAreAnError(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/digests/talks.md", talks)
	write(t, dir, "content/static/Map.png", "one")
	write(t, dir, "content/static/map.png", "two")
	if entries, _ := os.ReadDir(filepath.Join(dir, "content/static")); len(entries) < 2 {
		t.Skip("the file system takes the two for one")
	}
	for _, p := range load(t, open(t, dir)).Problems {
		if p.Code == "same-address" && strings.Contains(p.Text, "content/static/Map.png") {
			return
		}
	}
	t.Error("no problem names the other file")
}

// TestSitemapNamesWhatIsWorthFinding: no redirect, and nothing that was withdrawn, nor a thread of nothing else.
func TestSitemapNamesWhatIsWorthFinding(t *testing.T) {
	dir := t.TempDir()
	const thread = "\n> “No.”\n>\n> — [[Freedonia]] ^s0\n\n> “Yes.”\n>\n> — [[Sylvania]], in reply to [[#^s0]] ^s1\n\n> “No.”\n>\n> — [[Freedonia]], in reply to [[#^s1]] ^s2\n"
	write(t, dir, "content/digests/gone.md", "---\ntitle: Gone\ndate: 2025-06-19\nwithdrawn: It was forged\n---\n"+thread)
	write(t, dir, "content/digests/partly.md", "---\ntitle: Partly\ndate: 2025-06-19\nwithdrawn: {s1: It was forged}\n---\n"+thread)
	write(t, dir, "content/index.md", "---\nbase_url: https://freedonia.example/\n---\n")
	write(t, dir, "content/digests/talks.md", talks)
	output, found := load(t, open(t, dir)).Lookup("/sitemap.xml")
	if !found {
		t.Fatal("no sitemap")
	}
	text, err := output.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for route, want := range map[string]bool{
		"/digests/talks/": true, "/old/": false, "/404.html": false, "/digests/gone/": false, "/digests/gone/s0/": false, "/digests/gone/s0/thread/": false,
		"/digests/partly/": true, "/digests/partly/s0/": true, "/digests/partly/s1/": false, "/digests/partly/s0/thread/": true,
	} {
		if got := strings.Contains(string(text), "<loc>https://freedonia.example"+route+"</loc>"); got != want {
			t.Errorf("%s is listed: %v", route, got)
		}
	}
}

// inodes are what the files below dir are, by path: who writes a file anew makes another.
func inodes(t *testing.T, dir string) map[string]fs.FileInfo {
	t.Helper()
	files := map[string]fs.FileInfo{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[strings.TrimPrefix(path, dir)], err = entry.Info()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestSecondBuildWritesNoEqualFile changes a digest, and holds that every output
// whose bytes stayed is the very file that it was, the long data files too.
func TestSecondBuildWritesNoEqualFile(t *testing.T) {
	dir := t.TempDir()
	for i := range 300 {
		words := strings.Repeat("We shall see. ", 100)
		write(t, dir, fmt.Sprintf("content/digests/round-%d.md", i),
			fmt.Sprintf("---\ntitle: Round %d\ndate: 2031-04-%02d\n---\n\n> “%s”\n>\n> — [[Freedonia]] to [[Sylvania]], 2031-04-01 #warn ^a\n", i, 1+i%28, words))
	}
	write(t, dir, "content/digests/last.md", talks)
	out := filepath.Join(t.TempDir(), "public")
	publish := func() build.Report {
		w := open(t, dir)
		report, err := w.Publish(context.Background(), load(t, w), build.Shard{}, out)
		if err != nil {
			t.Fatal(err)
		}
		return report
	}
	publish()
	for _, more := range []string{"More.", "More and more.", "Most."} {
		files, texts := inodes(t, out), tree(t, out)
		write(t, dir, "content/digests/last.md", talks+"\n"+more+"\n")
		report := publish()
		written := 0
		for path, info := range inodes(t, out) {
			text, err := os.ReadFile(filepath.Join(out, path))
			if err != nil {
				t.Fatal(err)
			}
			if same := string(text) == texts[path]; same != os.SameFile(info, files[path]) {
				t.Errorf("%s: same bytes %v, same file %v", path, same, !same)
			} else if !same {
				written++
			}
		}
		if written != report.Written || written == 0 || written > 10 || len(texts["/data/statements.json"]) < 300_000 {
			t.Errorf("%d files were written, %+v", written, report)
		}
	}
}

func TestShardsAreDisjointAndTogetherTheSite(t *testing.T) {
	dir := t.TempDir()
	e := &editor{Rand: rand.New(rand.NewPCG(7, 8)), t: t, dir: dir}
	for i := range 40 {
		e.save(fmt.Sprintf("content/digests/digest-%d.md", i), e.digest())
	}
	w := open(t, dir)
	publish := func(shard build.Shard) (map[string]string, int) {
		out := filepath.Join(t.TempDir(), "public")
		report, err := w.Publish(context.Background(), load(t, w), shard, out)
		if err != nil {
			t.Fatal(err)
		}
		return tree(t, out), report.Pages
	}
	whole, pages := publish(build.Shard{})
	const count = 3
	union := map[string]string{}
	for i := range count {
		part, n := publish(build.Shard{Index: i + 1, Count: count})
		if len(part) < len(whole)/(2*count) {
			t.Errorf("part %d has only %d of %d files", i+1, len(part), len(whole))
		}
		for path, text := range part {
			if _, twice := union[path]; twice {
				t.Errorf("%s is in two parts", path)
			}
			union[path] = text
		}
		pages -= n
	}
	if pages != 0 {
		t.Errorf("the parts have %d pages too few", pages)
	}
	if !maps.Equal(union, whole) {
		t.Errorf("the parts have %d files, the site %d", len(union), len(whole))
	}
}

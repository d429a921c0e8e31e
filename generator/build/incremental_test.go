package build_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"demarche/generator/build"
)

var noon = time.Date(2031, 5, 4, 12, 0, 0, 0, time.UTC)

func open(t testing.TB, dir string) *build.Workspace {
	t.Helper()
	w, err := build.Open(build.Options{Source: dir, Now: noon, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

func load(t testing.TB, w *build.Workspace) *build.Site {
	t.Helper()
	site, err := w.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// published is every output of a site, and its problems, in one text.
func published(t testing.TB, site *build.Site) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, p := range site.Problems {
		fmt.Fprintf(&b, "%v %s %v %s %s %v\n", p.Severity, p.Code, p.At, p.Text, p.Hint, p.Related)
	}
	for o := range site.Outputs() {
		text, err := o.Bytes()
		if err != nil {
			t.Fatalf("%s: %v", o.Path, err)
		}
		fmt.Fprintf(&b, "\n== %s\n%s", o.Path, text)
	}
	return b.Bytes()
}

func write(t testing.TB, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// editor makes random changes to a site's folder: as an editor would, and worse.
type editor struct {
	*rand.Rand
	t     *testing.T
	dir   string
	files []string // that are there now
}

var (
	countries = []string{"Freedonia", "Sylvania", "Ruritania", "Elbonia"}
	people    = []string{"Rufus Firefly", "Gloria Teasdale", "Rudolf Rassendyll", "Ada Vexley"}
	acts      = []string{"warn", "offer", "appeal", "reject", "state"}
)

func (e *editor) one(list []string) string { return list[e.IntN(len(list))] }

// digest is a digest that may answer another, which may not be there.
func (e *editor) digest() string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: Talks in round %d\ndate: 2031-04-%02d\nactors: [%s, %s]\n", e.IntN(9), 1+e.IntN(30), e.one(countries), e.one(countries))
	switch e.IntN(6) {
	case 0:
		b.WriteString("draft: true\n")
	case 1:
		fmt.Fprintf(&b, "aliases: [/old-%d/]\n", e.IntN(5))
	case 2:
		fmt.Fprintf(&b, "slug: talks-%d\n", e.IntN(5))
	}
	fmt.Fprintf(&b, "---\n\n%s met %s, and [[%s]] was named.\n", e.one(countries), e.one(people), e.one(people))
	for i := range 1 + e.IntN(3) {
		fmt.Fprintf(&b, "\n> “We shall see about round %d.”\n>\n> — [[%s]] to [[%s]], 2031-03-%02d", e.IntN(9), e.one(people), e.one(countries), 1+e.IntN(28))
		if e.IntN(3) == 0 {
			fmt.Fprintf(&b, ", in reply to [[digest-%d#^s%d]]", e.IntN(8), e.IntN(3))
		}
		fmt.Fprintf(&b, " #%s ^s%d\n", e.one(acts), i)
	}
	return b.String()
}

func (e *editor) actor(name string) string {
	return fmt.Sprintf("---\nname: %s\nkind: person\naliases: [the %s of round %d]\nposts:\n  - {role: Envoy, organization: %s, from: 2031-03-%02d}\n---\n",
		name, strings.Fields(name)[0], e.IntN(3), e.one(countries), 1+e.IntN(28))
}

// edit changes one file, and returns its name and what was done.
func (e *editor) edit() (name, did string) {
	switch k := e.IntN(10); {
	case k < 5:
		return e.save(fmt.Sprintf("content/digests/digest-%d.md", e.IntN(8)), e.digest())
	case k < 7:
		name := e.one(people)
		return e.save("content/actors/"+name+".md", e.actor(name))
	case k == 7:
		return e.save("content/index.md", fmt.Sprintf("---\ntitle: Round %d\nstatement_pages: %v\n---\n\nAbout [[%s]].\n", e.IntN(3), e.IntN(2) == 0, e.one(countries)))
	case k == 8 && len(e.files) > 0:
		return e.remove()
	default:
		return e.save(fmt.Sprintf("content/digests/digest-%d.md", e.IntN(8)), "---\ntitle: [broken\n---\n")
	}
}

func (e *editor) save(name, text string) (string, string) {
	write(e.t, e.dir, name, text)
	if !slices.Contains(e.files, name) {
		e.files = append(e.files, name)
	}
	return name, "saved"
}

func (e *editor) remove() (string, string) {
	i := e.IntN(len(e.files))
	name := e.files[i]
	if err := os.Remove(filepath.Join(e.dir, filepath.FromSlash(name))); err != nil {
		e.t.Fatal(err)
	}
	e.files = slices.Delete(e.files, i, i+1)
	return name, "removed"
}

var manyEdits = flag.Int("edits", 150, "how many edits TestIncrementalEqualsClean makes")

func TestIncrementalEqualsClean(t *testing.T) {
	edits := *manyEdits
	if testing.Short() {
		edits = 50
	}
	e := &editor{Rand: rand.New(rand.NewPCG(1, 2)), t: t, dir: t.TempDir()}
	e.save("content/digests/digest-0.md", e.digest())
	incremental := open(t, e.dir)
	load(t, incremental)
	for i := range edits {
		name, did := e.edit()
		site, err := incremental.Reload(context.Background(), []string{"content/digests/.saving~", name})
		if err != nil {
			t.Fatal(err)
		}
		after := published(t, site)
		clean, err := build.Open(build.Options{Source: e.dir, Now: noon, Version: "test"})
		if err != nil {
			t.Fatal(err)
		}
		fresh := published(t, load(t, clean))
		clean.Close()
		if !bytes.Equal(after, fresh) {
			t.Fatalf("after edit %d (%s was %s) the incremental site differs from a clean one:\n%s", i, name, did, firstDifference(after, fresh))
		}
	}
}

func firstDifference(a, b []byte) string {
	as, bs := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i := range min(len(as), len(bs)) {
		if as[i] != bs[i] {
			return fmt.Sprintf("line %d\n- %s\n+ %s", i, as[i], bs[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(as), len(bs))
}

func TestReloadLooksAtTheFilesThatItIsToldOf(t *testing.T) {
	dir := t.TempDir()
	e := &editor{Rand: rand.New(rand.NewPCG(7, 8)), t: t, dir: dir}
	told, untold := "content/digests/digest-0.md", "content/digests/digest-1.md"
	e.save(told, e.digest())
	e.save(untold, e.digest())
	w := open(t, dir)
	load(t, w)
	write(t, dir, told, "---\ntitle: Seen\ndate: 2031-04-01\n---\n")
	write(t, dir, untold, "---\ntitle: Unseen\ndate: 2031-04-01\n---\n")
	site, err := w.Reload(context.Background(), []string{told})
	if err != nil {
		t.Fatal(err)
	}
	if text := string(published(t, site)); !strings.Contains(text, ">Seen<") || strings.Contains(text, ">Unseen<") {
		t.Error("another file was looked at than the one that had changed")
	}
	if text := string(published(t, load(t, w))); !strings.Contains(text, ">Seen<") || !strings.Contains(text, ">Unseen<") {
		t.Error("a load did not look at all files")
	}
}

func TestUnchangedFilesGiveTheSameSite(t *testing.T) {
	dir := t.TempDir()
	e := &editor{Rand: rand.New(rand.NewPCG(3, 4)), t: t, dir: dir}
	e.save("content/digests/digest-0.md", e.digest())
	w := open(t, dir)
	first := load(t, w)
	write(t, dir, "content/digests/.digest-0.md.swp", "an editor's own file")
	if load(t, w) != first {
		t.Error("a site was made again although no file of it had changed")
	}
	e.save("content/digests/digest-0.md", e.digest()+"\nMore.\n")
	if load(t, w) == first {
		t.Error("a changed file made no new site")
	}
}

// TestAPreviewTellsOfFilesBesideTheSiteWhatABuildTells adds some that no page is made of, and takes them away again.
func TestAPreviewTellsOfFilesBesideTheSiteWhatABuildTells(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/digests/talks.md", "---\ntitle: Talks\ndate: 2031-05-04\nsources: [{title: Talks at Zenda, text: zenda.txt}]\n---\n\n> “No reeds today.”\n>\n> — [[Freedonia]], 2031-05-04 ^no-reeds\n")
	write(t, dir, "content/sources/other.txt", "Nothing of it.")
	w := open(t, dir)
	told := func(w *build.Workspace) string { return fmt.Sprint(load(t, w).Problems) }
	seen := map[string]bool{}
	for _, change := range []func(){
		func() {},
		func() { write(t, dir, "content/sources/zenda.txt", "“No reeds today.”") },
		func() { write(t, dir, "templates/style.css", "") },
		func() { os.Remove(filepath.Join(dir, "templates/style.css")) },
		func() { os.Remove(filepath.Join(dir, "content/sources/zenda.txt")) },
	} {
		change()
		got, want := told(w), told(open(t, dir))
		if got != want {
			t.Errorf("the preview tells\n%s\nwant\n%s", got, want)
		}
		seen[want] = true
	}
	if len(seen) != 3 {
		t.Errorf("the changes told %d things apart, want 3", len(seen))
	}
}

func TestOneCPUAndManyGiveTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	e := &editor{Rand: rand.New(rand.NewPCG(5, 6)), t: t, dir: dir}
	for range 60 {
		e.edit()
	}
	var sites [2]map[string]string
	for i, cpus := range []int{1, 8} {
		was := runtime.GOMAXPROCS(cpus)
		w := open(t, dir)
		out := filepath.Join(t.TempDir(), "public")
		if _, err := w.Publish(context.Background(), load(t, w), build.Shard{}, out); err != nil {
			t.Fatal(err)
		}
		runtime.GOMAXPROCS(was)
		sites[i] = tree(t, out)
	}
	if len(sites[0]) < 20 {
		t.Fatalf("only %d files were published", len(sites[0]))
	}
	for path, text := range sites[0] {
		if sites[1][path] != text {
			t.Errorf("%s differs", path)
		}
	}
	if len(sites[0]) != len(sites[1]) {
		t.Errorf("%d files with one CPU, %d with eight", len(sites[0]), len(sites[1]))
	}
}

// tree is the files below dir, by path.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		files[strings.TrimPrefix(path, dir)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

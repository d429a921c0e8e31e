package disk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"demarche/generator/source"
)

// filesOf makes files of paths and their texts.
func filesOf(texts map[string]string) []source.File {
	var files []source.File
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		files = append(files, source.New(name, []byte(texts[name])))
	}
	return files
}

// wantSite fails unless the site's folder holds these files and nothing else, no folder either;
// a path of a folder that is empty ends in a slash.
func wantSite(t *testing.T, s *Site, want map[string]string) {
	t.Helper()
	got := map[string]string{}
	err := fs.WalkDir(os.DirFS(s.Dir()), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		if !entry.IsDir() {
			text, err := os.ReadFile(filepath.Join(s.Dir(), name))
			got[name] = string(text)
			return err
		}
		if within, err := os.ReadDir(filepath.Join(s.Dir(), name)); err != nil || len(within) > 0 {
			return err
		}
		got[name+"/"] = ""
		return nil
	})
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("the site holds %q, want %q; %v", got, want, err)
	}
}

var imported = map[string]string{
	"content/actors/Firefly.md": "f", "content/digests/2031/03/a.md": "a", "content/digests/2031/04/b.md": "b", "content/sources/a.txt": "words",
}

func TestAnImportIsAllThere(t *testing.T) {
	for _, old := range []map[string]string{
		{},
		{"content/index.md": "index"},
		{"content/actors/Driftwood.md": "d", "content/digests/2031/03/z.md": "z"},
	} {
		s := site(t, old)
		if err := s.WriteAllNew(t.Context(), filesOf(imported)); err != nil {
			t.Fatal(err)
		}
		want := maps.Clone(imported)
		maps.Copy(want, old)
		wantSite(t, s, want)
		info, err := os.Stat(filepath.Join(s.Dir(), "content/actors/Firefly.md"))
		if err != nil || info.Mode().Perm()&0o600 != 0o600 {
			t.Error(info.Mode(), err)
		}
		wantRefusal(t, s.WriteAllNew(t.Context(), filesOf(imported)), "content/actors/Firefly.md is there already")
		wantSite(t, s, want)
	}
}

func TestAnImportThatFailsLeavesNothing(t *testing.T) {
	outside := t.TempDir()
	for name, old := range map[string]map[string]string{
		"another file of a name":       {"content/sources/a.txt": "other words"},
		"a file for a folder":          {"content/sources": "no folder"},
		"a folder for a file":          {"content/sources/a.txt/b.txt": "b"},
		"a link that leads elsewhere":  {"content/index.md": "index"},
		"a link that leads to nothing": {"content/index.md": "i"},
	} {
		s := site(t, old)
		switch at := filepath.Join(s.Dir(), "content/sources"); name {
		case "a link that leads elsewhere":
			if err := os.Symlink(outside, at); err != nil {
				t.Skip("symbolic links are not permitted here:", err)
			}
		case "a link that leads to nothing":
			if err := os.Symlink("nowhere", at); err != nil {
				t.Skip("symbolic links are not permitted here:", err)
			}
		}
		if err := s.WriteAllNew(t.Context(), filesOf(imported)); err == nil {
			t.Errorf("%s: nothing is wrong", name)
		}
		_ = os.Remove(filepath.Join(s.Dir(), "content/sources")) // the link
		if name == "a file for a folder" {
			put(t, filepath.Join(s.Dir(), "content/sources"), "no folder")
		}
		wantSite(t, s, old)
	}
	if within, err := os.ReadDir(outside); err != nil || len(within) > 0 {
		t.Error(within, err)
	}
	s := site(t, nil)
	if err := s.WriteAllNew(t.Context(), filesOf(map[string]string{"../escape.md": "e", "content/a.md": "a"})); err == nil {
		t.Error("a file outside the site was written")
	}
	wantSite(t, s, nil)
}

// TestWhatAKilledImportLeft kills an import while its files wait, and while they come to their places.
func TestWhatAKilledImportLeft(t *testing.T) {
	// It wrote a part, and holds its lock no longer; beside it one that never wrote anything, and one without a folder.
	s := site(t, map[string]string{
		"content/.demarche-import-A.lock": "", "content/.demarche-import-A/new/content/digests/2031/03/a.md": "half", ".demarche-import-B.lock": "",
		"content/.demarche-import-C.lock": "",
		"content/index.md":                "index",
	})
	if err := os.Mkdir(filepath.Join(s.Dir(), "content/.demarche-import-C"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := s.WriteAllNew(t.Context(), filesOf(imported)); err != nil {
		t.Fatal(err)
	}
	want := maps.Clone(imported)
	want["content/index.md"] = "index"
	wantSite(t, s, want)

	// A part came to its place. The same import completes it, unless a file is another one by now.
	half := map[string]string{"content/actors/Firefly.md": "f", "content/digests/2031/03/a.md": "a"}
	s = site(t, half)
	if err := s.WriteAllNew(t.Context(), filesOf(imported)); err != nil {
		t.Fatal(err)
	}
	wantSite(t, s, imported)
	half["content/digests/2031/03/a.md"] = "A"
	s = site(t, half)
	wantRefusal(t, s.WriteAllNew(t.Context(), filesOf(imported)), "content/digests/2031/03/a.md is there already")
	wantSite(t, s, half)
}

// Two imports at once: the folder of one that lives is left alone.
func TestAnImportThatGoesOnIsLeftAlone(t *testing.T) {
	s := site(t, map[string]string{"content/index.md": "index"})
	a := &arrival{site: s}
	if err := a.begin(); err != nil {
		t.Fatal(err)
	}
	if err := s.WriteAllNew(t.Context(), filesOf(imported)); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(s.Dir(), a.folder)); err != nil {
		t.Error(err)
	}
	a.end()
	want := maps.Clone(imported)
	want["content/index.md"] = "index"
	wantSite(t, s, want)
}

// TestNoImportTakesTheFolderOfAnotherThatBegins has one that looks for leftovers all the time.
func TestNoImportTakesTheFolderOfAnotherThatBegins(t *testing.T) {
	s := site(t, map[string]string{"content/index.md": "index"})
	done := make(chan struct{})
	var sweeping sync.WaitGroup
	sweeping.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
				s.sweepArrivals("content")
			}
		}
	})
	for range 300 {
		a := &arrival{site: s}
		if err := a.begin(); err != nil {
			t.Errorf("an import cannot begin: %v", err)
			break
		}
		time.Sleep(100 * time.Microsecond)
		if _, err := os.Stat(filepath.Join(s.Dir(), a.folder)); err != nil {
			t.Errorf("the folder of an import that goes on is gone: %v", err)
		}
		a.end()
	}
	close(done)
	sweeping.Wait()
	wantSite(t, s, map[string]string{"content/index.md": "index"})
}

// TestALockThatIsSweptWhileItIsNewIsMadeAgain has another import come between the making of a lock and taking it.
func TestALockThatIsSweptWhileItIsNewIsMadeAgain(t *testing.T) {
	s := site(t, map[string]string{"content/index.md": "index"})
	sweep := sync.OnceFunc(func() { s.sweepArrivals("content") })
	lockArrival = func(f *os.File) (bool, error) { sweep(); return tryLock(f) }
	defer func() { lockArrival = tryLock }()
	a := &arrival{site: s}
	if err := a.begin(); err != nil {
		t.Fatal(err)
	}
	s.sweepArrivals("content")
	for _, name := range []string{a.folder, a.folder + lockSuffix} {
		if _, err := os.Stat(filepath.Join(s.Dir(), name)); err != nil {
			t.Error(err)
		}
	}
	a.end()
	wantSite(t, s, map[string]string{"content/index.md": "index"})
}

// What is taken back is what the import brought: not what somebody else put beside it.
func TestNothingOfOthersIsTakenBack(t *testing.T) {
	s := site(t, nil)
	a := &arrival{site: s, files: map[string][]byte{"content/digests/a.md": nil, "content/actors/b.md": nil}, placed: []string{"content"}}
	for name := range a.files {
		put(t, filepath.Join(s.Dir(), name), "ours")
	}
	put(t, filepath.Join(s.Dir(), "content/digests/z.md"), "theirs")
	if err := a.takeBack(); err != nil {
		t.Fatal(err)
	}
	wantSite(t, s, map[string]string{"content/digests/z.md": "theirs"})
}

func TestAnImportThatIsInterruptedWritesNothing(t *testing.T) {
	old := map[string]string{"content/index.md": "index"}
	s := site(t, old)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.WriteAllNew(ctx, filesOf(manyImported())); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	wantSite(t, s, old)
}

// importOnce is the child that TestAnImportKilledAnywhere kills.
func importOnce(dir string) error {
	s, err := Open(dir)
	if err != nil {
		return err
	}
	fmt.Println("importing")
	return s.WriteAllNew(context.Background(), filesOf(manyImported()))
}

func manyImported() map[string]string {
	files := map[string]string{}
	for _, folder := range []string{"content/digests/2031/03/", "content/digests/2031/04/", "content/actors/"} {
		for _, name := range strings.Fields("a b c d e f g h") {
			files[folder+name+".md"] = strings.Repeat(name, 4000)
		}
	}
	return files
}

// TestAnImportKilledAnywhere kills imports into an empty site at random moments: what is new as a whole comes in one
// step, so there is all or nothing, and the next import goes well whatever was left.
func TestAnImportKilledAnywhere(t *testing.T) {
	want := manyImported()
	seen := map[string]int{}
	for range 10 {
		s := site(t, nil)
		child := startChild(t, "DEMARCHE_IMPORT_ONCE="+s.Dir())
		time.Sleep(time.Duration(rand.IntN(150_000)) * time.Microsecond)
		_ = child.Process.Kill() // it may be done
		_ = child.Wait()
		_, missing := os.Stat(filepath.Join(s.Dir(), "content"))
		err := s.WriteAllNew(t.Context(), filesOf(want))
		if missing == nil {
			wantRefusal(t, err, "is there already")
			seen["all"]++
		} else if err != nil {
			t.Fatal(err)
		} else {
			seen["nothing"]++
		}
		wantSite(t, s, want)
	}
	t.Log(seen)
}

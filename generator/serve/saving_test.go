package serve_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"demarche/generator/build"
	"demarche/generator/serve"
)

// ways are how editors save a file.
var ways = []struct {
	name string
	save func(s site, name, text string)
}{
	{"in place", func(s site, name, text string) {
		f, err := os.OpenFile(s.path(name), os.O_WRONLY, 0)
		must(s.t, err)
		_, err = f.WriteAt([]byte(text), 0)
		must(s.t, err)
		must(s.t, f.Truncate(int64(len(text))))
		must(s.t, f.Close())
	}},
	{"truncated and then written", func(s site, name, text string) {
		f, err := os.OpenFile(s.path(name), os.O_WRONLY|os.O_TRUNC, 0)
		must(s.t, err)
		for part := range strings.SplitAfterSeq(text, "\n") {
			_, err = f.WriteString(part)
			must(s.t, err)
		}
		must(s.t, f.Close())
	}},
	{"to a new file that is renamed over it", func(s site, name, text string) {
		s.write(name+".tmp~", text)
		must(s.t, os.Rename(s.path(name+".tmp~"), s.path(name)))
	}},
	{"from a folder beside it", func(s site, name, text string) {
		s.write(".saving/file", text)
		must(s.t, os.Rename(s.path(".saving/file"), s.path(name)))
	}},
	{"renamed away and written anew", func(s site, name, text string) {
		must(s.t, os.Rename(s.path(name), s.path(name+"~")))
		s.write(name, text)
		must(s.t, os.Remove(s.path(name+"~")))
	}},
	{"deleted and created", func(s site, name, text string) {
		must(s.t, os.Remove(s.path(name)))
		s.write(name, text)
	}},
	{"as another file of the same length and time", func(s site, name, text string) {
		info, err := os.Stat(s.path(name))
		must(s.t, err)
		s.write(name, text)
		must(s.t, os.Chtimes(s.path(name), info.ModTime(), info.ModTime()))
	}},
}

func TestEveryWayOfSavingIsNoticed(t *testing.T) {
	for _, poll := range []bool{false, true} {
		for _, way := range ways {
			t.Run(fmt.Sprintf("%s, polling %v", way.name, poll), func(t *testing.T) {
				t.Parallel()
				s := newSite(t)
				r := start(t, s.dir, func(_ *build.Options, o *serve.Options) { o.Poll = poll })
				for round := range 3 {
					words := fmt.Sprintf("In round %d they talked.", round)
					way.save(s, talksFile, fmt.Sprintf(talks, words))
					if a := r.await(talksPage, words); strings.Contains(a.body, `class="_preview"`) {
						t.Errorf("after round %d the page shows a problem: %s", round, a.body)
					}
				}
			})
		}
	}
}

func TestSavingThroughALinkedFolderIsNoticed(t *testing.T) {
	s := newSite(t)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(s.dir, link); err != nil {
		t.Skip("this system makes no symbolic links: ", err)
	}
	through := site{t, link}
	for _, from := range []struct{ served, saved site }{{s, through}, {through, s}} {
		r := start(t, from.served.dir, nil)
		words := "Saved through " + filepath.Base(from.saved.dir)
		from.saved.write(talksFile, fmt.Sprintf(talks, words))
		r.await(talksPage, words)
	}
}

func TestSavingUnderAnotherNameOfTheFileIsNoticed(t *testing.T) {
	s := newSite(t)
	s.write("content/pages/other.txt", "")
	if err := os.Link(s.path(talksFile), s.path("content/pages/talks.md")); err != nil {
		t.Skip("this system has no files of two names: ", err)
	}
	r := start(t, s.dir, nil)
	s.write("content/pages/talks.md", fmt.Sprintf(talks, "In place, by its other name."))
	r.await("/talks/", "In place, by its other name.")
	r.await(talksPage, "In place, by its other name.")
}

func TestContentRenamedAwayAndBackIsTheSameSite(t *testing.T) {
	s := newSite(t)
	r := start(t, s.dir, nil)
	before := r.get(talksPage).body
	for range 2 {
		must(t, os.Rename(s.path("content"), s.path("away")))
		if a := r.await(talksPage, "there is no content/"); !strings.Contains(a.body, "At first nothing happened.") {
			t.Fatalf("the last good site is gone: %s", a.body)
		}
		must(t, os.Rename(s.path("away"), s.path("content")))
		r.awaitThat(talksPage, "has no problem", func(a answer) bool { return !strings.Contains(a.body, `class="_preview"`) })
	}
	if after := r.get(talksPage).body; withoutVersion(after) != withoutVersion(before) {
		t.Errorf("the page has changed:\n%s\n%s", before, after)
	}
	s.write(talksFile, fmt.Sprintf(talks, "And it is still watched."))
	r.await(talksPage, "And it is still watched.")
}

// TestTheSitesOwnFolderComesAndGoes has it go as in a checkout of another branch, and come back the same and as another.
func TestTheSitesOwnFolderComesAndGoes(t *testing.T) {
	for _, poll := range []bool{false, true} {
		t.Run(fmt.Sprintf("polling %v", poll), func(t *testing.T) {
			t.Parallel()
			s := site{t, filepath.Join(t.TempDir(), "site")}
			s.write(talksFile, fmt.Sprintf(talks, "At first nothing happened."))
			s.write("content/static/map.txt", "the marsh")
			away := s.dir + ".away"
			r := start(t, s.dir, func(_ *build.Options, o *serve.Options) { o.Poll = poll })
			if err := os.Rename(s.dir, away); err != nil {
				t.Skip("this system renames no folder that is open: ", err)
			}
			if a := r.await(talksPage, "there is no folder "+s.dir); !strings.Contains(a.body, "At first nothing happened.") {
				t.Fatalf("the last good site is gone: %s", a.body)
			}
			must(t, os.Rename(away, s.dir))
			s.write(talksFile, fmt.Sprintf(talks, "The folder came back."))
			r.await(talksPage, "The folder came back.")

			// One that is put in its place at once was never missing.
			other := site{t, s.dir + ".other"}
			other.write(talksFile, fmt.Sprintf(talks, "Another folder came at once."))
			must(t, errors.Join(os.RemoveAll(s.dir), os.Rename(other.dir, s.dir)))
			r.await(talksPage, "Another folder came at once.")
			s.write("templates/own-foot.html", "<p>What came into it is told.</p>")
			r.await(talksPage, "What came into it is told.")

			must(t, os.RemoveAll(s.dir))
			r.await(talksPage, "there is no")
			s.write("content/static/map.txt", "the hill")
			s.write(talksFile, fmt.Sprintf(talks, "Another folder came."))
			r.await(talksPage, "Another folder came.")
			s.write(talksFile, fmt.Sprintf(talks, "And it is watched."))
			if a := r.await(talksPage, "And it is watched."); strings.Contains(a.body, `class="_preview"`) {
				t.Errorf("the page shows a problem: %s", a.body)
			}
			if a := r.get("/map.txt"); a.body != "the hill" {
				t.Errorf("/map.txt is %q", a.body)
			}
		})
	}
}

// withoutVersion is a page without the version of the site that it shows.
func withoutVersion(page string) string {
	head, rest, _ := strings.Cut(page, `data-version="`)
	_, rest, _ = strings.Cut(rest, `"`)
	return head + rest
}

func TestFoldersThatComeAndGoAreFollowed(t *testing.T) {
	s := newSite(t)
	r := start(t, s.dir, nil)
	digest := func(words string) string { return fmt.Sprintf(talks, words) }

	s.write("content/digests/2031/05/more.md", digest("In a new folder."))
	r.await("/digests/more/", "In a new folder.")

	must(t, os.Rename(s.path("content/digests/2031"), s.path("content/digests/2032")))
	s.write("content/digests/2032/05/more.md", digest("In a renamed folder."))
	r.await("/digests/more/", "In a renamed folder.")
	s.write("content/digests/2032/05/more.md", digest("Still in the renamed folder."))
	r.await("/digests/more/", "Still in the renamed folder.")

	must(t, os.Rename(s.path("content/digests/2032"), s.path("other")))
	s.write("content/digests/2032/05/more.md", digest("In a folder put in its place."))
	r.await("/digests/more/", "In a folder put in its place.")
	s.write("content/digests/2032/05/more.md", digest("Still in the one in its place."))
	r.await("/digests/more/", "Still in the one in its place.")

	must(t, os.RemoveAll(s.path("content/digests/2032")))
	r.awaitThat("/digests/more/", "is gone", func(a answer) bool { return a.status == 404 })

	s.write("templates/text.html", "{{/* mine */}}<h1>My own text</h1>")
	s.write("content/pages/about.md", "---\ntitle: About\n---\n\nAbout.\n")
	r.await("/about/", "My own text")
}

func TestOneOfManyFoldersIsWatchedUnderItsNewName(t *testing.T) {
	s := newSite(t)
	r := start(t, s.dir, nil)
	for _, folder := range []string{"a", "b", "c"} {
		s.write("content/digests/"+folder+"/of-"+folder+".md", fmt.Sprintf(talks, "First words of "+folder+"."))
		r.await("/digests/of-"+folder+"/", "First words of "+folder+".")
	}
	for i, folder := range []string{"a", "b", "c"} {
		renamed := fmt.Sprintf("content/digests/renamed-%d", i)
		must(t, os.Rename(s.path("content/digests/"+folder), s.path(renamed)))
		// The rename alone changes no page that is asked for here, so the
		// watch has to be in place under the new name.
		s.write(renamed+"/of-"+folder+".md", fmt.Sprintf(talks, "Second words of "+folder+"."))
		r.await("/digests/of-"+folder+"/", "Second words of "+folder+".")
		s.write(renamed+"/of-"+folder+".md", fmt.Sprintf(talks, "Third words of "+folder+"."))
		r.await("/digests/of-"+folder+"/", "Third words of "+folder+".")
	}
}

func TestThousandsOfFilesChangingAtOnceConverge(t *testing.T) {
	files := 5000
	if testing.Short() {
		files = 500
	}
	s := newSite(t)
	r := start(t, s.dir, nil)
	for round := range 2 {
		for i := range files {
			s.write(fmt.Sprintf("content/digests/%d/storm-%d.md", i/100, i), fmt.Sprintf(talks, fmt.Sprintf("Round %d of file %d.", round, i)))
		}
		for _, i := range []int{0, files / 2, files - 1} {
			r.await(fmt.Sprintf("/digests/storm-%d/", i), fmt.Sprintf("Round %d of file %d.", round, i))
		}
	}
	must(t, os.RemoveAll(s.path("content/digests/0")))
	r.awaitThat("/digests/storm-7/", "is gone", func(a answer) bool { return a.status == 404 })
	cold := start(t, s.dir, nil)
	for _, page := range []string{"/", "/digests/storm-107/", "/actors/freedonia/", "/data/statements.json"} {
		fresh := withoutVersion(cold.get(page).body)
		r.awaitThat(page, "is what a preview that has just been started shows", func(a answer) bool { return withoutVersion(a.body) == fresh })
	}
}

func TestUnreadableFileKeepsTheLastGoodSite(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("everything may be read here")
	}
	s := newSite(t)
	r := start(t, s.dir, nil)
	must(t, os.Chmod(s.path(talksFile), 0))
	s.write("content/digests/other.md", fmt.Sprintf(talks, "Something else."))
	r.await(talksPage, talksFile)
	must(t, os.Chmod(s.path(talksFile), 0o666))
	r.await("/digests/other/", "Something else.")
}

// TestADayOfRecordingThatComesIsNoProblemAnyMore, though no file is saved.
func TestADayOfRecordingThatComesIsNoProblemAnyMore(t *testing.T) {
	s := newSite(t)
	s.write(talksFile, fmt.Sprintf(strings.Replace(talks, "---\n", "---\nrecorded: 2031-06-03\n", 1), "It rained."))
	began := time.Now()
	r := start(t, s.dir, func(b *build.Options, _ *serve.Options) {
		b.Clock = func() time.Time { return b.Now.Add(24*time.Hour - 2*time.Second + time.Since(began)) }
	})
	if told := r.told(); !strings.Contains(told, "recorded on a day that has not come yet") {
		t.Errorf("before it comes is told: %s", told)
	}
	r.awaitThat(talksPage, "has no problem", func(a answer) bool {
		return strings.Contains(a.body, "It rained.") && !strings.Contains(a.body, `class="_preview"`)
	})
}

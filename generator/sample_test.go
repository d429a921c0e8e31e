package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"demarche/generator/build"
	"demarche/generator/diag"
)

// sample builds the site in content/, the sample or what has taken its place, for an address and returns its files by path below public/.
func sample(t *testing.T, baseURL string) map[string][]byte {
	t.Helper()
	return outputs(t, sampleSite(t, baseURL))
}

// sampleSite is the sample before its outputs are made.
func sampleSite(t *testing.T, baseURL string) *build.Site {
	t.Helper()
	w, err := build.Open(build.Options{Source: "..", BaseURL: baseURL, Now: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	site, err := w.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range w.Locate(site.Problems) {
		if p.Severity == diag.Error {
			t.Errorf("%s:%d:%d: %s", p.At.Path, p.Position.Line, p.Position.Column, p.Text)
		}
	}
	return site
}

func parseHTML(t *testing.T, text []byte) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// checker finds vnu.jar among the packages of testdata/npm. In CI it has to be there.
func checker(t *testing.T) string {
	t.Helper()
	jar := "testdata/npm/node_modules/vnu-jar/build/dist/vnu.jar"
	if _, err := os.Stat(jar); err != nil {
		message := "the HTML checker is not installed: npm ci --prefix generator/testdata/npm"
		if os.Getenv("CI") != "" {
			t.Fatal(message)
		}
		t.Skip(message)
	}
	return jar
}

func TestEveryPageOfTheSampleIsValidHTML(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("minutes of another program's own work, which the race detector cannot see")
	}
	jar := checker(t)
	dir := t.TempDir()
	pages := 0
	for name, text := range sample(t, "https://freedonia.example/repo/") {
		if path.Ext(name) != ".html" && path.Ext(name) != ".css" {
			continue
		}
		pages++
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, text, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("java", "-jar", jar, "--errors-only", "--skip-non-html", "--stdout", dir).CombinedOutput()
	if err != nil || len(bytes.TrimSpace(out)) > 0 {
		t.Errorf("of %d pages: %v\n%s", pages, err, out)
	}
}

func TestEveryFeedOfTheSampleIsAtom(t *testing.T) {
	for _, base := range []string{"/", "https://freedonia.example/repo/"} {
		files := sample(t, base)
		for name, text := range files {
			if path.Base(name) != "feed.xml" {
				continue
			}
			if err := checkAtom(text); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		for name := range files {
			feed := path.Join(path.Dir(name), "feed.xml")
			if isOne(name, "actors") && files[feed] == nil {
				t.Errorf("%s has no feed", name)
			}
		}
		if files["feed.xml"] == nil {
			t.Error("the site has no feed")
		}
	}
}

// checkAtom holds a feed against what RFC 4287 requires of a feed and its entries.
func checkAtom(text []byte) error {
	type entry struct {
		ID      string   `xml:"http://www.w3.org/2005/Atom id"`
		Title   string   `xml:"http://www.w3.org/2005/Atom title"`
		Updated string   `xml:"http://www.w3.org/2005/Atom updated"`
		Authors []string `xml:"http://www.w3.org/2005/Atom author>name"`
		Links   []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"http://www.w3.org/2005/Atom link"`
	}
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		entry
		Entries []entry `xml:"http://www.w3.org/2005/Atom entry"`
	}
	if err := xml.Unmarshal(text, &feed); err != nil {
		return err
	}
	if len(feed.Authors) == 0 {
		return fmt.Errorf("the feed has no author")
	}
	ids := map[string]bool{}
	for _, e := range append(feed.Entries, feed.entry) {
		id, err := url.Parse(e.ID)
		switch {
		case err != nil || id.Scheme == "":
			return fmt.Errorf("id %q is no IRI", e.ID)
		case ids[e.ID]:
			return fmt.Errorf("id %q stands twice", e.ID)
		case e.Title == "":
			return fmt.Errorf("%s has no title", e.ID)
		case len(e.Links) == 0:
			return fmt.Errorf("%s has no link", e.ID)
		}
		if _, err := time.Parse(time.RFC3339, e.Updated); err != nil {
			return fmt.Errorf("%s: updated: %w", e.ID, err)
		}
		ids[e.ID] = true
	}
	return nil
}

func TestDataOfTheSampleAgreeWithItsPages(t *testing.T) {
	files := sample(t, "/repo/")
	var records []struct {
		ID, URL, Digest, Text, Act, Form string
		Withdrawn                        string
		Speakers, To                     []string
		SameAs                           []string
	}
	if err := json.Unmarshal(files["data/statements.json"], &records); err != nil {
		t.Fatal(err)
	}
	pages := 0
	for name := range files {
		if isStatementPage(name) {
			pages++
		}
	}
	if len(records) != pages && pages > 0 { // a site may do without pages of statements
		t.Errorf("%d records for %d pages of statements", len(records), pages)
	}
	rows, err := csv.NewReader(bytes.NewReader(files["data/statements.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(records)+1 {
		t.Errorf("%d rows in the CSV, %d records in the JSON", len(rows)-1, len(records))
	}
	for i, r := range records {
		if rows[i+1][0] != r.ID {
			t.Errorf("row %d of the CSV is %s, record %d of the JSON is %s", i, rows[i+1][0], i, r.ID)
		}
		address, _, _ := strings.Cut(r.URL, "#")
		shown := files[strings.TrimPrefix(address, "/repo/")+"index.html"]
		text := textOf(parseHTML(t, shown))
		for paragraph := range strings.SplitSeq(r.Text, "\n\n") {
			if !strings.Contains(text, strings.Join(strings.Fields(paragraph), " ")) {
				t.Errorf("%s does not show %q", r.URL, paragraph)
			}
		}
		if r.Withdrawn != "" {
			if !strings.Contains(text, strings.Join(strings.Fields(r.Withdrawn), " ")) {
				t.Errorf("%s does not show why it was withdrawn: %q", r.URL, r.Withdrawn)
			}
			continue
		}
		if !bytes.Contains(shown, []byte(`/repo/acts/`+r.Act+`/`)) {
			t.Errorf("%s has no link to its act, %s", r.URL, r.Act)
		}
		for _, actor := range append(r.Speakers, r.To...) {
			if !bytes.Contains(shown, []byte(`/repo/actors/`+actor+`/`)) {
				t.Errorf("%s has no link to %s", r.URL, actor)
			}
		}
	}
	for name := range files {
		if isStatementPage(name) && !bytes.Contains(files["data/statements.json"], []byte(`"/repo/`+strings.TrimSuffix(name, "index.html")+`"`)) {
			t.Errorf("%s is not in the data", name)
		}
	}
}

// isOne says whether name is KIND/SLUG/index.html.
func isOne(name, kind string) bool {
	return strings.HasPrefix(name, kind+"/") && strings.Count(name, "/") == 2 && !strings.HasPrefix(name, kind+"/p/")
}

// isStatementPage says whether name is digests/SLUG/ID/index.html.
func isStatementPage(name string) bool {
	return strings.HasPrefix(name, "digests/") && strings.Count(name, "/") == 3 && !strings.HasPrefix(name, "digests/p/")
}

// textOf is the text of a page with its white space made single spaces.
func textOf(root *html.Node) string {
	var words []string
	for node := range root.Descendants() {
		if node.Type == html.TextNode {
			words = append(words, strings.Fields(node.Data)...)
		}
	}
	return strings.Join(words, " ")
}

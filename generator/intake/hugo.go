package intake

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"demarche/generator/source"
)

// Hugo takes the Markdown of a folder of Hugo's as digests, without a change to any of it: date, title, actors
// and sources mean there what they mean here. Paths are in that folder. What an editor
// should mend in them is for check to say.
func Hugo(files []source.File, left []string) Draft {
	s := newShelf()
	for _, f := range files {
		name := strings.TrimSuffix(f.Path, path.Ext(f.Path))
		folder, base := path.Split(name)
		switch base {
		case "_index":
			s.note(f.Path, "what it says of a section belongs into a page or a topic", "it is left out: it stands for a list")
			continue
		case "index": // of a bundle, which its folder names
			folder, base = path.Split(strings.TrimSuffix(folder, "/"))
		}
		if base == "" {
			base = "index"
		}
		if at := shortcode.FindIndex(f.Text); at != nil {
			s.note(f.Path+":"+strconv.Itoa(1+bytes.Count(f.Text[:at[0]], []byte("\n"))), "write what it shows as Markdown", "it has shortcodes of Hugo’s, which stand on the page as they are written")
		}
		file := s.put("digests/"+folder, base, f.Text)
		if path.Base(file) != base+".md" {
			s.note(f.Path, "", "it became %s, because another file has its name", file)
		}
		if old := ownAddress(f.Text); old != "" && old != "/digests/"+strings.TrimSuffix(path.Base(file), ".md") {
			s.note(f.Path, "where links to it are to lead to the digest, add “"+old+"” to its aliases; and delete its url, which /data/digests.json would publish", "its url was %s", old)
		}
	}
	var other []string
	for _, name := range left {
		if hasWords(name) {
			s.note(name, "save it as Markdown, in a file .md, and import that", "it is left out: it may hold words, and is no Markdown")
		} else {
			other = append(other, name)
		}
	}
	if len(other) > 0 {
		s.note(other[0], "put pictures into content/static/", "other files are left out: %d, of which this is the first", len(other))
	}
	return s.draft()
}

var shortcode = regexp.MustCompile(`\{\{[<%]`)

// hasWords says whether a file that is no Markdown is one that Hugo makes a page of, or text.
func hasWords(name string) bool {
	return slices.Contains([]string{".html", ".htm", ".adoc", ".asciidoc", ".ad", ".org", ".rst", ".pandoc", ".pdc", ".txt"}, strings.ToLower(path.Ext(name)))
}

// aURL is the line of front matter in which a page of Hugo's gives itself an address on its own site: no https: and no :title.
var aURL = regexp.MustCompile(`(?i)^"?url"?\s*[:=]\s*["']?/?([^\s:"'#/][^\s:"'#]*?)/?["']?\s*(#.*)?$`)

// ownAddress is the address that a page gives itself as url: in YAML or TOML, from the root and without a slash at its end; or "".
func ownAddress(text []byte) string {
	fence, rest, _ := strings.Cut(strings.TrimPrefix(string(text), "\ufeff"), "\n")
	fence = strings.TrimSpace(fence)
	if fence != "---" && fence != "+++" {
		return ""
	}
	for line := range strings.Lines(rest) {
		line = strings.TrimRight(line, "\r\n")
		if line == fence || strings.HasPrefix(line, "[") { // of TOML, a table: what follows is of that
			break
		}
		if found := aURL.FindStringSubmatch(line); found != nil {
			return "/" + found[1]
		}
	}
	return ""
}

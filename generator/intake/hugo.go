package intake

import (
	"bytes"
	"cmp"
	"encoding/json"
	"path"
	"strings"

	"github.com/BurntSushi/toml"
	"go.yaml.in/yaml/v4"

	"demarche/generator/dossier"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// Hugo takes the Markdown of a folder of Hugo's as digests, without a change to any of it: date, title, actors
// and sources mean there what they mean here. Paths are in that folder. What an editor
// should mend in them is for check to say.
func Hugo(files []source.File, left []string) Draft {
	s := newShelf()
	became := make([]string, len(files)) // the digest of each, "" of a list
	names := make([]string, len(files))  // the names that these should have
	claims := map[string]string{}        // which file has an address, or had it
	keys := make([]map[string]any, len(files))
	for i, f := range files {
		name := strings.TrimSuffix(f.Path, path.Ext(f.Path))
		folder, base := path.Split(name)
		switch base {
		case "_index":
			continue
		case "index": // of a bundle, which its folder names
			folder, base = path.Split(strings.TrimSuffix(folder, "/"))
		}
		names[i] = cmp.Or(base, "index")
		became[i] = s.put("digests/"+folder, names[i], f.Text)
		keys[i] = matterOf(f.Text)
		named, _ := valueOf(keys[i], "slug").(string)
		named = slug.Make(cmp.Or(named, strings.TrimSuffix(path.Base(became[i]), ".md")))
		for _, address := range append(aliasesOf(keys[i]), "/digests/"+named+"/") {
			if key := keyOf(address); claims[key] == "" {
				claims[key] = f.Path
			}
		}
	}
	for i, f := range files {
		if became[i] == "" {
			s.note(f.Path, "what it says of a section belongs into a page or a topic", "it is left out: it stands for a list")
			continue
		}
		if bytes.Contains(f.Text, []byte("{{<")) || bytes.Contains(f.Text, []byte("{{%")) {
			s.note(f.Path, "write what it shows as Markdown", "it has shortcodes of Hugo’s, which stand on the page as they are written")
		}
		if old := addressOf(keys[i]); old != "" {
			s.oldAddress(f.Path, old, claims)
		}
		if path.Base(became[i]) != names[i]+".md" {
			s.note(f.Path, "", "it became %s, because another file has its name", became[i])
		}
	}
	if len(left) > 0 {
		s.note(left[0], "put pictures into content/static/", "other files are left out: %d, of which this is the first", len(left))
	}
	return s.draft()
}

// oldAddress proposes the address that a file had as an old one of its digest, unless it has it still or anew. Claims are
// what others have.
func (s *shelf) oldAddress(file, old string, claims map[string]string) {
	key := keyOf(old)
	own, other := dossier.OwnAt(key), claims[key]
	switch {
	case other == file:
	case own != "":
		s.note(file, "it can be no old address of the digest: links to it have to be changed", "its url was %s, which is the address of %s here", old, own)
	case other != "":
		s.note(file, "it can be an address of one of them alone", "its url was %s, which is or was an address of %s too", old, other)
	default:
		claims[key] = file
		s.note(file, "add “"+old+"” to its aliases, so that links to it lead to the digest, and delete its url, which /data/digests.json would publish", "its url was %s", old)
	}
}

// keyOf is the same for all ways to write an address.
func keyOf(address string) string {
	return strings.TrimSuffix(slug.Fold(strings.TrimSuffix(address, "index.html")), "/")
}

// addressOf is the address on its own site that a page gives itself as url:, from the root; "" where it gives none that
// could be an old address here.
func addressOf(keys map[string]any) string {
	written, _ := valueOf(keys, "url").(string)
	old := "/" + strings.TrimPrefix(written, "/")
	if dossier.WrongPath(old) != "" {
		return ""
	}
	return old
}

// aliasesOf are the old addresses that a page gives itself.
func aliasesOf(keys map[string]any) []string {
	all, isList := valueOf(keys, "aliases").([]any)
	if !isList {
		all = []any{valueOf(keys, "aliases")}
	}
	var old []string
	for _, alias := range all {
		if text, _ := alias.(string); strings.HasPrefix(text, "/") {
			old = append(old, text)
		}
	}
	return old
}

// valueOf is the value of a key, which Hugo takes in any case.
func valueOf(keys map[string]any, name string) any {
	for _, key := range sortedKeys(keys) {
		if strings.EqualFold(key, name) {
			return keys[key]
		}
	}
	return nil
}

// matterOf is the front matter of a file, nil where it has none or one that is broken, which check says.
func matterOf(text []byte) map[string]any {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	fence, rest, _ := bytes.Cut(text, []byte("\n"))
	kind := string(bytes.TrimSpace(fence))
	var keys map[string]any
	var err error
	switch {
	case strings.HasPrefix(kind, "{"):
		err = json.NewDecoder(bytes.NewReader(text)).Decode(&keys)
	case kind == ";;;":
		err = json.NewDecoder(bytes.NewReader(rest)).Decode(&keys)
	case kind == "---":
		err = yaml.Unmarshal(until(rest, kind), &keys)
	case kind == "+++":
		err = toml.Unmarshal(until(rest, kind), &keys)
	}
	if err != nil {
		return nil
	}
	return keys
}

// until is the text before the line that is a fence, nil where there is none.
func until(text []byte, fence string) []byte {
	size := 0
	for line := range bytes.Lines(text) {
		if string(bytes.TrimSpace(line)) == fence {
			return text[:size]
		}
		size += len(line)
	}
	return nil
}

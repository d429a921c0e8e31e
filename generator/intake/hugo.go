package intake

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"
	"unicode"

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
		if bytes.Contains(f.Text, []byte("{{<")) || bytes.Contains(f.Text, []byte("{{%")) {
			s.note(f.Path, "write what it shows as Markdown", "it has shortcodes of Hugo’s, which stand on the page as they are written")
		}
		if old := addressOf(f.Text); old != "" {
			s.note(f.Path, "add “"+old+"” to its aliases, so that links to it lead to the digest, and delete its url, which /data/digests.json would publish", "its url was %s", old)
		}
		if file := s.put("digests/"+folder, base, f.Text); path.Base(file) != base+".md" {
			s.note(f.Path, "", "it became %s, because another file has its name", file)
		}
	}
	if len(left) > 0 {
		s.note(left[0], "put pictures into content/static/", "other files are left out: %d, of which this is the first", len(left))
	}
	return s.draft()
}

// addressOf is the address on its own site that a page gives itself as url:, from the root; "" where it gives none that
// could be an old address here, or its aliases have that already.
func addressOf(text []byte) string {
	head, written := urlIn(bytes.TrimPrefix(text, []byte("\ufeff")))
	old := "/" + strings.TrimPrefix(written, "/")
	if written == "" || path.Clean(old) != strings.TrimSuffix(old, "/") || strings.ContainsFunc(old, unfit) || bytes.Count(head, []byte(written)) > 1 {
		return ""
	}
	return old
}

// unfit are signs that no old address has, or that are more than one: ":slug" is whatever Hugo makes of it.
func unfit(r rune) bool {
	return strings.ContainsRune(`\:*?"<>|%#`, r) || unicode.IsSpace(r) || !unicode.IsGraphic(r)
}

// urlIn is the front matter of a file, and its url.
func urlIn(text []byte) (head []byte, url string) {
	fence, rest, _ := bytes.Cut(text, []byte("\n"))
	kind := string(bytes.TrimSpace(fence))
	if kind == ";;;" || strings.HasPrefix(kind, "{") {
		decoder := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(text, []byte(";;;"))))
		var keys struct{ URL any }
		if decoder.Decode(&keys) == nil {
			url, _ = keys.URL.(string)
		}
		return text[:decoder.InputOffset()], url
	}
	sign, known := map[string]string{"---": ":", "+++": "="}[kind]
	if !known {
		return nil, ""
	}
	size, table := 0, false
	for line := range bytes.Lines(rest) {
		if strings.TrimSpace(string(line)) == kind {
			return rest[:size], url
		}
		size += len(line)
		table = table || sign == "=" && line[0] == '['
		key, value, _ := strings.Cut(string(line), sign) // one of YAML that stands further in is another's
		if strings.EqualFold(strings.Trim(strings.TrimRight(key, " \t"), `"'`), "url") && !table {
			url = oneValue(value)
		}
	}
	return nil, "" // it never ends
}

// oneValue is a text on a line of YAML or TOML, without its quotation marks and without a remark behind it.
func oneValue(written string) string {
	written = strings.TrimSpace(written)
	if mark := written[:min(len(written), 1)]; mark == `"` || mark == "'" {
		value, _, _ := strings.Cut(written[1:], mark)
		return value
	}
	value, _, _ := strings.Cut(written, " #")
	return strings.TrimSpace(value)
}

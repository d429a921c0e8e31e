package parse

import (
	"bytes"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// read reads the front matter between its fences into doc and returns where the
// body begins.
func (b block) read(s *scribe, doc *dossier.Doc, file []byte, limits dossier.Limits) (body int) {
	if len(bytes.TrimSpace(file[b.start:b.end])) == 0 {
		b.empty(doc)
		return b.body
	}
	var t *tree
	switch b.open {
	case "---", "---yaml":
		t, b = b.readYAML(&s.yaml, doc, file, limits)
	case "+++", "---toml":
		t = readTOML(file, b.start, b.end, limits)
	default:
		t = readJSON(file, b.start, b.end, limits)
	}
	for _, m := range t.mistakes {
		report(doc, diag.Error, m.code, m.start, m.end, m.text, m.hint)
		if m.first != nil {
			firstWritten(doc, m.first.key, m.first.keyEnd)
		}
		doc.Broken = doc.Broken || m.code == "front-matter-limit"
	}
	switch root := &t.root; {
	case doc.Broken:
	case root.form == formTable && len(root.pairs) > 0:
		decode(doc, b, root, limits)
	case root.form != formNothing && root.form != formTable:
		broken(doc, mistake{code: "front-matter-syntax", start: root.start, end: root.end,
			text: "front matter must be a map of keys, and this is " + root.form.String(), hint: "write key: value, one a line"})
	case len(t.mistakes) == 0:
		b.empty(doc)
	default:
		doc.Broken = true
	}
	return b.body
}

// empty reports that there is nothing between the fences, or only comments.
func (b block) empty(doc *dossier.Doc) {
	hint := "write a key, or remove both of its lines"
	if doc.Kind == dossier.KindDigest {
		hint = "write title: and date: in it"
	}
	report(doc, diag.Error, "front-matter-empty", b.fence, b.fenceEnd, "the front matter is empty", hint)
	named(doc)
}

// readYAML reads YAML. Any line that trims to --- closes front matter, also one that an
// editor meant as text of a block scalar. That is reported, and where the rest is
// sound up to a fence at the start of a line, the front matter is taken to end there.
func (b block) readYAML(r *yamlReader, doc *dossier.Doc, file []byte, limits dossier.Limits) (*tree, block) {
	r.read(file, b.start, b.end, limits)
	closing := file[b.end:b.body]
	indent := len(closing) - len(bytes.TrimLeft(closing, " \t"))
	if len(r.tree.mistakes) > 0 || r.open < 0 || indent <= r.open {
		return &r.tree, b
	}
	report(doc, diag.Error, "front-matter-fence", b.end+indent, b.end+indent+len("---"),
		"this line is indented like the text above it, but it ends the front matter",
		"if it is text, write other characters (***, or a dash); if it is the end, write --- at the start of the line")
	for at := b.body; at < len(file) && at-b.start <= limits.FrontMatter; {
		next := lineEnd(file, at)
		if string(bytes.TrimRight(file[at:next], " \t\r\n")) != "---" {
			at = next
			continue
		}
		var longer yamlReader
		if longer.read(file, b.start, at, limits); len(longer.tree.mistakes) == 0 {
			b.end, b.body = at, next
			return &longer.tree, b
		}
		break
	}
	return &r.tree, b
}

package parse

import (
	"bytes"
	"strings"
	"unicode"

	"demarche/generator/dossier"
)

// nearly finds what was meant for front matter in a file that has none, whose first line that is not blank b is. It would
// be published as text, and what it says, that this is a draft, would be lost.
func nearly(file []byte, b block, kind dossier.Kind) (m mistake, found bool) {
	first := file[b.fence:b.fenceEnd]
	m = mistake{code: "front-matter-missing", start: b.fence, end: b.fenceEnd, text: "this looks like front matter, and is none"}
	if inner, opened := bytes.CutPrefix(first, []byte("{")); opened {
		m.hint = "write { alone on the first line and } alone on the last, with an empty line after it"
		inner = bytes.TrimLeft(inner, " \t")
		name, _, quoted := bytes.Cut(bytes.TrimPrefix(inner, []byte{'"'}), []byte{'"'})
		if bytes.HasPrefix(inner, []byte{'"'}) && quoted {
			return m, bytes.HasPrefix(bytes.TrimLeft(inner[len(name)+2:], " \t"), []byte{':'})
		}
		m.hint = `put each key and each text in double quotes: {"title": "…"}`
		key, _, colon := bytes.Cut(inner, []byte{':'})
		return m, colon && isKeyOf(kind, string(bytes.Trim(key, `'" `)), false)
	}
	switch {
	case isFenceLike(first):
		m.hint = "write --- for its first line, and for its last"
		if first[0] == '+' {
			m.hint = "write +++ for its first line, and for its last"
		}
		if seen := bytes.TrimFunc(first, func(c rune) bool { return unicode.Is(unicode.Cf, c) }); string(seen) == "---" {
			m.hint = "delete what cannot be seen beside ---, such as a mark of direction, by writing this line anew"
		}
		return m, keysAt(file, lineEnd(file, b.fenceEnd), kind, true)
	case isRemark(first):
		at := pastRemarks(file, b.fence)
		fence := file[at:lineEnd(file, at)]
		apart := bytes.Contains(bytes.ReplaceAll(file[b.fence:at], []byte("\r"), nil), []byte("\n\n"))
		if bytes.HasPrefix(first, []byte("# ")) && apart && !bytes.Contains(file[at+len(fence):], append([]byte{'\n'}, bytes.TrimSpace(fence)...)) {
			return m, false // a heading, and a line below it that nothing closes
		}
		m.hint = "front matter begins on the first line: put this below it"
		return m, isFenceLike(bytes.TrimSpace(fence)) && keysAt(file, at+len(fence), kind, true)
	}
	m.hint = "write a line --- before it and one after it; if it is text, begin it with a capital letter"
	return m, keysAt(file, b.fence, kind, false)
}

// isFenceLike says whether a line begins as a fence does, or is all dashes, of which some programs make longer ones.
func isFenceLike(line []byte) bool {
	for _, fence := range []string{"---", "+++", ";;;"} {
		if bytes.HasPrefix(line, []byte(fence)) {
			return true
		}
	}
	return len(line) > 0 && bytes.IndexFunc(line, func(c rune) bool {
		return c != '−' && !unicode.In(c, unicode.Pd, unicode.Cf, unicode.White_Space)
	}) < 0
}

// isRemark says whether a line is a comment of YAML, HTML or JavaScript.
func isRemark(line []byte) bool {
	return bytes.HasPrefix(line, []byte("#")) || bytes.HasPrefix(line, []byte("<!--")) || bytes.HasPrefix(line, []byte("//"))
}

// pastRemarks is the offset of the first line from at on that is neither blank nor of a comment.
func pastRemarks(file []byte, at int) int {
	for at < len(file) {
		end := lineEnd(file, at)
		line := bytes.TrimSpace(file[at:end])
		if len(line) > 0 && !isRemark(line) {
			return at
		}
		if bytes.HasPrefix(line, []byte("<!--")) {
			closed := bytes.Index(file[at:], []byte("-->"))
			if closed < 0 {
				return len(file)
			}
			end = lineEnd(file, at+closed)
		}
		at = end
	}
	return at
}

// keysAt says whether the lines at an offset are those of front matter: two known keys, or one with which they end. Below
// a fence, where fenced, any case will do; elsewhere "Author:" may be of a text, and "author:" is not.
func keysAt(file []byte, at int, kind dossier.Kind, fenced bool) bool {
	known := 0
	for at < len(file) && known < 2 {
		end := lineEnd(file, at)
		line := file[at:end]
		at = end
		trimmed := bytes.TrimSpace(line)
		switch {
		case len(trimmed) == 0:
			return known > 0 && !fenced
		case known > 0 && isFenceLike(trimmed):
			return true
		case bytes.IndexByte([]byte(" \t-#]}"), line[0]) >= 0: // goes on with a value
			continue
		}
		sign := bytes.IndexAny(trimmed, ":=")
		if sign < 0 || trimmed[sign] == ':' && sign+1 < len(trimmed) && trimmed[sign+1] != ' ' {
			return false
		}
		if isKeyOf(kind, string(bytes.TrimSpace(trimmed[:sign])), !fenced) {
			known++
		}
	}
	return known > 1 || known > 0 && !fenced
}

// isKeyOf says whether a file of that kind, or a digest, may have the key, or another name for one.
func isKeyOf(kind dossier.Kind, name string, exact bool) bool {
	for _, fields := range [][]field[dossier.Doc]{keysOf[kind], keysOf[dossier.KindDigest]} {
		if known := find(fields, name); known != nil {
			return !exact || known.name == name
		}
	}
	lower := strings.ToLower(name)
	return synonyms[kind][lower] != "" && (!exact || name == lower)
}

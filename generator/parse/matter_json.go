package parse

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"demarche/generator/dossier"
)

// jsonReader turns JSON into a tree, token by token.
type jsonReader struct {
	file    []byte
	base    int // of the front matter in file
	end     int
	decoder *json.Decoder
	limits  dossier.Limits
	tree    tree
}

// readJSON reads the front matter from start to end of file.
func readJSON(file []byte, start, end int, limits dossier.Limits) *tree {
	r := &jsonReader{file: file, base: start, end: end, limits: limits}
	r.decoder = json.NewDecoder(bytes.NewReader(file[start:end]))
	r.decoder.UseNumber()
	if r.blank() == end {
		return &r.tree
	}
	root, err := r.value(1)
	if err == nil && r.blank() < end {
		r.tree.fail("front-matter-syntax", r.blank(), end, "something follows the JSON of the front matter", "end the front matter after the closing }")
	}
	if err != nil {
		r.explain(err)
		return &r.tree
	}
	r.tree.root = root
	return &r.tree
}

// blank is where the next token begins, past space, commas and colons.
func (r *jsonReader) blank() int {
	at := r.base + int(r.decoder.InputOffset())
	rest := r.file[at:r.end]
	return at + len(rest) - len(bytes.TrimLeft(rest, " \t\r\n,:"))
}

// errLimit stops reading; the mistake is noted already.
var errLimit = errors.New("a limit was passed")

// value reads the next value; depth is its own, the whole being 1.
func (r *jsonReader) value(depth int) (value, error) {
	v := value{start: r.blank(), raw: -1}
	token, err := r.decoder.Token()
	if err != nil {
		return v, err
	}
	if depth > r.limits.Depth {
		r.tree.tooDeep(r.limits.Depth, v.start, v.start+1)
		return v, errLimit
	}
	switch token := token.(type) {
	case json.Delim:
		v.form = formList
		if token == '{' {
			v.form = formTable
		}
		err = r.inside(&v, depth)
	case string:
		v.form, v.text = formText, token
		if strings.ContainsRune(token, utf8.RuneError) {
			r.halves(v.start)
		}
		if bytes.HasPrefix(r.file[v.start+1:r.end], []byte(token)) {
			v.raw = v.start + 1
		}
	case json.Number:
		v.form, v.text, v.raw = formNumber, token.String(), v.start
	case bool:
		v.form, v.text = formBoolean, "false"
		if token {
			v.text = "true"
		}
	}
	v.end = r.base + int(r.decoder.InputOffset())
	return v, err
}

// halves reports an escape in the text that begins at start which is half of a character: the library reads it as "\uFFFD".
func (r *jsonReader) halves(start int) {
	end := r.base + int(r.decoder.InputOffset())
	for at := start; at < end; at++ {
		if r.file[at] != '\\' {
			continue
		}
		switch half := r.escaped(at, end); {
		case !utf16.IsSurrogate(half):
			at++
		case utf16.DecodeRune(half, r.escaped(at+len(`\ud83d`), end)) != utf8.RuneError:
			at += len(`\ud83d\ude0`)
		default:
			r.tree.fail("front-matter-syntax", at, at+len(`\ud83d`), "this is half of a character", `write the character itself, or both of its halves: \ud83d\ude00`)
			return
		}
	}
}

// escaped is what an escape such as "\u0041" at a place before end stands for; 0 where there is none.
func (r *jsonReader) escaped(at, end int) rune {
	digits, is := bytes.CutPrefix(r.file[min(at, end):min(at+len(`\u0041`), end)], []byte(`\u`))
	unit, err := strconv.ParseUint(string(digits), 16, 16)
	if !is || err != nil {
		return 0
	}
	return rune(unit)
}

// inside reads what v holds, up to and with its closing bracket.
func (r *jsonReader) inside(v *value, depth int) error {
	for r.decoder.More() {
		var p pair
		if v.form == formTable {
			key, err := r.value(depth + 1)
			if err != nil {
				return err
			}
			if r.tree.tooManyKeys(r.limits.Keys, key.start, key.end) {
				return errLimit
			}
			p = pair{key: key.text, start: key.start, end: key.end}
		}
		item, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		if v.form == formList {
			v.items = append(v.items, item)
			continue
		}
		p.value = item
		v.pairs = append(v.pairs, p)
	}
	_, err := r.decoder.Token()
	return err
}

// explain notes a mistake of syntax.
func (r *jsonReader) explain(err error) {
	if errors.Is(err, errLimit) {
		return
	}
	at := r.blank()
	text := "the JSON of the front matter cannot be read"
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		at += r.wrongAt(at)
		text = plainJSON(syntax.Error())
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		at = r.base
		text = "the JSON of the front matter is not finished"
	}
	at = min(at, r.end)
	r.tree.fail("front-matter-syntax", at, min(at+1, r.end), text, `write {"key": "value", "key": ["value"]}, without a comma after the last`)
}

// wrongAt is how far behind the beginning of a text, a number or a word that is wrong its mistake is. The decoder counts no
// brackets, commas and blanks of those before.
func (r *jsonReader) wrongAt(start int) int {
	var syntax *json.SyntaxError
	var read json.RawMessage
	rest := r.file[start:r.end]
	if len(rest) == 0 || rest[0] == '{' || rest[0] == '[' || !errors.As(json.NewDecoder(bytes.NewReader(rest)).Decode(&read), &syntax) {
		return 0
	}
	return max(int(syntax.Offset)-1, 0)
}

// plainJSON says in plain words what the library says of a mistake.
func plainJSON(message string) string {
	for _, known := range []struct{ part, plain string }{
		{"beginning of object key", "a key in double quotes must stand here"},
		{"beginning of value", "no value begins like this: text stands in double quotes"},
		{"after object key:value pair", "a comma or the closing bracket must stand here"},
		{"after array element", "a comma or the closing bracket must stand here"},
		{"after object key", "a colon must stand between key and value"},
		{"in string escape", "a backslash in text must be written twice"},
		{`'\t' in string literal`, `a tab in text must be written \t`},
		{"in string literal", `a line break in text must be written \n`},
		{"unexpected end", "the JSON of the front matter is not finished"},
	} {
		if strings.Contains(message, known.part) {
			return known.plain
		}
	}
	return "the JSON of the front matter cannot be read here"
}

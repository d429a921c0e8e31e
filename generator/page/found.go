package page

import (
	"unicode/utf8"
)

// found is what a search shows of a statement or a digest, beside the texts that were searched.
type found struct {
	url   string
	title string // of the digest
	who   string
	to    string
	act   string // set for statements alone, as side and form
	side  string
	form  string
	date  string
	lang  string // of the first text
	dir   string
}

// append appends a record of the index: JSON, without what is "" for all digests.
func (f *found) append(out []byte, texts [][]byte) []byte {
	out = appendJSON(append(out, `{"url":`...), f.url)
	out = appendJSON(append(out, `,"title":`...), f.title)
	out = appendField(out, `,"who":`, f.who)
	out = appendField(out, `,"to":`, f.to)
	out = appendField(out, `,"act":`, f.act)
	out = appendField(out, `,"side":`, f.side)
	out = appendField(out, `,"form":`, f.form)
	out = appendJSON(append(out, `,"date":`...), f.date)
	out = appendJSON(append(out, `,"lang":`...), f.lang)
	out = appendJSON(append(out, `,"dir":`...), f.dir)
	out = append(out, `,"text":[`...)
	for i, text := range texts {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendJSON(out, text)
	}
	return append(out, "]}"...)
}

// appendField appends a field where it is not "".
func appendField(out []byte, key, value string) []byte {
	if value == "" {
		return out
	}
	return appendJSON(append(out, key...), value)
}

// appendJSON appends a text as encoding/json writes it, which may stand in HTML too.
func appendJSON[T string | []byte](out []byte, text T) []byte {
	out = append(out, '"')
	from := 0
	for i := 0; i < len(text); {
		c := text[i]
		if plainInJSON[c] {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			out = appendJSONEscape(append(out, text[from:i]...), c)
			i++
			from = i
			continue
		}
		r, size := utf8.DecodeRuneInString(string(text[i:min(len(text), i+utf8.UTFMax)]))
		switch {
		case r == utf8.RuneError && size == 1:
			out = append(append(out, text[from:i]...), `\ufffd`...)
			from = i + size
		case r == '\u2028', r == '\u2029': // which end a line in a script
			out = append(append(out, text[from:i]...), `\u202`...)
			out = append(out, hexDigits[r&0xF])
			from = i + size
		}
		i += size
	}
	return append(append(out, text[from:]...), '"')
}

func appendJSONEscape(out []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(out, '\\', c)
	case '\b':
		return append(out, `\b`...)
	case '\f':
		return append(out, `\f`...)
	case '\n':
		return append(out, `\n`...)
	case '\r':
		return append(out, `\r`...)
	case '\t':
		return append(out, `\t`...)
	}
	return append(out, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xF])
}

const hexDigits = "0123456789abcdef"

// plainInJSON are the bytes that stand for themselves, wherever they are.
var plainInJSON = func() (is [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		is[c] = c != '"' && c != '\\' && c != '<' && c != '>' && c != '&'
	}
	return is
}()

package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"
)

// pieceError is what is wrong in a piece of a text in JSON that was read by itself.
type pieceError struct {
	where string // "slide 3 of its list: "
	text  []byte
	err   error
}

func (e *pieceError) Error() string { return e.where + e.err.Error() }
func (e *pieceError) Unwrap() error { return e.err }

// largestPiece is how many bytes a slide, the keys of its own that a digest has, or a cell may take: what is read of JSON
// takes hundreds of times as much.
const largestPiece = 1 << 20

var errLargePiece = fmt.Errorf("it is larger than %d kB, which no digest is", largestPiece>>10)

// wrongJSON says where a text in JSON is none, or holds another kind of value than it should, in words that name no part of a
// program.
func wrongJSON(text []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	var piece *pieceError
	at, told := 0, err.Error()
	switch {
	case errors.As(err, &syntax):
		at, told = wrongSign(text, syntax)
	case errors.As(err, &kind):
		what := "it"
		if kind.Field != "" {
			what = "“" + strings.ToLower(kind.Field) + "”"
		}
		is, _, _ := strings.Cut(kind.Value, " ")
		at, told = int(kind.Offset)-1, what+" must hold "+inWords(kind.Type)+", and holds "+jsonKinds[is]
	case errors.As(err, &piece):
		told = piece.err.Error()
	}
	if errors.As(err, &piece) {
		told = piece.where + told
		if !bytes.HasPrefix(piece.text, []byte("{")) { // the same may stand before it
			return errors.New(told)
		}
		at += max(0, bytes.Index(text, piece.text))
	}
	before := text[:min(max(0, at), len(text))]
	column := 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
	return fmt.Errorf("line %d, column %d: %s", 1+bytes.Count(before, []byte("\n")), column, told)
}

// wrongSign is where JSON ends to be some, and why.
func wrongSign(text []byte, err *json.SyntaxError) (at int, told string) {
	at, told = int(err.Offset)-1, err.Error() // the offset is behind the sign that was read last
	if len(bytes.TrimSpace(text)) == 0 {
		return 0, "it is empty"
	}
	if strings.HasPrefix(told, "unexpected end") {
		return len(bytes.TrimRight(text, " \t\r\n")), "a quotation mark, a bracket or a brace is never closed"
	}
	letter, _ := utf8.DecodeRune(text[at:])
	sign := "“" + string(letter) + "”"
	for _, reason := range []struct{ end, words string }{
		{"looking for beginning of object key string", sign + " stands where a key in quotation marks should; a comma before it may be too many"},
		{"looking for beginning of value", sign + " stands where a value should; a comma before it may be too many, or marks around a text be missing"},
		{"after object key:value pair", "a comma or a closing brace is missing before " + sign},
		{"after array element", "a comma or a closing bracket is missing before " + sign},
		{"after object key", "a colon is missing before " + sign},
		{"after top-level value", sign + " stands behind the end"},
		{"in string escape code", "\\ means nothing before " + sign + "; a \\ in a text is written twice"},
		{"in string literal", "a line ends within quotation marks; write \\n for it"},
	} {
		if strings.HasSuffix(told, reason.end) {
			return at, reason.words
		}
	}
	return at, told
}

// jsonKinds are what a value of JSON is, by the words of the library.
var jsonKinds = map[string]string{"string": "a text", "number": "a number", "bool": "true or false", "object": "braces with keys", "array": "a list"}

// inWords is a kind of value in JSON: of braces, which keys they may have.
func inWords(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "a text"
	case reflect.Slice:
		return "a list"
	case reflect.Struct:
		var keys []string
		for field := range t.Fields() {
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			if name == "" {
				name = strings.ToLower(field.Name)
			}
			keys = append(keys, name)
		}
		return "braces with such keys as " + strings.Join(keys[:min(len(keys), 3)], ", ")
	}
	return "braces with keys"
}

package intake

import (
	"bytes"
	"fmt"
	"regexp"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"demarche/generator/source"
)

var pageCharset = regexp.MustCompile(`(?i)<meta\s[^>]*charset\s*=\s*["']?\s*([\w:.-]+)`)

// fromCharset is a page of HTML in UTF-8, if it is in the encoding that its head names; else the page as it is.
func fromCharset(page []byte) []byte {
	named := pageCharset.FindSubmatch(page[:min(len(page), 4096)])
	if named == nil || source.InvalidUTF8(page) < 0 {
		return page
	}
	encoding, _ := charset.Lookup(string(named[1]))
	if encoding == nil {
		return page
	}
	text, err := encoding.NewDecoder().Bytes(page)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return page
	}
	return text
}

// inUTF8 is a record without its byte order mark. What is in another encoding is refused, with the first line that
// shows it: read as if it were UTF-8, its letters would be lost. what is how people are told of it: "the table".
func inUTF8(text []byte, what string) ([]byte, error) {
	save, other := "save it in UTF-8", "another archive"
	switch what {
	case "the table":
		save, other = "save it in UTF-8, which spreadsheets call CSV UTF-8", "a workbook or another archive"
	case "the article":
		save, other = "save it as plain text in UTF-8", "a document of a word processor or another archive"
	}
	switch {
	case bytes.HasPrefix(text, []byte("\xff\xfe")), bytes.HasPrefix(text, []byte("\xfe\xff")):
		return nil, fmt.Errorf("%s is in UTF-16; %s", what, save)
	case bytes.HasPrefix(text, []byte("PK\x03\x04")):
		return nil, fmt.Errorf("this is %s, and not %s itself; open it, and %s", other, what, save)
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	at := bytes.IndexByte(text, 0)
	if at < 0 {
		at = source.InvalidUTF8(text)
	}
	if at < 0 {
		return text, nil
	}
	line := 1 + bytes.Count(text[:at], []byte("\n"))
	return nil, fmt.Errorf("line %d: %s is not in UTF-8; %s", line, what, save)
}

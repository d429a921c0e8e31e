package intake

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// inUTF8 is a record without its byte order mark. What is in another encoding is refused, with the first line that
// shows it: read as if it were UTF-8, its letters would be lost. what is how people are told of it: "the table".
func inUTF8(text []byte, what string) ([]byte, error) {
	const save = "save it in UTF-8, which spreadsheets call CSV UTF-8"
	switch {
	case bytes.HasPrefix(text, []byte("\xff\xfe")), bytes.HasPrefix(text, []byte("\xfe\xff")):
		return nil, fmt.Errorf("%s is in UTF-16; %s", what, save)
	case bytes.HasPrefix(text, []byte("PK\x03\x04")):
		return nil, fmt.Errorf("this is a workbook or another archive, and not %s itself; open it, and %s", what, save)
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	at := bytes.IndexByte(text, 0)
	if at < 0 && utf8.Valid(text) {
		return text, nil
	}
	for rest := text; at < 0 && len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if r == utf8.RuneError && size == 1 {
			at = len(text) - len(rest)
		}
		rest = rest[size:]
	}
	line := 1 + bytes.Count(text[:at], []byte("\n"))
	return nil, fmt.Errorf("line %d: %s is not in UTF-8; %s", line, what, save)
}

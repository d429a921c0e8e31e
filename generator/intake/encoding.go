package intake

import (
	"bytes"
	"fmt"

	"demarche/generator/source"
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
	if at < 0 {
		at = source.InvalidUTF8(text)
	}
	if at < 0 {
		return text, nil
	}
	line := 1 + bytes.Count(text[:at], []byte("\n"))
	return nil, fmt.Errorf("line %d: %s is not in UTF-8; %s", line, what, save)
}

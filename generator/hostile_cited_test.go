package main

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"testing"
)

// checkCited checks the citations of a page for programs, and returns how many there are.
func checkCited(t *testing.T, name string, page []byte) int {
	t.Helper()
	all := preformatted(parseHTML(t, page))
	for id, texts := range all {
		for format, check := range map[string]func([]byte) error{"bibtex": checkBib, "ris": checkRIS, "csl": dataChecks[".json"]} {
			if err := check([]byte(texts[format])); err != nil || texts[format] == "" {
				t.Errorf("%s#%s, %s: %v", name, id, format, err)
			}
		}
	}
	return len(all)
}

var aBibKey = regexp.MustCompile(`^@online\{[a-z0-9_.:-]+,`)

// checkBib holds BibTeX to entries of ours with their fields in braces, which BibTeX counts
// behind a backslash too, and to nothing between entries.
func checkBib(text []byte) error {
	for rest := bytes.TrimSpace(text); len(rest) > 0; rest = bytes.TrimSpace(rest) {
		if !aBibKey.Match(rest) {
			return errors.New("no entry: " + string(rest[:min(len(rest), 60)]))
		}
		depth, end := 0, 0
		for i, c := range rest {
			switch {
			case c == '{':
				depth++
			case c == '}':
				depth--
			case depth == 1 && c == '@':
				return errors.New("an entry in another")
			}
			if c == '}' && depth == 0 {
				end = i + 1
				break
			}
		}
		if end == 0 {
			return errors.New("an entry without an end")
		}
		rest = rest[end:]
	}
	return nil
}

var aRISLine = regexp.MustCompile(`^(TY|AU|TI|T2|PB|PY|DA|UR|LA|N1|ID|ER)  - `)

// checkRIS holds RIS to one record, each field in a line of its own.
func checkRIS(text []byte) error {
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	for i, line := range lines {
		tag := aRISLine.FindString(line)
		if tag == "" || (tag == "TY  - ") != (i == 0) || (tag == "ER  - ") != (i == len(lines)-1) || strings.Contains(line[len(tag):], "  - ") {
			return errors.New("a line that is not ours: " + line)
		}
	}
	return nil
}

func TestChecksOfCitationsFindWhatTheyLookFor(t *testing.T) {
	for text, check := range map[string]func([]byte) error{
		"@online{a,\n  title = {{a}}\n}, note = {b}\n}\n":   checkBib,
		"@online{a,\n  title = {{\\}}\n}\n}\n":              checkBib,
		"@online{a,\n  title = {{\\{}}\n}\n":                checkBib,
		"TY  - ELEC\nTI  - a\nER  - \nTY  - JOUR\nER  - \n": checkRIS,
		"TY  - ELEC\nTI  - a\nb\nER  - \n":                  checkRIS,
	} {
		if check([]byte(text)) == nil {
			t.Errorf("%q is well", text)
		}
	}
	if err := checkBib([]byte("@online{a.1,\n  title = {{\\textbraceleft{}}}\n}\n\n@online{b,\n  note = {a}\n}\n")); err != nil {
		t.Error(err)
	}
}

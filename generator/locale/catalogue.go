package locale

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/feature/plural"

	"demarche/generator/source"
)

// entry is a translated message: one form, or those of a number, by plural.Form; a message without a number is Other.
type entry [6]string

// Error is a mistake in a catalogue.
type Error struct {
	Folder int    // which of those that New was given
	File   string // in it: "languages/fa.yaml"
	Line   int    // from 1, 0 where it is not known
	Column int    // bytes of the line before it
	Text   string // what is wrong
	Hint   string // what to write instead
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Text) }

// formNames are the forms of plurals as CLDR names them.
var formNames = map[string]plural.Form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two, "few": plural.Few, "many": plural.Many, "other": plural.Other,
}

// catalogue is one file that is being read.
type catalogue struct {
	name     string
	folder   int
	lines    [][]byte
	mistakes []error // each an *Error
	last     place   // of the mistake before
}

// place is a byte of a line.
type place struct {
	line              int // from 1
	characters, bytes int // before it
}

// mistake notes one, and goes on.
func (c *catalogue) mistake(at *yaml.Node, hint, format string, values ...any) {
	c.mistakes = append(c.mistakes, &Error{c.folder, c.name, at.Line, c.bytesBefore(at), fmt.Sprintf(format, values...), hint})
}

// bytesBefore counts those of a node's line before it; YAML counts characters, from 1.
func (c *catalogue) bytesBefore(at *yaml.Node) int {
	if at.Line < 1 || at.Line > len(c.lines) {
		return 0
	}
	line := c.lines[at.Line-1]
	if c.last.line != at.Line || c.last.characters > at.Column-1 {
		c.last = place{line: at.Line}
	}
	// Mistakes come in the order of the file, and a line may have very many: each goes on from the one before.
	for c.last.characters < at.Column-1 && c.last.bytes < len(line) {
		_, size := utf8.DecodeRune(line[c.last.bytes:])
		c.last.characters++
		c.last.bytes += size
	}
	return c.last.bytes
}

// read adds the messages of a catalogue, which is a flat map from the English
// message to its translation, or to the forms of a plural; those with a mistake, an *Error, are told of.
func (l *Locale) read(text []byte, name string, folder int) (mistakes []error, err error) {
	c := &catalogue{name: name, folder: folder, lines: bytes.Split(text, []byte("\n"))}
	for number, line := range c.lines {
		if at := source.InvalidUTF8(line); at >= 0 {
			return []error{&Error{folder, name, number + 1, at, "the file is not UTF-8 here", "save it as UTF-8"}}, nil
		}
	}
	var root yaml.Node
	loader, err := yaml.NewLoader(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	if err := loader.Load(&root); errors.Is(err, io.EOF) || err == nil && len(root.Content) == 0 {
		return nil, nil // an empty file, or comments alone
	} else if err != nil {
		return []error{c.explain(err)}, nil
	}
	top := root.Content[0]
	if top.Kind != yaml.MappingNode {
		c.mistake(top, `write a line for each message: "Skip to content": "…"`, "a catalogue is a map of messages")
		return c.mistakes, nil
	}
	lines := map[string]int{}
	for pair := range slices.Chunk(top.Content, 2) {
		key := pair[0]
		if before, twice := lines[key.Value]; twice {
			c.mistake(key, "leave one of the two", "%q is there already, in line %d", key.Value, before)
			continue
		}
		lines[key.Value] = key.Line
		if translated := c.entry(key, pair[1]); translated != (entry{}) {
			l.messages[key.Value] = translated
			if folder > 0 {
				l.own = append(l.own, Own{name, key.Line, key.Value})
			}
		}
	}
	return c.mistakes, nil
}

// Own is a message that a folder after the first translates.
type Own struct {
	File string // "languages/fa.yaml"
	Line int    // from 1
	Key  string
}

// Strange are the messages of later folders that are not in the list of the first, and
// that list: they are said by templates of the site's own, or misspelled.
func (l *Locale) Strange() (strange []Own, list []string) {
	for _, own := range l.own {
		if !slices.Contains(l.list, own.Key) {
			strange = append(strange, own)
		}
	}
	return strange, l.list
}

// listOf are the messages that a folder lists for translators.
func listOf(folder fs.FS) []string {
	text, err := fs.ReadFile(folder, Folder+"/messages.yaml")
	if err != nil {
		return nil
	}
	var messages map[string]any
	if yaml.Unmarshal(text, &messages) != nil {
		return nil
	}
	return slices.Sorted(maps.Keys(messages))
}

// explain is what the YAML library says, and where: of what is never closed, where it opens.
func (c *catalogue) explain(err error) *Error {
	e := &Error{Folder: c.folder, File: c.name, Line: 1, Text: "this is no YAML: " + err.Error(), Hint: "put messages that hold a colon, a bracket or a quote in double quotes"}
	if wrong, ok := errors.AsType[*yaml.LoadError](err); ok {
		at := wrong.Mark
		if at.Line > len(c.lines) || at.Line > 0 && len(c.lines[at.Line-1]) == 0 {
			at = wrong.ContextMark
		}
		e.Line, e.Column, e.Text = max(1, at.Line), c.bytesBefore(&yaml.Node{Line: at.Line, Column: at.Column}), "this is no YAML: "+wrong.Message
	}
	return e
}

// isEmpty says whether a translation is still to be written, as in the list of
// messages from which a translator starts.
func isEmpty(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Value == "" }

// entry reads a translation; what is still to be written is the empty one.
func (c *catalogue) entry(key, value *yaml.Node) entry {
	counts := strings.Contains(key.Value, "{n}")
	switch {
	case key.Kind != yaml.ScalarNode:
		c.mistake(key, "write the English message before the colon", "this is no message")
	case isEmpty(value):
	case value.Kind == yaml.ScalarNode:
		c.checkPlaces(key, value, false)
		return entry{plural.Other: value.Value}
	case value.Kind != yaml.MappingNode || !counts:
		c.mistake(value, "write one text after the colon", "%q has no forms of a plural, for it has no {n}", key.Value)
	default:
		return c.plural(key, value)
	}
	return entry{}
}

// plural reads the forms of a message with a number.
func (c *catalogue) plural(key, value *yaml.Node) entry {
	var e entry
	before := len(c.mistakes)
	for pair := range slices.Chunk(value.Content, 2) {
		form, known := formNames[pair[0].Value]
		switch {
		case !known:
			c.mistake(pair[0], "the forms are zero, one, two, few, many, other", "%q is no form of a plural", pair[0].Value)
		case isEmpty(pair[1]):
			continue
		case pair[1].Kind != yaml.ScalarNode:
			c.mistake(pair[1], "write one text after the colon", "the form %s of %q has no text", pair[0].Value, key.Value)
		default:
			c.checkPlaces(key, pair[1], form != plural.Other)
			e[form] = pair[1].Value
		}
	}
	if e[plural.Other] == "" && e != (entry{}) && len(c.mistakes) == before { // else that may be the form that is lacking
		c.mistake(value, "add a line: other: …", "%q lacks the form other, which stands for those that are not written", key.Value)
	}
	return e
}

// places of a message are what is filled in: {name}, {n}, {}.
var places = regexp.MustCompile(`\{[A-Za-z0-9]*\}`)

// checkPlaces sees that a translation has the places of its message, as often.
// A form for some numbers may do without {n}: "a single statement".
func (c *catalogue) checkPlaces(key, value *yaml.Node, free bool) {
	wanted, got := placesOf(english(key.Value)), placesOf(value.Value)
	for _, place := range slices.Sorted(maps.Keys(wanted)) {
		if got[place] < wanted[place] && (place != "{n}" || !free) {
			c.mistake(value, "write it where the value belongs", "the translation of %q lacks %s", key.Value, place)
		}
	}
	for _, place := range slices.Sorted(maps.Keys(got)) {
		if got[place] > wanted[place] && (place == "{}" || wanted[place] == 0) {
			c.mistake(value, "its places are those of the English message", "the translation of %q has %s, which that has not", key.Value, place)
		}
	}
}

func placesOf(text string) map[string]int {
	found := map[string]int{}
	for _, place := range places.FindAllString(text, -1) {
		found[place]++
	}
	return found
}

package render

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Error is a mistake in a template.
type Error struct {
	File string // "templates/card.html": a site's own; "card.html": a default
	Line int    // from 1, 0 where it is not known
	// Column is how many bytes of the line stand before it, as far as that is known.
	Column int
	Text   string // what is wrong
	Hint   string // what to write instead
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Text
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Text)
}

// mistakeAt is a mistake at an offset of a file's text.
func mistakeAt(file string, text []byte, offset int, what, hint string) *Error {
	before := text[:offset]
	return &Error{File: file, Line: bytes.Count(before, []byte("\n")) + 1, Column: offset - bytes.LastIndexByte(before, '\n') - 1, Text: what, Hint: hint}
}

// unreadable is that a file of the templates folder cannot be read.
func unreadable(name string, err error) *Error {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		err = at.Err
	}
	return &Error{File: path.Join(Folder, name), Text: err.Error(), Hint: "check that it may be read"}
}

// definition is where a template within another's file begins. What a block has may be defined elsewhere.
var definition = regexp.MustCompile("\\{\\{(?:- )?\\s*(define|block)\\s+[\"`]([^\"`]+)[\"`]")

// checkNames finds what a site's own templates define under a name that a file or another definition has, of which the last
// would be taken without a word.
func (s *Set) checkNames(texts map[string]string, mistakes *[]error) {
	files := slices.Sorted(maps.Keys(texts))
	defined := map[string]string{} // by name: the file that has it
	for _, file := range files {
		defined[file] = file
	}
	for _, file := range files {
		text := comments.ReplaceAllStringFunc(texts[file], func(comment string) string { return strings.Repeat(" ", len(comment)) })
		for _, at := range definition.FindAllStringSubmatchIndex(text, -1) {
			name := text[at[4]:at[5]]
			other, known := defined[name]
			switch isFile := other == name; {
			case known && s.own[file] && (isFile || text[at[2]:at[3]] == "define"):
				*mistakes = append(*mistakes, mistakeAt(path.Join(Folder, file), []byte(texts[file]), at[4], fmt.Sprintf("there is a template %q already, in %s", name, s.path(other)), "give one of the two another name"))
				if other == file {
					texts[file] = "" // so that it is told once
				}
			case !known && text[at[2]:at[3]] == "define":
				defined[name] = file
			}
		}
	}
}

// tryEscaping finds what html/template only finds when a template is first
// executed: a value in a place where it cannot be escaped, a template that is
// called and does not exist. Executing without a view fails as well, but later. Of each
// template it is told the first only, so those that do not exist are made, and all is tried again.
func (s *Set) tryEscaping(mistakes *[]error) error {
	made := map[string]bool{}
	for {
		trial, err := s.parsed.Clone()
		if err != nil {
			return fmt.Errorf("trying templates: %w", err)
		}
		for name := range made {
			if _, err := trial.New(name).Parse(""); err != nil {
				return fmt.Errorf("trying templates: %w", err)
			}
		}
		again := false
		for _, name := range slices.Sorted(maps.Keys(s.own)) {
			err := trial.ExecuteTemplate(io.Discard, name, nil)
			unsafe, ok := errors.AsType[*template.Error](err)
			if !ok {
				continue
			}
			if err := note(mistakes, s.mistake(err)); err != nil {
				return err
			}
			if missing := missingTemplate.FindStringSubmatch(unsafe.Description); missing != nil && !made[missing[1]] {
				made[missing[1]], again = true, true
			}
		}
		if !again {
			return nil
		}
	}
}

// missingTemplate is what html/template says of one that is called and does not exist.
var missingTemplate = regexp.MustCompile(`^no such template "([^"]+)"`)

// note adds a mistake, an *Error, that is not among them yet, and returns what is none.
func note(mistakes *[]error, err error) error {
	mistake, ok := errors.AsType[*Error](err)
	if !ok {
		return err
	}
	isSame := func(known error) bool { e, _ := known.(*Error); return *e == *mistake }
	if !slices.ContainsFunc(*mistakes, isSame) {
		*mistakes = append(*mistakes, mistake)
	}
	return nil
}

// mistake makes an *Error of what html/template says, which is
// "template: card.html:12:3: …" or "html/template:card.html:12:3: …".
func (s *Set) mistake(err error) error {
	if inner, ok := errors.AsType[*Error](err); ok { // of a card or an asset that the template asked for
		return inner
	}
	text := strings.TrimPrefix(strings.TrimPrefix(err.Error(), "html/"), "template:")
	name, rest, found := strings.Cut(strings.TrimSpace(text), ":")
	if !found || path.Ext(name) != ".html" {
		return fmt.Errorf("template: %w", err)
	}
	mistake := &Error{File: s.path(name), Text: strings.TrimSpace(rest), Hint: hintFor(rest)}
	mistake.Line, mistake.Column, mistake.Text = leadingLine(mistake.Text)
	if own := slices.Sorted(maps.Keys(s.own)); !s.own[name] && len(own) > 0 { // it fails only for what calls it
		for i, file := range own {
			own[i] = s.path(file)
		}
		mistake.Hint = name + " is a default template, and fails for what one of yours makes of it: compare with its default " + strings.Join(own, ", ")
	}
	return mistake
}

// path is how problems name a template.
func (s *Set) path(name string) string {
	if s.own[name] {
		return path.Join(Folder, name)
	}
	return name
}

// leadingLine takes "12:3: " or "12: " from the front of text.
func leadingLine(text string) (line, column int, rest string) {
	number, rest, found := strings.Cut(text, ":")
	if _, err := fmt.Sscanf(number, "%d", &line); !found || err != nil {
		return 0, 0, text
	}
	if number, after, found := strings.Cut(rest, ":"); found {
		if _, err := fmt.Sscanf(number, "%d", &column); err == nil {
			rest = after
		}
	}
	return line, column, strings.TrimSpace(rest)
}

// hints say what to do about the commonest mistakes, by a part of what html/template says.
var hints = []struct{ part, hint string }{
	{"can't evaluate field", "the fields of each view are declared in generator/page"},
	{"function", "the functions that templates may call are listed in generator/render/funcs.go"},
	{"no such template", "a template is called by its file's name: {{template \"pager.html\" .Pager}}"},
	{"unexpected EOF", "each {{if}}, {{range}}, {{with}} and {{define}} needs its {{end}}"},
	{"unexpected {{end}}", "there is one {{end}} too many above, or an {{if}} too few"},
	{"ends in a non-text context", "a quote or a tag is left open"},
	{"in different contexts", "a quote or a tag that one way opens has to be open after the other too"},
	{"maximum template depth", "the template calls itself: put the call into an {{if}} that is false in the end"},
}

func hintFor(text string) string {
	for _, h := range hints {
		if strings.Contains(text, h.part) {
			return h.hint
		}
	}
	return "compare it with the default template of the same name"
}

// Package locale is how a site speaks: its messages in another language, its
// numbers, dates and lists. What a language writes like comes from Unicode's
// CLDR; what the site says, from catalogues that a translator edits.
//
// The English message is the key of its translation. A message without one is
// said in English, so a catalogue may be incomplete.
package locale

import (
	"errors"
	"io/fs"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Folder is where catalogues lie among templates.
const Folder = "languages"

// Locale is how a site speaks. It is never changed, and may be used from several goroutines.
type Locale struct {
	tag      language.Tag
	written  string           // the tag as the site wrote it
	missing  bool             // there is no catalogue for it
	messages map[string]entry // by key
	own      []Own            // those of folders after the first
	list     []string         // what the first folder lists, where there are any of them
	numbers  numbers
	lists    lists
	dates    dates
	names    display.Namer
	known    sync.Map // names of languages by tag
}

// English is the language of the messages as they stand in templates.
func English() *Locale {
	l, err := New("en")
	if err != nil {
		panic(err)
	}
	return l
}

// New is the locale of a language, a tag of BCP 47. Its catalogue is what the
// folders, of templates, hold under languages/TAG.yaml: a message of a later
// folder wins, and one of a narrower tag over that of a wider one (pt-BR over pt). A
// language without a catalogue, or a tag that is none, speaks English. The calendar
// is that of the language; -u-ca-gregory after the tag asks for the Gregorian one. With mistakes
// in catalogues the error joins an *Error for each, in the order of files and lines, and the locale lacks the messages that cannot be read.
func New(tag string, folders ...fs.FS) (*Locale, error) {
	written, _, _ := strings.Cut(tag, "-u-")
	l := &Locale{written: written, messages: map[string]entry{}}
	parsed, err := language.Parse(tag)
	gregorian := parsed.TypeForKey("ca") == "gregory"
	if err == nil {
		parsed, err = language.Raw.Compose(parsed.Raw()) // without its extensions
	}
	if err != nil {
		parsed, l.missing = language.English, true
	}
	l.tag = parsed
	base, _ := parsed.Base()
	found := base.String() == "en"
	var mistakes []error
	for at, folder := range folders {
		for _, wider := range chain(parsed) {
			name := Folder + "/" + wider.String() + ".yaml"
			text, err := fs.ReadFile(folder, name)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return nil, &Error{Folder: at, File: name, Text: reason(err), Hint: "check that it may be read"}
			}
			wrong, err := l.read(text, name, at)
			if err != nil {
				return nil, err
			}
			mistakes = append(mistakes, wrong...)
			found = true
		}
	}
	if len(l.own) > 0 {
		l.list = listOf(folders[0])
	}
	if !found {
		l.tag, l.missing = language.English, true
	}
	h := habitsOf(l.tag)
	l.numbers, l.lists = numbersOf(&h), listsOf(&h)
	l.dates = l.datesOf(&h, gregorian)
	if l.names = display.Tags(l.tag); l.names == nil {
		l.names = display.Tags(language.English)
	}
	return l, errors.Join(mistakes...)
}

// reason is why a file cannot be read, without its path.
func reason(err error) string {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		err = at.Err
	}
	return err.Error()
}

// chain are a tag and the wider ones that it belongs to, the widest first.
// Languages of another script do not belong to it: zh-TW is no zh.
func chain(tag language.Tag) []language.Tag {
	if tag == language.Und {
		return nil
	}
	return append(chain(tag.Parent()), tag)
}

// Missing is the tag that the site asked for where it has no catalogue, else "".
func (l *Locale) Missing() string {
	if l.missing {
		return l.written
	}
	return ""
}

// LanguageName is the name of a language, a tag of BCP 47: "German" for "de",
// "Brazilian Portuguese" for "pt-BR"; "" where it has no name.
func (l *Locale) LanguageName(tag string) string {
	if name, ok := l.known.Load(tag); ok {
		return name.(string)
	}
	parsed, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	name := l.names.Name(parsed)
	l.known.Store(tag, name)
	return name
}

// TagFor is the tag as which a catalogue is asked for: of a tag that is written otherwise,
// such as "pt_br", or of a language by its English or its own name. It is "" for what names none.
func TagFor(name string) string {
	if tag, err := language.Parse(name); err == nil {
		return tag.String()
	}
	for _, tag := range display.Supported.Tags() {
		if strings.EqualFold(display.English.Tags().Name(tag), name) || strings.EqualFold(display.Self.Name(tag), name) {
			return tag.String()
		}
	}
	return ""
}

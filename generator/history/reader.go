package history

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"demarche/generator/source"
)

// mostLines is how many different lines are kept. A history of more was made to have them.
var mostLines = 8_000_000

// mostOfFile is how many different lines of one file are kept. No digest within the limits has as many, nor do many versions of
// one: of a file that has, what comes later is not known.
const mostOfFile = 1 << 18

// longest is how much of a line is read, in bytes: no attribution has as much.
const longest = 64 << 10

// reader reads what Git tells of each commit. In a patch a line that Git says itself begins with a
// letter or an @, and one of a file with the sign before it, so that no file can pretend to be Git.
type reader struct {
	history *History
	moved   map[string]string // the new name of a file that another branch may still know by its old one
	removed map[string]removed

	day      Day
	path     string              // of the file at hand
	from     string              // its name before this commit, where that was another
	created  bool                // by this commit
	old, now string              // the sums of its bytes
	file     int32               // its number, -1 before anything of it was met
	signs    int                 // before each line: one for each parent; 0 outside a hunk
	replaced map[uint64]struct{} // sums of the lines that the hunk at hand took out
	kept     []int32             // how many lines are kept of each file

	made, gone []*body // files that this commit made, and removed
	body       *body   // of the file at hand, if it is one of them
	compared   int     // lines in them
}

// removed is a file that is gone, unless another branch still has it or it comes back as it was.
type removed struct {
	file int32
	sum  string // of its last bytes
}

func newReader(head string) *reader {
	return &reader{history: &History{head: head, files: map[string]int32{}, lines: map[line]Day{}}, replaced: map[uint64]struct{}{}, moved: map[string]string{}, removed: map[string]removed{}}
}

func (r *reader) read(in io.Reader) error {
	b := bufio.NewReaderSize(in, longest)
	for {
		text, err := b.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			text = bytes.Clone(text)
			for errors.Is(err, bufio.ErrBufferFull) { // the rest
				_, err = b.ReadSlice('\n')
			}
		}
		if len(text) > 0 {
			if wrong := r.take(bytes.TrimSuffix(text, []byte("\n"))); wrong != nil {
				return wrong
			}
		}
		if err == io.EOF {
			r.endCommit()
			return nil
		} else if err != nil {
			return err
		}
	}
}

func (r *reader) take(text []byte) error {
	switch {
	case len(text) == 0:
		return nil
	case r.signs > 0 && (text[0] == '+' || text[0] == '-' || text[0] == ' ' || text[0] == '\\'):
		return r.takeLine(text)
	case text[0] == '@':
		r.signs = len(text) - len(bytes.TrimLeft(text, "@")) - 1
		if len(r.replaced) > 64 { // to clear it would cost as much as there was room for, in each hunk that follows
			r.replaced = map[uint64]struct{}{}
		}
		clear(r.replaced)
		return nil
	}
	return r.takeHead(text)
}

// takeHead takes what Git says of a commit or a file.
func (r *reader) takeHead(text []byte) error {
	word, rest, _ := bytes.Cut(text, []byte(" "))
	switch string(word) {
	case "commit":
		r.endCommit()
		r.day = never
		if seconds, err := strconv.ParseInt(string(rest), 10, 64); err == nil { // of a time that is none, Git says nothing or too much
			r.day = dayOf(seconds)
		}
	case "diff":
		r.path, r.from, r.created, r.file, r.signs, r.old, r.now, r.body = "", "", false, -1, 0, "", "", nil
	case "new": // file mode; a file of another mode has a new mode
		r.created = bytes.HasPrefix(rest, []byte("file "))
	case "index":
		sums, _, _ := strings.Cut(string(rest), " ")
		r.old, r.now, _ = strings.Cut(sums, "..")
	case "---":
		r.path, _ = strings.CutPrefix(pathOf(rest), "a/")
	case "rename":
		if from, is := bytes.CutPrefix(rest, []byte("from ")); is {
			r.from = pathOf(from)
		} else if to, is := bytes.CutPrefix(rest, []byte("to ")); is {
			r.path = pathOf(to)
			r.open()
		}
	case "+++":
		switch to, is := strings.CutPrefix(pathOf(rest), "b/"); {
		case !is: // /dev/null
			r.remove()
		case r.file < 0:
			r.path = to
			r.open()
		}
	}
	return nil
}

// pathOf is a path as Git writes it: in quotation marks where it has a sign that would be
// misread, and with a tab behind it where it has a space.
func pathOf(written []byte) string {
	text := strings.TrimSuffix(string(written), "\t")
	if path, err := strconv.Unquote(text); err == nil && strings.HasPrefix(text, `"`) {
		return path
	}
	return text
}

// open finds the file at hand, or begins it.
func (r *reader) open() {
	h := r.history
	if r.from != "" {
		if file, known := h.files[r.from]; known {
			delete(h.files, r.from)
			delete(r.moved, r.path)
			h.files[r.path], r.moved[r.from] = file, r.path
		}
	}
	file, known := h.files[r.path]
	for path, moved := r.path, true; moved && !known && !r.created; { // another branch knows it by an older name
		path, moved = r.moved[path] // never in a circle: where a file is, no way leads on
		file, known = h.files[path]
	}
	if gone, was := r.removed[r.path]; !known && was && (!r.created || gone.sum == r.now) {
		file, known = gone.file, true
		h.files[r.path] = file
		delete(r.moved, r.path)
	}
	if !known {
		file = int32(len(h.added))
		h.files[r.path], h.added, r.kept = file, append(h.added, r.day), append(r.kept, 0)
		delete(r.moved, r.path)
		if r.created {
			r.body = &body{path: r.path, file: file}
			r.made = append(r.made, r.body)
		}
	}
	delete(r.removed, r.path)
	r.file, h.added[file] = file, min(h.added[file], r.day)
}

// remove forgets where the file at hand was.
func (r *reader) remove() {
	if file, known := r.history.files[r.path]; known {
		delete(r.history.files, r.path)
		r.removed[r.path] = removed{file, r.old}
		r.body = &body{path: r.path, file: file}
		r.gone = append(r.gone, r.body)
	}
}

// takeLine takes a line of a file: one that was added to what all parents have, or, of one parent, was taken out.
func (r *reader) takeLine(text []byte) error {
	if len(text) < r.signs {
		return nil
	}
	signs, text := text[:r.signs], text[r.signs:]
	if r.body != nil && r.signs == 1 && signs[0] != '\\' && r.compared <= mostCompared {
		r.body.take(text)
		r.compared++
	}
	if r.file < 0 {
		return nil
	}
	quoted := source.Quoted(text)
	names := bytes.Contains(text, []byte(" ^"))
	switch {
	case !quoted && !names:
		return nil
	case signs[0] == '-':
		if !names {
			r.replaced[source.LineSum(text)] = struct{}{}
		}
		return nil
	case bytes.Count(signs, []byte("+")) < r.signs:
		return nil
	case names:
		r.addNames(text)
	default:
		r.add(source.LineSum(text), r.day)
	}
	if len(r.history.lines) > mostLines {
		return errors.New("the history has too many lines")
	}
	return nil
}

// addNames adds a line by the names that it holds. Where it is one that had none until now, with its
// name behind it, it is known how long it has been there without.
func (r *reader) addNames(text []byte) {
	bare := source.LineSum(text[:bytes.LastIndex(text, []byte(" ^"))])
	was, known := r.history.lines[line{r.file, bare}]
	if known {
		_, known = r.replaced[bare]
	}
	for rest := text; ; {
		_, after, found := bytes.Cut(rest, []byte(" ^"))
		if !found {
			return
		}
		name := after
		if end := bytes.IndexAny(after, " \t\r"); end >= 0 {
			name = after[:end]
		}
		r.add(nameSum(named, name), r.day)
		if known {
			r.add(nameSum(unnamed, name), was)
		}
		if r.body != nil {
			r.body.bare = append(r.body.bare, renamed{bare, nameSum(unnamed, name)})
		}
		rest = after
	}
}

func (r *reader) add(sum uint64, day Day) {
	if r.body != nil {
		r.body.keys = append(r.body.keys, sum)
	}
	r.addTo(r.file, sum, day)
}

func (r *reader) addTo(file int32, sum uint64, day Day) {
	key := line{file, sum}
	switch was, known := r.history.lines[key]; {
	case known && day < was:
		r.history.lines[key] = day
	case !known && r.kept[file] < mostOfFile:
		r.kept[file]++
		r.history.lines[key] = day
	}
}

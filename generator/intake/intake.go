// Package intake turns other people's records into the files that an editor goes on
// with: the slides of TimelineJS, tables, events written for Hugo, articles, and a record that
// Demarche published. It loses nothing that they say: what has no place of its own
// in a digest is kept among its params. It reads and writes no file itself.
package intake

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"demarche/generator/slug"
)

// File is a file to write, by its path in the site's folder.
type File struct {
	Path string // "content/digests/2031/03/talks.md"
	Text []byte
}

// Draft is what was made of a record.
type Draft struct {
	Files []File // in order of path, each path once
	Notes []Note // what an editor should look at, in the order of the record
	Doubt Note   // why nothing should be written unless an editor says so, without text where all may be
}

// Note is something that was understood in part, or left for an editor to decide.
type Note struct {
	Where string // in the record: "row 4", "events[2]"; or a path
	Text  string // what is so, as problems are worded
	Hint  string // what to do about it; may be ""
}

// shelf collects the files of a draft. Names are given out once in all folders, because links
// know files by them, also where two differ in case alone.
type shelf struct {
	files []File
	taken map[string]int // by name: which number a next one of that name may have
	notes []Note
}

func newShelf() *shelf { return &shelf{taken: map[string]int{}} }

// put adds a file in a folder, under a name that is still free. A name holds no slash.
func (s *shelf) put(folder, name string, text []byte) (file string) {
	name = cmp.Or(name, "untitled")
	free, key := name, slug.Fold(name)
	for n := max(2, s.taken[key]); s.taken[slug.Fold(free)] > 0; n++ {
		free = name + "-" + strconv.Itoa(n)
		s.taken[key] = n + 1
	}
	s.taken[slug.Fold(free)] = max(2, s.taken[slug.Fold(free)])
	file = path.Join("content", folder, free+".md")
	s.files = append(s.files, File{file, text})
	return file
}

// note adds what an editor should look at.
func (s *shelf) note(where, hint, format string, args ...any) {
	s.notes = append(s.notes, Note{where, fmt.Sprintf(format, args...), hint})
}

// draft is all that was collected.
func (s *shelf) draft() Draft {
	slices.SortFunc(s.files, func(x, y File) int { return strings.Compare(x.Path, y.Path) })
	return Draft{Files: s.files, Notes: s.notes}
}

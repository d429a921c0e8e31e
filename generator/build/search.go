package build

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"demarche/generator/page"
	"demarche/generator/search"
)

// searchFiles makes the index of the search, and puts each of its files.
func (s *Site) searchFiles(put func(path string, data []byte) error) error {
	folder := strings.TrimPrefix(page.SearchFolder, "/")
	index := search.New(func(name string, data []byte) error { return put(folder+name, data) })
	if err := s.plan.Index(index); err != nil {
		return err
	}
	return index.Finish()
}

// listSearch makes the index of the search in memory, for one who looks at single outputs.
func (s *Site) listSearch() (map[string][]byte, error) {
	files := map[string][]byte{}
	err := s.searchFiles(func(path string, data []byte) error {
		files[path] = bytes.Clone(data)
		return nil
	})
	return files, err
}

// searchOutput is the file of the index at a path, if there is one. Where the index
// cannot be made, the file says so when it is made.
func (s *Site) searchOutput(path string) (Output, bool) {
	files, err := s.index()
	data, found := files[path]
	return Output{Path: path, append: func(out []byte) ([]byte, error) { return append(out, data...), err }}, found || err != nil
}

// searchOutputs are all files of the index, by path.
func (s *Site) searchOutputs(yield func(Output) bool) bool {
	files, err := s.index()
	if err != nil {
		return yield(Output{Path: page.SearchFolder, append: func([]byte) ([]byte, error) { return nil, err }})
	}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if o, _ := s.searchOutput(path); !yield(o) {
			return false
		}
	}
	return true
}

package search

import (
	"encoding/json"
)

const (
	recordsPerFile    = 16
	filesPerDirectory = 64
)

// records are what is shown of the documents, as they are added.
type records struct {
	write       func(name string, data []byte) error
	file        []byte   // that is not full yet
	count       int      // of records in it
	directory   []string // that is not full yet: names of files
	directories []string // names
}

func (r *records) add(record []byte) error {
	r.file = append(r.file, "[,"[min(r.count, 1)])
	r.file = append(append(r.file, record...), '\n')
	if r.count++; r.count < recordsPerFile {
		return nil
	}
	return r.endFile()
}

func (r *records) endFile() error {
	r.file = append(r.file, ']')
	name := nameOf(r.file) + ".json"
	if err := r.write(name, r.file); err != nil {
		return err
	}
	r.file, r.count = r.file[:0], 0
	r.directory = append(r.directory, name)
	if len(r.directory) < filesPerDirectory {
		return nil
	}
	return r.endDirectory()
}

func (r *records) endDirectory() error {
	data, err := json.Marshal(r.directory)
	if err != nil {
		return err
	}
	name := nameOf(data) + ".json"
	r.directories = append(r.directories, name)
	r.directory = nil
	return r.write(name, data)
}

// finish writes what is not full and returns the names of the directories.
func (r *records) finish() ([]string, error) {
	if r.count > 0 {
		if err := r.endFile(); err != nil {
			return nil, err
		}
	}
	if len(r.directory) > 0 {
		if err := r.endDirectory(); err != nil {
			return nil, err
		}
	}
	return append([]string{}, r.directories...), nil
}

package disk

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Scratch returns an empty file for what need not be in memory. It has no name
// where the system can do without one, and is gone when the publication ends.
func (p *Publication) Scratch() (*os.File, error) {
	file, path, err := createDraft(p.parent, p.names.drafts)
	if err != nil {
		return nil, err
	}
	p.parent.Remove(path) // Windows cannot yet
	return file, nil
}

// createDraft makes a file with a new name in the folder of drafts, which is made if need be.
func createDraft(parent *os.Root, folder string) (file *os.File, path string, err error) {
	if err := makeDrafts(parent, folder); err != nil {
		return nil, "", err
	}
	path = folder + "/" + rand.Text()
	file, err = parent.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	return file, path, err
}

// makeDrafts makes the folder of drafts, which others cannot enter.
func makeDrafts(parent *os.Root, folder string) error {
	if err := parent.Mkdir(folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("making a folder for drafts: %w", err)
	}
	return nil
}

//go:build !unix

package disk

import "io/fs"

// keepOwner does nothing: owners are not told apart here.
func (p *Publication) keepOwner(string, fs.FileInfo) error { return nil }

// ownAlone is true: who may enter a folder cannot be read from its mode here, and no path is
// followed out of the parent.
func ownAlone(fs.FileInfo) bool { return true }

//go:build !linux && !darwin

package disk

import "os"

// handle is a folder by its path below a root, through which everything goes.
type handle struct {
	root *os.Root
	path string // with a slash at its end
}

// openTop opens the folder name, which lies in the parent.
func openTop(parent *os.Root, name string) (handle, error) {
	return handle{parent, ""}.enter(name)
}

// enter opens a folder within the folder.
func (h handle) enter(name string) (handle, error) {
	return handle{h.root, h.path + name + "/"}, nil
}

// close does nothing: an open folder could not be renamed here.
func (h handle) close() {}

// mkdir makes a folder within the folder.
func (h handle) mkdir(name string) error { return h.root.Mkdir(h.path+name, 0o777) }

// create makes a new file, and opens it.
func (h handle) create(name string) (*os.File, error) {
	return h.root.OpenFile(h.path+name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

// remove removes a file.
func (h handle) remove(name string) error { return h.root.Remove(h.path + name) }

// link makes the file of that name in the folder from stand in this one too.
func (h handle) link(from handle, name string) error {
	return h.root.Link(from.path+name, h.path+name)
}

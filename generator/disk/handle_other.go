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

// create makes a new file, and opens it. name is that of a file, or of a folder and
// a file in it.
func (h handle) create(name string) (output, error) {
	f, err := h.root.OpenFile(h.path+name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	return output{f}, err
}

// output is a new file that is being written.
type output struct{ *os.File }

// mark is that of the file as it is now.
func (o output) mark() (mark, error) {
	info, err := o.Stat()
	if err != nil {
		return mark{}, err
	}
	return markOf(info), nil
}

// remove removes a file.
func (h handle) remove(name string) error { return h.root.Remove(h.path + name) }

// handleOf is a handle of the folder that root has open, which is at path in the parent. No other
// folder can get that name here as long as it is open.
func handleOf(_, parent *os.Root, path string) (handle, error) {
	return handle{parent, ""}.enter(path)
}

// mark is that of a file as it is now.
func (h handle) mark(name string) (mark, error) {
	info, err := h.root.Lstat(h.path + name)
	if err != nil {
		return mark{}, err
	}
	return markOf(info), nil
}

// link makes a file in this folder that is also at path below the folder from.
func (h handle) link(name string, from handle, path string) error {
	return h.root.Link(from.path+path, h.path+name)
}

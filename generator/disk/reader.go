package disk

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"demarche/generator/diag"
	"demarche/generator/source"
)

const (
	readTries = 5                     // how often a file that changes under the reader is read
	readPause = 20 * time.Millisecond // between two tries; an editor saves within one or two

	// mostPauses is how often a Reader pauses in all: where thousands of files vanish at once, nobody waits for each.
	mostPauses = 10
)

// errMoving is a file that was changed while it was read.
var errMoving = errors.New("the file changed while it was read")

// Reader reads files of the site. It keeps the folder that it read from last open,
// so that files cost least in order of path, and reads each into the same memory. It is for one goroutine.
type Reader struct {
	site   *Site
	name   string   // of the folder
	folder *os.Root // nil until it is needed
	room   []byte   // for the text of a file
	pauses int
}

// Reader returns a new reader of the site's files.
func (s *Site) Reader() *Reader { return &Reader{site: s} }

// Close lets go of the folder. The reader may be used again.
func (r *Reader) Close() {
	if r.folder != nil {
		r.folder.Close()
		r.folder = nil
	}
}

// Read reads one file like a Reader, into memory of its own. It may be called from many goroutines at once.
func (s *Site) Read(name string, limit int64) (source.File, Stamp, *diag.Problem) {
	r := s.Reader()
	defer r.Close()
	return r.Read(name, limit)
}

// Read reads the file at name, relative to the site's folder, and the stamp of
// the version that it read. Only a regular file of at most limit bytes that lies
// within the site's folder is read; everything else is a problem. A file that
// changes or vanishes meanwhile is read again a few times. The text is good until the next Read.
func (r *Reader) Read(name string, limit int64) (source.File, Stamp, *diag.Problem) {
	var last error
	for try := range readTries {
		if try > 0 {
			if r.pauses++; r.pauses > mostPauses {
				break
			}
			time.Sleep(readPause)
		}
		text, stamp, trouble, err := r.readOnce(name, limit)
		if trouble != nil {
			return source.File{}, Stamp{}, trouble
		}
		if err == nil {
			return source.New(name, text), stamp, nil
		}
		last = err
		r.Close() // another folder may have the name now
		if !errors.Is(err, errMoving) && !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	return source.File{}, Stamp{}, unreadable(name, last)
}

func (r *Reader) readOnce(name string, limit int64) ([]byte, Stamp, *diag.Problem, error) {
	f, info, trouble, err := r.open(name)
	if trouble != nil || err != nil {
		return nil, Stamp{}, trouble, err
	}
	defer f.Close()
	if info.Size() > limit {
		return nil, Stamp{}, tooLarge(name, info.Size(), limit), nil
	}
	stamp := newStamp(info)
	stamp.Read = time.Now().UnixNano()
	// One byte more than expected, so that a file that grew is noticed.
	r.room = slices.Grow(r.room[:0], int(info.Size())+1)
	text := r.room[:info.Size()+1]
	n, err := io.ReadFull(f, text)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, Stamp{}, nil, err
	}
	after, err := f.Stat()
	if err != nil {
		return nil, Stamp{}, nil, err
	}
	if int64(n) != info.Size() || !newStamp(after).Same(stamp) {
		return nil, Stamp{}, nil, errMoving
	}
	return text[:n:n], stamp, nil, nil
}

// reach opens a folder of the site, if it is not open.
func (r *Reader) reach(folder string) error {
	if r.folder != nil && r.name == folder {
		return nil
	}
	r.Close()
	opened, err := r.site.reach(folder)
	if err != nil {
		return err
	}
	r.name, r.folder = folder, opened
	return nil
}

// reach opens a folder of the site by opening each in that above it. None but content/ may be a symbolic link, also where one has come
// in the place of what was a folder when it was listed: it may lead to what is not to be published, such as the texts of sources.
func (s *Site) reach(folder string) (*os.Root, error) {
	first, rest, below := strings.Cut(folder, "/")
	open := within
	if first == "content" {
		open = (*os.Root).OpenRoot
	}
	at, err := open(s.root, first)
	for below && err == nil {
		above := at
		first, rest, below = strings.Cut(rest, "/")
		at, err = within(above, first)
		above.Close()
	}
	return at, err
}

// within opens a folder in another.
func within(above *os.Root, name string) (*os.Root, error) {
	found, err := above.Lstat(name)
	if err != nil {
		return nil, err
	}
	inner, err := above.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	if opened, err := inner.Stat("."); err != nil || !os.SameFile(found, opened) {
		inner.Close()
		return nil, cmp.Or(err, errMoving)
	}
	return inner, nil
}

// open opens a file of the site that is regular, or a link to one, which may lie in another folder of it, and
// says what was found there.
func (r *Reader) open(name string) (*os.File, fs.FileInfo, *diag.Problem, error) {
	if err := r.reach(path.Dir(name)); err != nil {
		return nil, nil, nil, err
	}
	info, err := r.folder.Lstat(lastName(name))
	if err != nil {
		return nil, nil, nil, err
	}
	root, short := r.folder, lastName(name)
	if info.Mode()&fs.ModeSymlink != 0 {
		root, short = r.site.root, name
	}
	info, trouble := r.site.regular(name, info)
	if trouble != nil {
		return nil, nil, trouble, nil
	}
	f, err := openFound(root, short, info)
	return f, info, nil, err
}

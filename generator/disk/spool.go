package disk

import (
	"cmp"
	"os"

	"github.com/cespare/xxhash/v2"
)

// spoolBytes is how much of a streamed file is held in memory, and partBytes how
// much of a part of one that is longer.
const (
	spoolBytes = 256 << 10
	partBytes  = 32 << 10
)

// spool takes a file that is streamed. One that is short is held in memory; of
// another a draft is written beside the twin, because only the whole file tells
// whether it is new.
type spool struct {
	parent *os.Root
	folder string // of drafts, in the parent
	held   []byte // what is not written to the draft
	file   *os.File
	path   string // of the draft
	hash   *xxhash.Digest
}

// draft is a file that was streamed whole.
type draft struct {
	path string // in the folder of the destination
	sum  sum
	mark mark
}

// reset makes the spool ready for another file.
func (s *spool) reset() {
	if s.held == nil {
		s.held = make([]byte, 0, spoolBytes)
	}
	s.held, s.file = s.held[:0], nil
}

// Write takes more of the file.
func (s *spool) Write(b []byte) (int, error) {
	room := spoolBytes
	if s.file != nil {
		room = partBytes
	}
	if len(s.held)+len(b) <= room {
		s.held = append(s.held, b...)
		return len(b), nil
	}
	for _, part := range [][]byte{s.held, b} {
		if err := s.flush(part); err != nil {
			return 0, err
		}
	}
	s.held = s.held[:0]
	return len(b), nil
}

// flush writes to the draft, which is made if need be.
func (s *spool) flush(b []byte) error {
	if len(b) == 0 {
		return nil
	}
	if s.file == nil {
		var err error
		if s.file, s.path, err = createDraft(s.parent, s.folder); err != nil {
			return err
		}
		s.hash = xxhash.New()
	}
	s.hash.Write(b)
	_, err := s.file.Write(b)
	return err
}

// end closes the draft. failure is that of what was streamed.
func (s *spool) end(failure error) (draft, error) {
	if s.file == nil {
		return draft{}, failure
	}
	failure = cmp.Or(failure, s.flush(s.held))
	info, err := s.file.Stat()
	if err := cmp.Or(failure, err, s.file.Close()); err != nil {
		return draft{}, err
	}
	return draft{s.path, sum(s.hash.Sum64()), markOf(info)}, nil
}

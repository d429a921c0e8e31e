package export

import (
	"io"
	"sync"
)

// sheet is a file that is being written: what is appended to out is sent on when it is long.
// A write that fails is told by end.
type sheet struct {
	out []byte
	to  io.Writer
	err error
}

// sheetLength is how much is sent on at once, in bytes.
const sheetLength = 64 << 10

var sheets = sync.Pool{New: func() any { return &sheet{out: make([]byte, 0, sheetLength+sheetLength/8)} }}

// newSheet begins a file; end must follow.
func newSheet(to io.Writer) *sheet {
	s := sheets.Get().(*sheet)
	s.out, s.to, s.err = s.out[:0], to, nil
	return s
}

// pass sends on what there is if it is long.
func (s *sheet) pass() {
	if len(s.out) >= sheetLength {
		s.send()
	}
}

func (s *sheet) send() {
	if s.err == nil {
		_, s.err = s.to.Write(s.out)
	}
	s.out = s.out[:0]
}

// end sends on what is left. Whatever could not be written is its error. The sheet is another's then.
func (s *sheet) end() error {
	s.send()
	err := s.err
	s.to, s.err = nil, nil
	sheets.Put(s)
	return err
}

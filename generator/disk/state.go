package disk

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"os"

	"github.com/cespare/xxhash/v2"
)

// sum tells whether a file is what it was. It is no defence: who makes two texts of
// one sum on purpose keeps the old one of them published, and both are their own.
type sum uint64

func sumOf(data []byte) sum { return sum(xxhash.Sum64(data)) }

// mark is how a published file is found to be untouched: by its inode, size and
// time. The time when the inode changed would not do, for each link changes it.
type mark struct {
	size     int64  // in bytes
	inode    uint64 // 0 where the system does not tell
	modified int64  // nanoseconds since 1970
}

func markOf(info fs.FileInfo) mark {
	inode, _ := identity(info)
	return mark{size: info.Size(), inode: inode, modified: info.ModTime().UnixNano()}
}

// record is what a published file is.
type record struct {
	sum  sum
	mark mark
}

// stateHead begins every state; a change of the format changes it.
const stateHead = "demarche published files 2\n"

// errDamaged is a state that was not written by this version of the generator,
// or was cut short when the power failed.
var errDamaged = errors.New("the list of published files is damaged")

// encodeState writes down the planned files and the inode of the folder that
// they describe, which tells a state from its successor after a crash.
func encodeState(to io.Writer, folder uint64, r *register) error {
	check := crc32.NewIEEE()
	out := bufio.NewWriterSize(to, 64<<10)
	text := binary.AppendUvarint([]byte(stateHead), folder)
	var path []byte
	for n, record := range r.files() {
		if !r.is(n, planned) {
			continue
		}
		path = r.appendPath(path[:0], n)
		text = binary.AppendUvarint(text, uint64(len(path)))
		text = append(text, path...)
		text = binary.BigEndian.AppendUint64(text, uint64(record.sum))
		text = binary.AppendVarint(text, record.mark.size)
		text = binary.AppendUvarint(text, record.mark.inode)
		text = binary.AppendVarint(text, record.mark.modified)
		check.Write(text)
		out.Write(text) // a failure is kept for Flush
		text = text[:0]
	}
	check.Write(text)
	out.Write(text)
	out.Write(check.Sum(nil))
	return out.Flush()
}

// decodeState is the reverse of encodeState.
func decodeState(text []byte) (folder uint64, r *register, err error) {
	body := len(text) - 4
	if body < len(stateHead) || crc32.ChecksumIEEE(text[:body]) != binary.BigEndian.Uint32(text[body:]) {
		return 0, nil, errDamaged
	}
	rest, ok := bytes.CutPrefix(text[:body], []byte(stateHead))
	if !ok {
		return 0, nil, errDamaged
	}
	in := stateReader{rest: rest}
	folder = in.number()
	r = newRegister()
	for len(in.rest) > 0 && !in.bad {
		path := string(in.bytes(in.number()))
		var file record
		if text := in.bytes(8); text != nil {
			file.sum = sum(binary.BigEndian.Uint64(text))
		}
		file.mark = mark{size: in.signed(), inode: in.number(), modified: in.signed()}
		if validPath(path) != nil {
			return 0, nil, errDamaged
		}
		r.publish(path, file)
	}
	if in.bad {
		return 0, nil, errDamaged
	}
	return folder, r, nil
}

// stateReader reads fields off a state; bad is set once one is missing.
type stateReader struct {
	rest []byte
	bad  bool
}

func (s *stateReader) number() uint64 {
	n, size := binary.Uvarint(s.rest)
	s.skip(size)
	return n
}

func (s *stateReader) signed() int64 {
	n, size := binary.Varint(s.rest)
	s.skip(size)
	return n
}

func (s *stateReader) skip(size int) {
	if size <= 0 {
		s.bad, s.rest = true, nil
		return
	}
	s.rest = s.rest[size:]
}

func (s *stateReader) bytes(n uint64) []byte {
	if n > uint64(len(s.rest)) {
		s.bad, s.rest = true, nil
		return nil
	}
	field := s.rest[:n]
	s.rest = s.rest[n:]
	return field
}

// readState reads the state file name in the parent. A state that is missing or
// damaged lists no files.
func readState(parent *os.Root, name string) (folder uint64, r *register, err error) {
	text, err := parent.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, newRegister(), nil
	}
	if err != nil {
		return 0, nil, err
	}
	folder, r, err = decodeState(text)
	if err != nil {
		return 0, newRegister(), nil
	}
	return folder, r, nil
}

// writeState writes the state file name in the parent.
func writeState(parent *os.Root, name string, folder uint64, r *register) error {
	f, err := parent.Create(name)
	if err != nil {
		return err
	}
	return cmp.Or(encodeState(f, folder, r), f.Close())
}

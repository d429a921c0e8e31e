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
	"strings"
	"syscall"

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
const stateHead = "demarche published files 3\n"

// minRecord is the fewest bytes that a file takes in a state.
const minRecord = 14

// errDamaged is a state that was not written by this version of the generator,
// or was cut short when the power failed.
var errDamaged = errors.New("the list of published files is damaged")

// encodeState writes down the planned files, which folders are loose, and what holds of
// the folders as a whole. The inode of the published one tells a state from its
// successor after a crash.
func encodeState(to io.Writer, h head, r *register) error {
	check := crc32.NewIEEE()
	out := bufio.NewWriterSize(to, 64<<10)
	text := binary.AppendUvarint(h.append([]byte(stateHead)), uint64(len(r.records)))
	var path, last []byte
	for n := 1; n < len(r.nodes); n++ { // the top is always listed
		isFile, isLoose := r.is(nodeID(n), planned), r.is(nodeID(n), wanted) && r.is(nodeID(n), mixed|stale)
		if !isFile && !isLoose {
			continue
		}
		path = r.appendPath(path[:0], nodeID(n))
		if isLoose {
			path = append(path, '/')
		}
		shared := sharedLength(last, path)
		last = append(last[:shared], path[shared:]...)
		text = binary.AppendUvarint(text, uint64(shared))
		text = binary.AppendUvarint(text, uint64(len(path)-shared))
		text = append(text, path[shared:]...)
		if isLoose {
			text = binary.AppendUvarint(text, uint64(r.nodes[n].state&(mixed|stale)))
		} else {
			text = r.record(nodeID(n)).append(text)
		}
		check.Write(text)
		out.Write(text) // a failure is kept for Flush
		text = text[:0]
	}
	check.Write(text)
	out.Write(text)
	out.Write(check.Sum(nil))
	return out.Flush()
}

// append writes down the head of a state.
func (h head) append(text []byte) []byte {
	for _, trust := range []trust{h.live, h.twin} {
		text = binary.AppendUvarint(text, trust.folder)
		text = binary.AppendVarint(text, trust.until)
	}
	return binary.AppendVarint(text, h.start)
}

// append writes down what a file is.
func (r *record) append(text []byte) []byte {
	text = binary.BigEndian.AppendUint64(text, uint64(r.sum))
	text = binary.AppendVarint(text, r.mark.size)
	text = binary.AppendUvarint(text, r.mark.inode)
	return binary.AppendVarint(text, r.mark.modified)
}

// sharedLength is how many bytes two paths have in common at their start.
func sharedLength(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// decodeState is the reverse of encodeState.
func decodeState(text []byte) (h head, r *register, err error) {
	body := len(text) - 4
	if body < len(stateHead) || crc32.ChecksumIEEE(text[:body]) != binary.BigEndian.Uint32(text[body:]) {
		return head{}, nil, errDamaged
	}
	rest, ok := bytes.CutPrefix(text[:body], []byte(stateHead))
	if !ok {
		return head{}, nil, errDamaged
	}
	in := stateReader{rest: rest}
	h = in.head()
	r = newRegister()
	files := in.number()
	r.reserve(int(min(files, uint64(len(text)/minRecord)))) // it counts those that were removed, too
	var path []byte
	var way trail
	for len(in.rest) > 0 && !in.bad && !r.clash {
		shared := in.number()
		if shared > uint64(len(path)) {
			return head{}, nil, errDamaged
		}
		path = append(path[:shared], in.bytes(in.number())...)
		name := string(path)
		folder, isLoose := strings.CutSuffix(name, "/")
		if validPath(folder) != nil {
			return head{}, nil, errDamaged
		}
		if isLoose {
			n, _, _ := r.folders(name, &way)
			r.set(n, state(in.number())&(mixed|stale))
		} else {
			r.publish(name, in.record(), &way)
		}
	}
	if in.bad || r.clash {
		return head{}, nil, errDamaged
	}
	return h, r, nil
}

// stateReader reads fields off a state; bad is set once one is missing.
type stateReader struct {
	rest []byte
	bad  bool
}

func (s *stateReader) head() head {
	return head{
		live:  trust{s.number(), s.signed()},
		twin:  trust{s.number(), s.signed()},
		start: s.signed(),
	}
}

func (s *stateReader) record() record {
	var file record
	if text := s.bytes(8); text != nil {
		file.sum = sum(binary.BigEndian.Uint64(text))
	}
	file.mark = mark{size: s.signed(), inode: s.number(), modified: s.signed()}
	return file
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

// maxState is how many bytes of a state are read: that of millions of files has fewer.
const maxState = 256 << 20

// readState reads the state file name in the parent. A state that is missing or
// damaged lists no files. What is not a file, or too large to be a state, is a Refusal, and is not read.
func readState(parent *os.Root, name string) (h head, r *register, err error) {
	info, there, err := exists(parent, name)
	switch {
	case err != nil:
		return head{}, nil, err
	case !there:
		return head{}, newRegister(), nil
	case !info.Mode().IsRegular():
		return head{}, nil, &Refusal{name + " beside the destination is not a file", "remove it"}
	case info.Size() > maxState:
		return head{}, nil, &Refusal{name + " beside the destination is too large for a list of published files", "remove it"}
	}
	f, err := parent.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0) // it may have become a FIFO since
	if err != nil {
		return head{}, nil, err
	}
	defer f.Close()
	text := make([]byte, len(stateHead), info.Size()+bytes.MinRead)
	if _, err := io.ReadFull(f, text); err != nil || string(text) != stateHead {
		return head{}, newRegister(), nil
	}
	b := bytes.NewBuffer(text)
	if _, err := b.ReadFrom(io.LimitReader(f, maxState)); err != nil {
		return head{}, nil, err
	}
	h, r, err = decodeState(b.Bytes())
	if err != nil {
		return head{}, newRegister(), nil
	}
	return h, r, nil
}

// writeState writes the state file name in the parent. A folder of which the head does not say
// until when it is trusted is trusted until now, by the time of that file.
func writeState(parent *os.Root, name string, h head, r *register) error {
	f, err := parent.Create(name)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err == nil {
		for _, trust := range []*trust{&h.live, &h.twin} {
			if trust.folder != 0 && trust.until == 0 {
				_, trust.until = identity(info)
			}
		}
		err = encodeState(f, h, r)
	}
	return cmp.Or(err, f.Close())
}

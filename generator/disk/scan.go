package disk

import (
	"io/fs"
	"os"
	"runtime"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// tree is what was found in a folder and is not ours, in no order.
type tree struct {
	files   []found
	folders []found // without the folder itself
}

// found is one file, folder or other thing in a tree.
type found struct {
	path    string // relative to the folder that was scanned; known by the node alone until it is kept
	node    nodeID // in the register, or unknown
	mode    fs.FileMode
	mark    mark
	changed int64 // when the inode was last changed: nanoseconds since 1970
	device  uint64
}

// unknown is the node of what the register does not have.
const unknown nodeID = -1

// scanner walks a tree with as many goroutines as there are processors. It lists no
// folder of which is known that it holds what the register has of it, and nothing else.
type scanner struct {
	register *register
	below    offspring // of the register
	trust    trust     // in the folder that is scanned
	loose    state     // of a folder that may hold more than the register has of it
	device   uint64
	ours     func(found) bool // from many goroutines, but for no node twice
	// given says of a file that need not be looked at that it is there, if the folder
	// was not touched.
	given func(nodeID) bool

	group  errgroup.Group
	listed atomic.Int64 // folders of the register, without the top
	mu     sync.Mutex   // guards tree
	tree   tree
}

// scan lists all that lies in root and is not ours, without following symbolic
// links. It does not look into repositories and mounted folders, which have another
// device.
func (s *scanner) scan(root *os.Root) (tree, error) {
	s.group.SetLimit(runtime.GOMAXPROCS(0))
	s.group.Go(func() error { return s.top(root) })
	err := s.group.Wait()
	return s.tree, err
}

// child is the node of a name in a folder, or unknown.
func (s *scanner) child(up nodeID, name string) nodeID {
	if up == unknown {
		return unknown
	}
	if n := s.register.child(up, name); n != top {
		return n
	}
	return unknown
}

// path is that of something found.
func (s *scanner) path(f found) string {
	if f.node == unknown {
		return f.path
	}
	return s.register.path(f.node)
}

// enters keeps what is not ours, and says whether it is a folder to look into.
func (s *scanner) enters(child found, name string) bool {
	if !s.ours(child) {
		s.keep(child)
	}
	return child.mode.IsDir() && child.device == s.device && !isRepository(name)
}

func (s *scanner) keep(child found) {
	child.path = s.path(child)
	s.mu.Lock()
	defer s.mu.Unlock()
	if child.mode.IsDir() {
		s.tree.folders = append(s.tree.folders, child)
		return
	}
	s.tree.files = append(s.tree.files, child)
}

// offspring are the nodes that lie in each folder of a register.
type offspring struct {
	first []nodeID // of each folder, or top
	next  []nodeID // of the same folder, or top
}

func (r *register) offspring() offspring {
	o := offspring{make([]nodeID, len(r.nodes)), make([]nodeID, len(r.nodes))}
	for n := len(r.nodes) - 1; n > 0; n-- {
		up := r.nodes[n].up
		o.next[n], o.first[up] = o.first[up], nodeID(n)
	}
	return o
}

// holdsFolders says whether a folder of the register holds folders.
func (r *register) holdsFolders(below offspring, n nodeID) bool {
	for n = below.first[n]; n != top; n = below.next[n] {
		if r.is(n, ours) {
			return true
		}
	}
	return false
}

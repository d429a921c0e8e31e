package disk

import (
	"hash/maphash"
	"iter"
	"math/bits"
	"slices"
	"strings"

	"demarche/generator/slug"
)

// register is what is known of every file and folder of a site, of the published
// one and of the new one. It is one tree that holds each name once and no pointers:
// 60,000 pages take under 10 MB, and the garbage collector has nothing to follow.
type register struct {
	nodes   []node
	records []record
	names   []byte   // of all nodes, one behind the other
	heads   []nodeID // the newest node of each hash, whose length is a power of two
	seed    maphash.Seed
	clash   bool // two names in one folder of the last build have the same slug.Fold: no build publishes that
}

// nodeID is the place of a node in a register.
type nodeID int32

// top is the published folder itself. As no folder holds it, it also stands for no node.
const top nodeID = 0

// node is one file or folder, or a path that was one and is now the other.
type node struct {
	up     nodeID // the folder that it lies in
	next   nodeID // an older one of the same place in heads, or top
	record int32  // its place in records, counted from 1; 0 if it never was a file
	hash   uint32
	start  uint32 // of its name, in names
	length uint8  // of its name; source.LongestName fits
	state  state
}

// state is what the build at hand knows of a node. No list of files keeps it.
type state uint16

const (
	live    state = 1 << iota // the file stands untouched in the published site
	twin                      // the file stands untouched in the twin
	planned                   // the new site has it, as a file
	written                   // this build made the file
	ours                      // the folder holds what the last build made
	spare                     // the folder stood in the twin before this build
	wanted                    // the new site has it, as a folder
	made                      // the folder stands in the twin, for the new site
	mixed                     // the published folder holds more there than the state says
	stale                     // the twin is another there than the state says
)

func newRegister() *register {
	return &register{nodes: []node{{state: ours | wanted | made}}, heads: make([]nodeID, 64), seed: maphash.MakeSeed()}
}

func (r *register) is(n nodeID, s state) bool { return r.nodes[n].state&s != 0 }
func (r *register) set(n nodeID, s state)     { r.nodes[n].state |= s }

// clear takes the states from all nodes.
func (r *register) clear(s state) {
	for n := range r.nodes {
		r.nodes[n].state &^= s
	}
}

// record is what a file was found or made to be, or nil for what never was a
// file. It holds until the next node or record is made.
func (r *register) record(n nodeID) *record {
	if place := r.nodes[n].record; place > 0 {
		return &r.records[place-1]
	}
	return nil
}

// setRecord keeps what a file is.
func (r *register) setRecord(n nodeID, what record) {
	if old := r.record(n); old != nil {
		*old = what
		return
	}
	r.records = append(r.records, what)
	r.nodes[n].record = int32(len(r.records))
}

// files yields all that is or was a file.
func (r *register) files() iter.Seq2[nodeID, *record] {
	return func(yield func(nodeID, *record) bool) {
		for n := range r.nodes {
			if record := r.record(nodeID(n)); record != nil && !yield(nodeID(n), record) {
				return
			}
		}
	}
}

// unwanted are the folders that stand in the twin and that the new site does not
// have, the inner ones first.
func (r *register) unwanted() []string {
	var folders []string
	for n, node := range r.nodes {
		if node.state&(spare|wanted) == spare {
			folders = append(folders, r.path(nodeID(n)))
		}
	}
	slices.Sort(folders)
	slices.Reverse(folders)
	return folders
}

func (r *register) name(n nodeID) []byte {
	at := &r.nodes[n]
	return r.names[at.start : at.start+uint32(at.length)]
}

// path is the path of a node from the top.
func (r *register) path(n nodeID) string { return string(r.appendPath(nil, n)) }

func (r *register) appendPath(to []byte, n nodeID) []byte {
	if up := r.nodes[n].up; up != top {
		to = append(r.appendPath(to, up), '/')
	}
	return append(to, r.name(n)...)
}

// first is a node of a folder whose name has the slug.Fold key, or top, and after
// the next of them. They are few: most often one.
func (r *register) first(up nodeID, key string) nodeID {
	hash := r.hash(up, key)
	return r.alike(r.heads[int(hash)&(len(r.heads)-1)], up, hash, key)
}

func (r *register) after(n nodeID, key string) nodeID {
	at := &r.nodes[n]
	return r.alike(at.next, at.up, at.hash, key)
}

// alike is the first such node from n on.
func (r *register) alike(n, up nodeID, hash uint32, key string) nodeID {
	for ; n != top; n = r.nodes[n].next {
		if at := &r.nodes[n]; at.hash != hash || at.up != up {
			continue
		}
		if name := r.name(n); string(name) == key || slug.Fold(string(name)) == key {
			break
		}
	}
	return n
}

// hash mixes a folder and a slug.Fold.
func (r *register) hash(up nodeID, key string) uint32 {
	const odd = 0x9e3779b97f4a7c15 // spreads neighbours, as in Fibonacci hashing
	return uint32((maphash.String(r.seed, key) + uint64(up)) * odd >> 32)
}

// child is the node of that very name in a folder, or top if there is none.
func (r *register) child(up nodeID, name string) nodeID {
	key := slug.Fold(name)
	n := r.first(up, key)
	for n != top && string(r.name(n)) != name {
		n = r.after(n, key)
	}
	return n
}

// add makes a node, which must not be there. key is the slug.Fold of its name.
func (r *register) add(up nodeID, name, key string) nodeID {
	if len(r.nodes) >= len(r.heads) {
		r.widen(2 * len(r.heads))
	}
	n := nodeID(len(r.nodes))
	hash := r.hash(up, key)
	head := &r.heads[int(hash)&(len(r.heads)-1)]
	r.nodes = append(r.nodes, node{up: up, next: *head, hash: hash, start: uint32(len(r.names)), length: uint8(len(name))})
	r.names = append(r.names, name...)
	*head = n
	return n
}

// widen makes heads of so many, a power of two.
func (r *register) widen(heads int) {
	r.heads = make([]nodeID, heads)
	for n := 1; n < len(r.nodes); n++ {
		at := &r.nodes[n]
		head := &r.heads[int(at.hash)&(len(r.heads)-1)]
		at.next, *head = *head, nodeID(n)
	}
}

// reserve makes room for so many files in all, each in a folder of its own.
func (r *register) reserve(files int) {
	const nameBytes = 32 // of a file and its folder
	r.nodes = slices.Grow(r.nodes, max(0, 2*files-len(r.nodes)))
	r.records = slices.Grow(r.records, max(0, files-len(r.records)))
	r.names = slices.Grow(r.names, max(0, nameBytes*files-len(r.names)))
	if heads := 1 << bits.Len(uint(2*files)); heads > len(r.heads) {
		r.widen(heads)
	}
}

// find is the node of a path, or top if there is none.
func (r *register) find(path string) nodeID {
	at := top
	for more := true; more; {
		var name string
		name, path, more = strings.Cut(path, "/")
		if at = r.child(at, name); at == top {
			return top
		}
	}
	return at
}

// publish adds a file that the last build made.
func (r *register) publish(path string, what record, t *trail) {
	up, name, fresh := r.folders(path, t)
	n, _ := r.entry(up, name, fresh)
	r.setRecord(n, what)
}

// folders is the folder of a path, for what the last build made, and the name in it. Folders are
// added if need be; fresh is one that was.
func (r *register) folders(path string, t *trail) (up nodeID, name string, fresh bool) {
	up, start := t.shared(path)
	for i := start; i < len(path); i++ {
		if path[i] == '/' {
			up, fresh = r.entry(up, path[start:i], fresh)
			r.set(up, ours)
			t.folders = append(t.folders, up)
			start = i + 1
		}
	}
	return up, path[start:], fresh
}

// entry is the node of a name in a folder, which is added if need be, and whether it
// was. In a fresh folder there is none.
func (r *register) entry(up nodeID, name string, fresh bool) (n nodeID, added bool) {
	key := slug.Fold(name)
	if !fresh {
		if n := r.first(up, key); n != top && string(r.name(n)) == name {
			return n, false
		} else if n != top {
			r.clash = true
		}
	}
	return r.add(up, name, key), true
}

package disk

import "strings"

// trust is in a folder and all below it: that those which were not touched hold what
// the state says. Whoever puts a file into a folder, takes one out or puts another
// folder in its place changes the time at which an inode was last changed, which
// nobody can set. Files are looked at all the same.
type trust struct {
	folder uint64 // the inode of the top
	until  int64  // a folder whose inode was last changed before is as it was; 0 for none
}

// head is what a state says of the published folder and its twin as a whole.
type head struct {
	live, twin trust
	// start is when the system was started, by the clock that gives files their times,
	// in nanoseconds since 1970; 0 where that is not known. When it is another
	// one, the clock was set meanwhile, or the system was started anew, and no time tells
	// what came after it.
	start int64
}

// startTolerance is by how many nanoseconds two readings of one start may differ.
const startTolerance = 1_000_000

// since returns the head with no trust in anything unless the clock has gone on since.
func (h head) since(start int64) head {
	if apart := h.start - start; h.start == 0 || start == 0 || max(apart, -apart) > startTolerance {
		h.live.until, h.twin.until = 0, 0
	}
	return h
}

// renewState writes down, after a build that changed nothing, that the twin is now as the
// published folder, so that the next build need not list it again. Without that it does, so
// that a failure is none of the build.
func (p *Publication) renewState() {
	if p.start == 0 || p.listed == 0 {
		return
	}
	twin, err := p.twin.Stat(".")
	if err != nil {
		return
	}
	r := p.register
	for n := range r.nodes {
		if r.is(nodeID(n), written) {
			return // where links are refused the twin has files of its own: by their times the next build would read all published ones
		}
	}
	p.loosenForeign()
	now := head{live: trust{markOf(p.live).inode, p.begun}, twin: trust{folder: markOf(twin).inode}, start: p.start}
	err = writeState(p.parent, p.names.next, now, r)
	if err == nil {
		err = p.parent.Rename(p.names.next, p.names.state)
	}
	if err != nil {
		p.parent.Remove(p.names.next)
	}
}

// markLoose marks the folders that will hold more than the state says of them: those of
// the new site with foreign files, and those of the old one, the next twin, from which
// the new site differs.
func (p *Publication) markLoose() {
	r := p.register
	for n, node := range r.nodes {
		same := node.state&(planned|live|twin|written) == planned|live|twin
		if node.record != 0 && !same || r.is(nodeID(n), ours) != r.is(nodeID(n), wanted) {
			r.set(node.up, stale)
		}
	}
	p.loosenForeign()
}

// loosenForeign marks the folders that hold something foreign.
func (p *Publication) loosenForeign() {
	for name := range p.foreignPaths() {
		p.register.loosen(name)
	}
}

// loosen marks the folder of something foreign, if the register has that folder.
func (r *register) loosen(path string) {
	if up := strings.LastIndexByte(path, '/'); up >= 0 {
		if n := r.find(path[:up]); n != top {
			r.set(n, mixed|stale)
		}
	}
}

package disk

import (
	"fmt"
	"io/fs"
	"os"
	"sync"
)

// modeBits are those of a mode that somebody can set.
const modeBits = fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky

// modes are those of the folders of the published site. A folder keeps its mode in the new site,
// where another stands in its place.
type modes struct {
	usual fs.FileMode // of a new folder
	mu    sync.Mutex
	other map[nodeID]fs.FileMode // of the published folders with another one
	wrong []nodeID               // folders that have another in the twin
}

// learn finds out which mode new folders get.
func (m *modes) learn(parent *os.Root, drafts string) error {
	if err := makeDrafts(parent, drafts); err != nil {
		return err
	}
	usual := drafts + "/usual"
	if err := parent.Mkdir(usual, 0o777); err != nil {
		return fmt.Errorf("making a folder to see its mode: %w", err)
	}
	info, err := parent.Lstat(usual)
	if err != nil {
		return fmt.Errorf("looking at the mode of a new folder: %w", err)
	}
	m.usual = info.Mode() & fs.ModePerm
	return nil
}

// keep keeps the mode of a published folder.
func (m *modes) keep(n nodeID, mode fs.FileMode) {
	if mode&modeBits == m.usual {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.other == nil {
		m.other = map[nodeID]fs.FileMode{}
	}
	m.other[n] = mode & modeBits
}

// compare looks at the mode of a folder in the twin.
func (m *modes) compare(n nodeID, mode fs.FileMode) {
	if mode&modeBits == m.of(n) {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.wrong = append(m.wrong, n)
}

// of is the mode that a folder of the site is to have. All modes are kept before.
func (m *modes) of(n nodeID) fs.FileMode {
	if mode, ok := m.other[n]; ok {
		return mode
	}
	return m.usual
}

// setModes gives the folders in the twin the modes of the published ones.
func (p *Publication) setModes() error {
	for _, n := range p.modes.wrong {
		if err := p.twin.Chmod(p.register.path(n), p.modes.of(n)); err != nil {
			return fmt.Errorf("giving a new folder the mode of the old one: %w", err)
		}
	}
	return nil
}

// likeFolder gives a folder in the twin the owner and the mode of the one that is kept.
func (p *Publication) likeFolder(name string, mode fs.FileMode) error {
	kept, err := p.parent.Lstat(p.names.live + "/" + name)
	if err != nil {
		return err
	}
	if err := p.keepOwner(name, kept); err != nil {
		return err
	}
	return p.setMode(name, mode)
}

func (p *Publication) setMode(name string, mode fs.FileMode) error {
	made, err := p.twin.Lstat(name)
	if err != nil || made.Mode()&modeBits == mode {
		return err
	}
	return p.twin.Chmod(name, mode)
}

// likeTop gives the twin the owner and the mode of the published folder, before anything is made in
// it: what is made may take its group after it. Until it is exchanged it can be written to.
func (p *Publication) likeTop() error {
	if p.live == nil {
		return nil
	}
	if err := p.keepOwner(".", p.live); err != nil {
		return err
	}
	return p.setMode(".", p.live.Mode()&modeBits|0o700)
}

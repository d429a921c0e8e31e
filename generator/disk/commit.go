package disk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
)

// Commit puts the new site in the place of the published folder, in one step
// where the system has one. On an error before that step, and when ctx is done before it,
// the published folder is as it was; an error behind it leaves the new site there, and the next
// publication finds what names are wrong. Either way the publication is over.
func (p *Publication) Commit(ctx context.Context) (Report, error) {
	if err := p.removeOld(); err != nil {
		p.Abort()
		return Report{}, fmt.Errorf("removing old files: %w", err)
	}
	if err := ctx.Err(); err != nil {
		p.Abort()
		return Report{}, err
	}
	p.report.Foreign = len(p.foreign)
	if !p.changed {
		p.renewState()
	} else if err := p.swap(); err != nil {
		p.Abort()
		return Report{}, p.explained(err)
	}
	p.close()
	return p.report, nil
}

// removeOld removes from the twin the files and folders that the new site does
// not have. Each is looked at again before: the new site may have put something
// else in its place, also under a name that differs in case alone.
func (p *Publication) removeOld() error {
	for n, record := range p.register.files() {
		if p.register.is(n, planned) {
			continue
		}
		p.report.Removed++
		if p.Removing != nil {
			p.Removing(p.register.path(n))
		}
		p.changed = true
		if !p.register.is(n, twin) {
			continue
		}
		name := p.register.path(n)
		info, there, err := exists(p.twin, name)
		if err != nil {
			return err
		}
		if !there || markOf(info) != record.mark {
			p.register.loosen(name)
			continue
		}
		if err := p.twin.Remove(name); err != nil {
			return err
		}
	}
	for _, folder := range p.register.unwanted() {
		if err := p.removeFolder(folder); err != nil {
			return err
		}
	}
	return nil
}

// removeFolder removes a folder of the twin if it is one and is empty.
func (p *Publication) removeFolder(name string) error {
	if _, foreign := p.foreignFolders[name]; foreign {
		return nil
	}
	info, there, err := exists(p.twin, name)
	if err != nil || !there || !info.IsDir() {
		return err
	}
	if err := p.twin.Remove(name); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// swap writes the new state, lets twin and published folder change names and
// puts the state in its place. Killed at any moment, it leaves names that
// recoverNames knows.
func (p *Publication) swap() error {
	now, err := p.nextHead()
	if err != nil {
		return err
	}
	p.markLoose()
	if err := writeState(p.parent, p.names.next, now, p.register); err != nil {
		return fmt.Errorf("writing the list of published files: %w", err)
	}
	if p.live != nil {
		if err := p.setMode(".", p.live.Mode()&modeBits); err != nil {
			return fmt.Errorf("giving the new site the old one's mode: %w", err)
		}
	}
	p.twin.Close() // Windows does not rename a folder that is open
	if p.live == nil {
		// No site stands yet that the state could fail to describe.
		if err := p.parent.Rename(p.names.next, p.names.state); err != nil {
			return err
		}
		err = p.parent.Rename(p.names.twin, p.names.live)
		p.done = err == nil
	} else if err = p.exchange(); errors.Is(err, errors.ErrUnsupported) {
		err = p.renameTwice()
	}
	if err != nil {
		return fmt.Errorf("putting the new site in place: %w", err)
	}
	return nil
}

// nextHead is the head of the state when twin and published folder have changed names.
func (p *Publication) nextHead() (head, error) {
	twin, err := p.twin.Stat(".")
	if err != nil {
		return head{}, err
	}
	now := head{live: trust{folder: markOf(twin).inode}, start: p.start}
	if p.live != nil {
		now.twin = trust{markOf(p.live).inode, p.begun}
	}
	return now, nil
}

// exchange lets the twin and the published folder change names in one step.
func (p *Publication) exchange() error {
	folder, err := p.parent.Open(".")
	if err != nil {
		return err
	}
	defer folder.Close()
	if err := exchange(folder, p.names.live, p.names.twin); err != nil {
		return err
	}
	p.done = true
	return p.parent.Rename(p.names.next, p.names.state)
}

// renameTwice does in two steps what exchange does in one. Between them no
// site stands, for a moment or, if the build is killed there, until the next.
func (p *Publication) renameTwice() error {
	if err := p.parent.Rename(p.names.live, p.names.old); err != nil { // Windows renames no folder in which a program has something open
		return p.refuse("", "cannot make room for the new site: "+reason(err), "close what has the folder or a file in it open, such as a terminal, a server or an editor, and build again")
	}
	if err := p.parent.Rename(p.names.twin, p.names.live); err != nil {
		return errors.Join(err, p.parent.Rename(p.names.old, p.names.live))
	}
	p.done = true
	if err := p.parent.Rename(p.names.next, p.names.state); err != nil {
		return err
	}
	return p.parent.Rename(p.names.old, p.names.twin)
}

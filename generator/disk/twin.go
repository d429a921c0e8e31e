package disk

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
)

// recoverNames gives the published folder, its twin and its state back their
// names if a build was killed while it exchanged them. It returns a Refusal of an old
// folder that no build is known to have left.
func recoverNames(parent *os.Root, n names) error {
	if err := parent.RemoveAll(n.drafts); err != nil {
		return err
	}
	live, hasLive, err := exists(parent, n.live)
	if err != nil {
		return err
	}
	next, listed, err := readState(parent, n.next)
	if err != nil {
		return err
	}
	old, hasOld, err := exists(parent, n.old)
	if err != nil {
		return err
	}
	if hasOld {
		if err := proveOld(parent, n, old, next, listed); err != nil {
			return err
		}
	}
	if hasOld && hasLive && live.IsDir() && parent.Remove(n.live) == nil {
		hasLive = false // it held nothing: somebody else made it where none stood
	}
	if hasOld && hasLive {
		// Both renames were done: the new site stands.
		if err := ignoreMissing(parent.Rename(n.next, n.state)); err != nil {
			return err
		}
		if err := parent.RemoveAll(n.twin); err != nil {
			return err
		}
		return parent.Rename(n.old, n.twin)
	}
	if hasOld {
		if err := parent.Rename(n.old, n.live); err != nil {
			return err
		}
		return ignoreMissing(parent.Remove(n.next))
	}
	if hasLive && next.live.folder != 0 && next.live.folder == markOf(live).inode {
		return parent.Rename(n.next, n.state)
	}
	return ignoreMissing(parent.Remove(n.next))
}

// proveOld returns a Refusal unless old, which stands where a build leaves the published folder between
// two renames, is one that a build left there, as the state says or the next one, which lists what was planned. Anything else there is
// somebody's own, or was brought along by whoever made the repository, and is not for publishing.
func proveOld(parent *os.Root, n names, old fs.FileInfo, next head, planned *register) error {
	was, listed, err := readState(parent, n.state)
	if err != nil {
		return err
	}
	if old.IsDir() {
		inode := markOf(old).inode
		if inode != 0 && slices.Contains([]uint64{was.live.folder, was.twin.folder, next.twin.folder}, inode) {
			return nil
		}
		// Where the system tells no inodes, the files tell: nobody else's have their times. After both
		// renames those of the new site do.
		for _, files := range []*register{listed, planned} {
			if inode == 0 && (files.describes(parent, n.old) || files.describes(parent, n.live)) {
				return nil
			}
		}
	}
	return &Refusal{n.old + " beside the destination is nothing that a build is known to have left there",
		"remove it; or, if it holds the site and " + n.live + " is gone, rename it to " + n.live}
}

// describes says whether some file that the last build made stands untouched in a folder of the parent.
func (r *register) describes(parent *os.Root, folder string) bool {
	for n, record := range r.files() {
		info, there, err := exists(parent, folder+"/"+r.path(n))
		if err == nil && there && info.Mode().IsRegular() && markOf(info) == record.mark {
			return true
		}
	}
	return false
}

// clearTwin removes from the twin all that is not also, untouched, in the
// published folder or its state, so that whatever a killed build or anybody
// else left there is never published. What is in its state is not among the strays.
func (p *Publication) clearTwin(strays tree) error {
	for _, file := range strays.files {
		if foreign, ok := p.foreign[file.path]; ok && foreign.mode == file.mode && foreign.mark == file.mark {
			continue // linked again all the same: keepForeign finds it there
		}
		if err := p.twin.Remove(file.path); err != nil {
			return err
		}
	}
	slices.SortFunc(strays.folders, func(a, b found) int { return cmp.Compare(b.path, a.path) })
	for _, folder := range strays.folders {
		if _, foreign := p.foreignFolders[folder.path]; foreign {
			continue
		}
		if err := p.twin.RemoveAll(folder.path); err != nil {
			return err
		}
	}
	return nil
}

// linkForeign is os.Root.Link. Tests refuse links there.
var linkForeign = (*os.Root).Link

// keepForeign links the files that no build made into the twin, where clearTwin may have left them.
func (p *Publication) keepForeign() error {
	for _, folder := range slices.Sorted(maps.Keys(p.foreignFolders)) {
		err := p.twin.Mkdir(folder, 0o777)
		if err == nil || errors.Is(err, fs.ErrExist) {
			err = p.likeFolder(folder, p.foreignFolders[folder])
		}
		if err != nil {
			return fmt.Errorf("keeping the folder %s: %w", path.Join(p.names.live, folder), err)
		}
	}
	for name, file := range p.foreign {
		err := linkForeign(p.parent, p.names.live+"/"+name, p.names.twin+"/"+name)
		if err != nil && !errors.Is(err, fs.ErrExist) {
			err = p.copyForeign(name, file)
		}
		if err != nil && !errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("keeping %s: %w", path.Join(p.names.live, name), err)
		}
	}
	return nil
}

// copyForeign copies a foreign file where the file system has no hard links, or permits
// none to what is another's.
func (p *Publication) copyForeign(name string, file found) error {
	if file.mode.Type() == fs.ModeSymlink {
		target, err := p.parent.Readlink(p.names.live + "/" + name)
		if err != nil {
			return err
		}
		return p.twin.Symlink(target, name)
	}
	if !file.mode.IsRegular() {
		return p.refuse(name, "is not a file that can be copied", "remove it, or choose another folder with -d")
	}
	from, err := p.parent.Open(p.names.live + "/" + name)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := p.twin.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, file.mode.Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	if err := cmp.Or(err, to.Close()); err != nil {
		return err
	}
	info, err := from.Stat()
	if err != nil {
		return err
	}
	if err := p.keepOwner(name, info); err != nil {
		return err
	}
	if err := p.twin.Chmod(name, info.Mode().Perm()); err != nil { // the umask left out some of it
		return err
	}
	return p.twin.Chtimes(name, info.ModTime(), info.ModTime())
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

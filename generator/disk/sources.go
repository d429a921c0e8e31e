package disk

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/source"
)

// sourcesFolder holds texts that are compared with and never published.
const sourcesFolder = "content/sources"

// sumsPath is the file that tells what was found of quotations in the texts of sources.
const sumsPath = "content/sources.sum"

// mostSums is the size of the largest file of sums, in bytes: room for a million statements.
const mostSums = 128 << 20

// Sums reads content/sources.sum. There may be none.
func (s *Site) Sums() (file source.File, there bool, trouble *diag.Problem) {
	if _, err := s.root.Lstat(sumsPath); errors.Is(err, fs.ErrNotExist) {
		return source.File{Path: sumsPath}, false, nil
	}
	file, _, trouble = s.Read(sumsPath, mostSums)
	return file, trouble == nil, trouble
}

// WriteSums puts text in the place of the sums that Sums returned.
func (s *Site) WriteSums(read source.File, there bool, text []byte) error {
	if !there {
		return s.WriteNew(sumsPath, text)
	}
	return Rewrite(s, read, text)
}

// Texts are the texts of sources: files that are compared with and never published.
type Texts struct {
	site   *Site
	folder string // in the site
	own    bool   // the site was opened for them
}

// Texts returns the texts in a folder anywhere, or with "" those of content/sources/.
func (s *Site) Texts(dir string) (*Texts, error) {
	if dir == "" {
		return &Texts{site: s, folder: sourcesFolder}, nil
	}
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &Refusal{"there is no folder " + dir + " with the texts of sources", "name the folder that holds them, or leave --sources out for content/sources"}
	}
	if err != nil {
		return nil, fmt.Errorf("opening the texts of sources: %w", err)
	}
	return &Texts{site: &Site{root: root, dir: dir}, own: true}, nil
}

// PathOf is where the text of that name is, as a problem names it.
func (t *Texts) PathOf(name string) string {
	if t.own {
		return path.Join(t.site.dir, name)
	}
	return path.Join(t.folder, name)
}

// Beside says whether the folder is another than that of the site.
func (t *Texts) Beside() bool { return t.own }

// Close lets go of the folder.
func (t *Texts) Close() error {
	if t.own {
		return t.site.Close()
	}
	return nil
}

// Read reads the text of that name, if it is there.
func (t *Texts) Read(name string, limit int64) (file source.File, there bool, trouble *diag.Problem) {
	name = path.Join(t.folder, name)
	if _, err := t.site.root.Lstat(name); errors.Is(err, fs.ErrNotExist) {
		return source.File{}, false, nil
	}
	if folder := t.linked(name); folder != "" {
		return source.File{}, false, linkedFolder(folder)
	}
	file, _, trouble = t.site.Read(name, limit)
	return file, trouble == nil, trouble
}

// linked is a folder above a text, or that of all, that is a symbolic link: it may lead to what is no text and nobody else's
// to read, such as the folder of a version control. It is "" where there is none.
func (t *Texts) linked(name string) string {
	for folder := path.Dir(name); folder != "." && folder != path.Dir(sourcesFolder); folder = path.Dir(folder) {
		if info, err := t.site.root.Lstat(folder); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return folder
		}
	}
	return ""
}

// Has says whether there is something of that name.
func (t *Texts) Has(name string) bool {
	_, err := t.site.root.Lstat(path.Join(t.folder, name))
	return err == nil
}

// Names are the files in the folder and below it, but for those that begin with a dot or lie in a folder that does. What cannot be listed is left out.
func (t *Texts) Names() []string {
	var names []string
	folder := cmp.Or(t.folder, ".")
	_ = fs.WalkDir(t.site.root.FS(), folder, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
		case !entry.IsDir():
			if strings.HasPrefix(entry.Name(), ".") {
				return nil
			}
			names = append(names, strings.TrimPrefix(name, t.folder+"/"))
		case tooDeep(name), name != folder && strings.HasPrefix(entry.Name(), "."):
			return fs.SkipDir
		}
		return nil
	})
	return names
}

// fileSet are files that are known again under whatever name.
type fileSet map[fileKey][]fs.FileInfo

// fileKey is what two files seldom have in common: where the system tells, of what file system they are and which of that.
type fileKey struct {
	device, inode uint64
	size          int64 // where the system does not tell
}

func keyOf(info fs.FileInfo) fileKey {
	inode, _ := identity(info)
	if inode == 0 {
		return fileKey{size: info.Size()}
	}
	return fileKey{device: device(info), inode: inode}
}

// isSource says whether a file is one of content/sources/, under whatever name, as that was when a
// folder of the site was listed last: to look at all of them for each file would take as long as the square of their number.
func (s *Site) isSource(info fs.FileInfo) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sources == nil {
		s.sources = s.listSources()
	}
	return slices.ContainsFunc(s.sources[keyOf(info)], func(other fs.FileInfo) bool { return os.SameFile(info, other) })
}

// forgetSources has content/sources/ looked at again when it is asked of.
func (s *Site) forgetSources() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sources = nil
}

// listSources lists the files of content/sources/. What cannot be listed cannot be published either.
func (s *Site) listSources() fileSet {
	files := fileSet{}
	_ = fs.WalkDir(s.root.FS(), sourcesFolder, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && tooDeep(name) {
			return fs.SkipDir
		}
		if err != nil || entry.IsDir() {
			return nil
		}
		if info, err := entry.Info(); err == nil {
			files[keyOf(info)] = append(files[keyOf(info)], info)
		}
		return nil
	})
	return files
}

// inSources says whether a path is in content/sources/.
func inSources(name string) bool { return strings.HasPrefix(name, sourcesFolder+"/") }

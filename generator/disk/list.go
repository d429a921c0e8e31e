package disk

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/text/unicode/norm"

	"demarche/generator/diag"
	"demarche/generator/source"
)

// Entry is a regular file of the site, not yet read.
type Entry struct {
	Path  string // slash-separated, relative to the site's folder: "content/static/CNAME"
	Stamp Stamp
}

// contentFolders are where Markdown is published from.
var contentFolders = []string{"digests", "actors", "topics", "pages"}

// otherFolders of content/ hold no Markdown to publish.
var otherFolders = []string{"sources", "static"}

// NoContentError says that a site's folder has no content/.
type NoContentError struct {
	Dir string // the folder
}

func (e *NoContentError) Error() string {
	where := e.Dir
	if site := Above(e.Dir); site != "" {
		where += ", but in " + site
	}
	return fmt.Sprintf("there is no content/ in %s; -s names the folder that holds it, and \"new digest\" makes a first file", where)
}

// Content lists the Markdown of content/ in order of path: index.md, digests,
// actors, topics and pages. Names that begin with a dot are left out. What
// cannot be read is a problem of that file. It fails only when there is no
// content/ folder that can be listed.
func (s *Site) Content() ([]Entry, []diag.Problem, error) {
	info, err := s.root.Stat("content")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, &NoContentError{s.dir}
	}
	if err != nil {
		return nil, nil, fmt.Errorf("content/ in %s cannot be opened (%s); put the folder itself there, or name with -s the one that holds it", s.dir, reason(err))
	}
	if !info.IsDir() {
		return nil, nil, fmt.Errorf("content in %s is a file, and must be a folder", s.dir)
	}
	s.forgetSources()
	l := listing{site: s, wants: isContent, markdown: true}
	l.folder("content")
	l.sort()
	return l.entries, l.problems, nil
}

// Static lists the files of content/static/, which are published as they are,
// in order of path. There may be none.
func (s *Site) Static() ([]Entry, []diag.Problem) {
	entries, problems := s.optional("content/static", func(name string) bool { return !isJunk(path.Base(name)) })
	for _, e := range entries {
		if hidden := hiddenPart(strings.TrimPrefix(e.Path, "content/static/")); hidden != "" {
			p := problem(e.Path, "hidden-file", hidden+" begins with a dot, and is published like all in content/static/", "move it elsewhere if nobody is to read it")
			p.Severity = diag.Warning
			problems = append(problems, p)
		}
	}
	return entries, problems
}

// dotted are names with a dot before them that hosts look for.
var dotted = []string{".well-known", ".nojekyll", ".htaccess", ".domains"}

// hiddenPart is the first part of a path that begins with a dot and that no host looks for: an editor may not see it, or have
// passwords in it. It is "" where there is none.
func hiddenPart(name string) string {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && !slices.Contains(dotted, part) {
			return part
		}
	}
	return ""
}

func (s *Site) optional(folder string, wants func(string) bool) ([]Entry, []diag.Problem) {
	info, err := s.root.Lstat(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, []diag.Problem{*linkedFolder(folder)}
	}
	s.forgetSources()
	l := listing{site: s, wants: wants, isFile: isTemplate}
	l.folder(folder)
	l.sort()
	return l.entries, l.problems
}

// isContent says whether the file or folder at name is one that Content looks at.
func isContent(name string) bool {
	rest := strings.TrimPrefix(name, "content/")
	if strings.HasPrefix(path.Base(rest), ".") {
		return false
	}
	if rest == "index.md" {
		return true
	}
	top, _, below := strings.Cut(rest, "/")
	return below || slices.Contains(contentFolders, top)
}

// Leftover says whether the file at a path is none that Content lists, and only what
// an editor leaves beside one that it saves.
func Leftover(name string) bool {
	folder, _, _ := strings.Cut(strings.TrimPrefix(name, "content/"), "/")
	return slices.Contains(contentFolders, folder) && (!isMarkdown(name) || strings.HasPrefix(path.Base(name), "."))
}

// Again lists a file again that was listed before. ok is false where it is no longer
// there, or no regular file, which only a listing of all can tell about.
func (s *Site) Again(name string) (e Entry, ok bool) {
	info, err := s.root.Lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		return Entry{}, false
	}
	return Entry{Path: name, Stamp: newStamp(info)}, true
}

// isJunk says whether a system, a version control or a program for texts left a file of this name,
// and no editor meant it to be published.
func isJunk(base string) bool {
	switch base {
	case ".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore", ".keep":
		return true
	}
	return isRepository(base) || strings.HasPrefix(base, "._") || strings.HasSuffix(base, "~") ||
		strings.HasPrefix(base, ".") && slices.Contains(swapEndings, path.Ext(base))
}

// swapEndings are those of files in which Vim keeps what is not saved yet.
var swapEndings = []string{".swp", ".swo", ".swx"}

// deepest is how many folders may stand above one that is looked into. To find a file in each of many folders within folders
// would take as long as the square of their number.
const deepest = 32

// tooDeep says whether a folder of the site, by its path, is not looked into.
func tooDeep(name string) bool { return strings.Count(name, "/") > deepest }

// listing is one walk over a folder of the site.
type listing struct {
	site     *Site
	wants    func(path string) bool // of folders and files
	isFile   func(path string) bool // whether what has the name has to be a file; may be nil
	markdown bool                   // whether of files only Markdown is listed
	entries  []Entry
	problems []diag.Problem
}

func (l *listing) sort() {
	slices.SortFunc(l.entries, func(a, b Entry) int { return cmp.Compare(a.Path, b.Path) })
	diag.Sort(l.problems)
}

func (l *listing) folder(name string) {
	f, err := l.site.root.OpenFile(name, syscall.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		l.problem(*unreadable(name, err))
		return
	}
	defer f.Close()
	children, err := f.ReadDir(-1)
	if errors.Is(err, syscall.ENOTDIR) {
		l.problem(notFolder(name))
	} else if err != nil {
		l.problem(*unreadable(name, err))
	}
	for _, child := range children {
		base := child.Name()
		if composed {
			base = norm.NFC.String(base)
		}
		l.child(name+"/"+base, child)
	}
}

// composed says whether names of files are taken with their accents composed. macOS keeps a name as whoever made the file
// wrote it, often with each accent apart, and finds it by either; composed, as Git has it there too, it is the one that is
// typed in Markdown, and the site is the same as elsewhere.
var composed = runtime.GOOS == "darwin"

func (l *listing) child(name string, child fs.DirEntry) {
	if !l.wants(name) {
		l.unpublished(name, child)
		return
	}
	if !fs.ValidPath(name) {
		l.problem(problem(name, "file-name", fmt.Sprintf("the file name %q is not UTF-8", child.Name()), "rename the file"))
		return
	}
	info, err := child.Info()
	if errors.Is(err, fs.ErrNotExist) {
		return // deleted since the folder was read
	}
	if err != nil {
		l.problem(*unreadable(name, err))
		return
	}
	if info.IsDir() {
		if l.isFile != nil && l.isFile(name) {
			l.problem(*notRegular(name, info))
			return
		}
		if tooDeep(name) {
			l.problem(problem(name, "deep-folder", fmt.Sprintf("this folder stands more than %d folders deep, and is not looked into", deepest), "move what is in it further up"))
			return
		}
		l.folder(name)
		return
	}
	if l.markdown && path.Dir(name) == "content" && slices.Contains(contentFolders, path.Base(name)) && info.Mode()&fs.ModeSymlink == 0 {
		l.problem(notFolder(name))
		return
	}
	// A symbolic link may stand for a folder, so its name says nothing.
	if l.markdown && !isMarkdown(name) && info.Mode()&fs.ModeSymlink == 0 {
		l.misnamed(name)
		return
	}
	info, trouble := l.site.regular(name, info)
	if trouble != nil {
		l.problem(*trouble)
		return
	}
	if l.markdown && !isMarkdown(name) {
		return
	}
	l.entries = append(l.entries, Entry{Path: name, Stamp: newStamp(info)})
}

// unpublished warns of Markdown, or a folder, that an editor put beside the
// folders of content/, where it would be left out without a word.
func (l *listing) unpublished(name string, child fs.DirEntry) {
	base := child.Name()
	isKnown := strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") || base == "README.md" || slices.Contains(otherFolders, base)
	if !l.markdown || isKnown || path.Dir(name) != "content" {
		return
	}
	if !child.IsDir() && !isMarkdown(base) {
		l.misnamed(name)
		return
	}
	hint := "put it into " + strings.Join(contentFolders, "/, ") + "/ or static/"
	if strings.EqualFold(base, "index.md") {
		hint = "call it index.md if it is to say what the site is called"
	}
	p := problem(name, "misplaced-file", "this is in none of the folders of content/, and is not published", hint)
	p.Severity = diag.Warning
	l.problem(p)
}

// misnamed warns of Markdown under an ending of other programs, which would be left out without a word.
func (l *listing) misnamed(name string) {
	ending := path.Ext(name)
	right := strings.TrimSuffix(path.Base(name), ending)
	switch strings.ToLower(ending) {
	case ".markdown", ".mdown", ".mkd", ".mdx":
		right += ".md"
	case ".txt": // which some programs put behind every name
		if !strings.HasSuffix(strings.ToLower(right), ".md") {
			return
		}
	default:
		return
	}
	p := problem(name, "file-name", "Markdown that does not end in .md is not published", "call it "+right)
	p.Severity = diag.Warning
	l.problem(p)
}

func (l *listing) problem(p diag.Problem) { l.problems = append(l.problems, p) }

func isMarkdown(name string) bool { return strings.EqualFold(path.Ext(name), ".md") }

func notFolder(name string) diag.Problem {
	return problem(name, "not-a-folder", "this has to be a folder", "put a folder in its place")
}

// problem returns an error of the file at name as a whole.
func problem(name, code, text, hint string) diag.Problem {
	return diag.Problem{Severity: diag.Error, Code: code, At: source.Span{Path: name}, Text: text, Hint: hint}
}

package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"demarche/generator/page"
)

// hashLength is how many hexadecimal digits of an asset's sum stand in its
// name: enough that no two versions of one file share a name.
const hashLength = 10

// asset is a file of templates/assets as it is published.
type asset struct {
	name   string // as templates name it: "style.css"
	public string // path below the site's root, with its sum: "assets/style-0123456789.css"
	text   []byte
	own    bool // it is a site's own
	added  bool // likewise, none of the default ones has its name, and no other asset mentions it
}

// Assets yields the path of each asset below the site's root, such as
// "assets/style-0123456789.css", and its bytes, by path as written. The name
// changes with the bytes, so that a host may let browsers keep it for ever.
// The bytes belong to the set.
func (s *Set) Assets() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for _, a := range s.assets {
			if !yield(a.public, a.text) {
				return
			}
		}
	}
}

// readAssets reads the assets of folders; those of a later folder win. What is doubtful in a site's own is told, and published.
func readAssets(folders ...fs.FS) ([]asset, []*Error, error) {
	byName := map[string]asset{}
	for i, folder := range folders {
		err := fs.WalkDir(folder, "assets", func(file string, entry fs.DirEntry, err error) error {
			if file == "assets" && err != nil {
				return fs.SkipAll // a site need not have assets of its own
			}
			if err != nil || entry.IsDir() {
				return err
			}
			text, err := fs.ReadFile(folder, file)
			if err != nil {
				return unreadable(file, err)
			}
			name := strings.TrimPrefix(file, "assets/")
			before, known := byName[name]
			byName[name] = asset{name: name, public: file, text: text, own: i > 0, added: i > 0 && (!known || before.added)}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	links := linker{byName: byName, public: map[string]string{}, done: map[string]bool{}}
	names := slices.Sorted(maps.Keys(byName))
	isSheet := func(name string) bool { return path.Ext(name) == ".css" }
	made := map[string]asset{}
	for _, name := range names { // what style sheets ask for comes before them
		links.check(name)
		if !isSheet(name) {
			made[name] = published(byName, name, byName[name].text)
			links.public[name] = made[name].public
		}
	}
	for _, name := range names {
		if isSheet(name) {
			text, err := links.joined(name, path.Dir(name), nil, new(int))
			if err != nil {
				return nil, nil, err
			}
			made[name] = published(byName, name, text)
		}
	}
	assets := make([]asset, 0, len(made))
	for _, name := range names {
		assets = append(assets, made[name])
	}
	return assets, links.doubts, nil
}

// published is an asset with a text, as it is published.
func published(byName map[string]asset, name string, text []byte) asset {
	a := byName[name]
	a.added = a.added && !mentioned(byName, name)
	a.text = smaller(a.public, text)
	a.public = hashedName(a.public, a.text)
	if a.name == page.EmbedAsset {
		a.public = a.name
	}
	return a
}

// mentioned says whether another asset has the name of one in its text.
func mentioned(byName map[string]asset, name string) bool {
	for other, a := range byName {
		if other != name && bytes.Contains(a.text, []byte(path.Base(name))) {
			return true
		}
	}
	return false
}

// anImport is a line of a style sheet that has another in its place.
var anImport = regexp.MustCompile(`(?m)^@import "([^":/\\]+\.css)";\r?$`)

// largestSheet is how many bytes a style sheet may have with all that it imports: sheets that each import the next twice
// would double with each.
const largestSheet = 4 << 20

// joined is the text of a style sheet, with that of each that it imports by its name
// in place of the import, so that one file is fetched and a site may have its own of each.
// It is published in a folder of the assets. within are the names of those that import it, size is how many bytes were joined so far.
func (l *linker) joined(name, folder string, within []string, size *int) ([]byte, error) {
	text := l.linked(name, folder)
	within = append(within, name)
	*size += len(text)
	var out []byte
	end := 0
	for _, line := range anImport.FindAllSubmatchIndex(text, -1) {
		mistake := func(hint, format string, values ...any) ([]byte, error) {
			return nil, mistakeAt(path.Join(Folder, "assets", name), text, line[0], fmt.Sprintf(format, values...), hint)
		}
		part := path.Join(path.Dir(name), string(text[line[2]:line[3]]))
		switch _, exists := l.byName[part]; {
		case !exists:
			return mistake("put the file there, or take the line out", "there is no style sheet %q to import", part)
		case slices.Contains(within, part):
			return mistake("take one of the two lines out", "it imports %q, which imports it", part)
		case *size > largestSheet:
			return mistake("import each style sheet once", "with all that is imported the style sheet is larger than %d MB", largestSheet>>20)
		}
		imported, err := l.joined(part, folder, within, size)
		if err != nil {
			return nil, err
		}
		out = append(append(out, text[end:line[0]]...), imported...)
		end = line[1]
	}
	return append(out, text[end:]...), nil
}

// smaller is a style sheet or a script without what only its writers need: comments
// and indentation. What is of another kind, or cannot be read, is as it was.
func smaller(file string, text []byte) []byte {
	if small, err := minified(file, text); err == nil {
		return small
	}
	return text
}

// minified fails where a style sheet or a script cannot be read.
func minified(file string, text []byte) ([]byte, error) {
	minifiers := map[string]minify.MinifierFunc{".css": css.Minify, ".js": js.Minify}
	minifier := minifiers[path.Ext(file)]
	if minifier == nil {
		return text, nil
	}
	var out bytes.Buffer
	given := bytes.ReplaceAll(text, atContainer, likeMedia)
	if err := minifier(minify.New(), &out, bytes.NewReader(given), nil); err != nil {
		return nil, err
	}
	return bytes.ReplaceAll(out.Bytes(), likeMedia, atContainer), nil
}

// The minifier leaves what stands in a @container as it was, which it does not know, and
// takes it for a @media of a strange kind.
var atContainer, likeMedia = []byte("@container ("), []byte("@media container(")

// hashedName puts the sum of text before the extension of file.
func hashedName(file string, text []byte) string {
	sum := sha256.Sum256(text)
	extension := path.Ext(file)
	return strings.TrimSuffix(file, extension) + "-" + hex.EncodeToString(sum[:])[:hashLength] + extension
}

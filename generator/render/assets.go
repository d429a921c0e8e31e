package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
)

// hashLength is how many hexadecimal digits of an asset's sum stand in its
// name: enough that no two versions of one file share a name.
const hashLength = 10

// asset is a file of templates/assets as it is published.
type asset struct {
	name   string // as templates name it: "style.css"
	public string // path below the site's root, with its sum: "assets/style-0123456789.css"
	text   []byte
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

// readAssets reads the assets of folders; those of a later folder win.
func readAssets(folders ...fs.FS) ([]asset, error) {
	byName := map[string]asset{}
	for _, folder := range folders {
		err := fs.WalkDir(folder, "assets", func(file string, entry fs.DirEntry, err error) error {
			if file == "assets" && err != nil {
				return fs.SkipAll // a site need not have assets of its own
			}
			if err != nil || entry.IsDir() {
				return err
			}
			text, err := fs.ReadFile(folder, file)
			if err != nil {
				return err
			}
			text = smaller(file, text)
			name := strings.TrimPrefix(file, "assets/")
			byName[name] = asset{name: name, public: hashedName(file, text), text: text}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("reading templates: %w", err)
		}
	}
	assets := make([]asset, 0, len(byName))
	for _, a := range byName {
		assets = append(assets, a)
	}
	slices.SortFunc(assets, func(a, b asset) int { return strings.Compare(a.name, b.name) })
	return assets, nil
}

// smaller is a style sheet or a script without what only its writers need: comments
// and indentation. What is of another kind, or cannot be read, is as it was.
func smaller(file string, text []byte) []byte {
	minifiers := map[string]minify.MinifierFunc{".css": css.Minify, ".js": js.Minify}
	var out bytes.Buffer
	if minifier := minifiers[path.Ext(file)]; minifier == nil || minifier(minify.New(), &out, bytes.NewReader(text), nil) != nil {
		return text
	}
	return out.Bytes()
}

// hashedName puts the sum of text before the extension of file.
func hashedName(file string, text []byte) string {
	sum := sha256.Sum256(text)
	extension := path.Ext(file)
	return strings.TrimSuffix(file, extension) + "-" + hex.EncodeToString(sum[:])[:hashLength] + extension
}

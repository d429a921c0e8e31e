package disk

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"demarche/generator/source"
)

// largestInput is how many bytes of another program's record are read.
const largestInput = 256 << 20

// ReadInput reads a file that an editor names, wherever it lies, or with "-" what comes from standard input.
func ReadInput(name string, standard io.Reader) ([]byte, error) {
	from := standard
	if name != "-" {
		f, err := os.Open(name)
		if address := strings.HasPrefix(name, "https://") || strings.HasPrefix(name, "http://"); err != nil && address {
			return nil, &Refusal{name + " is an address, and no file", "save it as a file first, and name that"}
		}
		if err != nil {
			return nil, err
		}
		defer f.Close()
		from = f
	}
	text, err := io.ReadAll(io.LimitReader(from, largestInput+1))
	if err != nil {
		return nil, err
	}
	if len(text) > largestInput {
		return nil, &Refusal{fmt.Sprintf("%s is larger than %d MB", name, largestInput>>20), "import it in parts"}
	}
	return text, nil
}

// ArticleRules is where a site keeps rules of its own for reading articles.
const ArticleRules = "content/_templates/article.yaml"

// ArticleRules reads the site's own rules for reading articles. There may be none.
func (s *Site) ArticleRules() ([]byte, error) {
	if _, there, err := exists(s.root, ArticleRules); err != nil || !there {
		return nil, err
	}
	file, _, trouble := s.Read(ArticleRules, largestInput)
	if trouble != nil {
		return nil, &Refusal{ArticleRules + ": " + trouble.Text, trouble.Hint}
	}
	return file.Text, nil
}

// isHugos goes by the names that Hugo knows Markdown by.
func isHugos(name string) bool {
	return slices.Contains([]string{".md", ".markdown", ".mdown"}, strings.ToLower(path.Ext(name)))
}

// ReadFolder reads the Markdown in a folder that an editor names, by path in it. Whatever is no
// regular file is passed over, as is what a link leads to outside; left are the
// other files that it met.
func ReadFolder(dir string) (texts []source.File, left []string, err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	all := int64(0)
	err = fs.WalkDir(root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (strings.HasPrefix(entry.Name(), ".") && name != "." || tooDeep(name)):
			return fs.SkipDir
		case entry.IsDir():
			return nil
		case !entry.Type().IsRegular() || !isHugos(name):
			left = append(left, name)
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if all += info.Size(); all > largestInput { // asked first: what is larger may not fit into memory
			return &Refusal{fmt.Sprintf("%s holds more than %d MB of Markdown", dir, largestInput>>20), "import it in parts"}
		}
		text, err := root.ReadFile(name)
		if err != nil {
			return err
		}
		texts = append(texts, source.New(name, text))
		return nil
	})
	return texts, left, err
}

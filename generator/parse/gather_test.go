package parse

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/source"
)

// bodies are the digests of the golden files.
func bodies(t *testing.T) []source.File {
	var files []source.File
	archives, _ := filepath.Glob("testdata/body/*.txtar")
	for _, path := range archives {
		archive, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range parts(string(archive)) {
			if p.name != "want" {
				files = append(files, source.New("content/digests/"+filepath.Base(path)+p.name+".md", []byte(p.text)))
			}
		}
	}
	return files
}

func TestADocStaysAsItIsWhileOtherFilesAreReadIntoTheSameMemory(t *testing.T) {
	files := bodies(t)
	docs := make([]*dossier.Doc, len(files))
	var room []byte
	for i, f := range files {
		clear(room)
		room = append(room[:0], f.Text...)
		docs[i] = File(source.File{Path: f.Path, Text: room, Sum: f.Sum}, Options{})
	}
	for i, f := range files {
		if again := File(f, Options{}); !reflect.DeepEqual(docs[i], again) {
			t.Errorf("%s became %+v\nand is %+v", f.Path, docs[i], again)
		}
	}
}

func TestADigestIsKeptInFewObjects(t *testing.T) {
	const digests, most = 500, 14 // objects a digest
	f := digest(t)
	docs := make([]*dossier.Doc, digests)
	objects := func() int {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int(m.HeapObjects)
	}
	before := objects()
	for i := range docs {
		docs[i] = File(f, Options{})
	}
	if kept := objects() - before; kept > most*digests {
		t.Errorf("%d digests are kept in %d objects", digests, kept)
	}
	runtime.KeepAlive(docs)
}

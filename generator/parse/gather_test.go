package parse

import (
	"fmt"
	"reflect"
	"runtime"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/source"
)

func TestADocStaysAsItIsWhileOtherFilesAreReadIntoTheSameMemory(t *testing.T) {
	var files []source.File
	for i, input := range inputs(t, "testdata/body/*.txtar") {
		files = append(files, source.New(fmt.Sprintf("content/digests/%d.md", i), input.Data))
	}
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

package disk

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// keep publishes again with a file kept by its name, and says whether it was.
func keep(t *testing.T, dest, name string) (bool, Report) {
	t.Helper()
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	w := p.Writer()
	kept, err := w.Keep(name)
	if err != nil {
		t.Fatal(err)
	}
	if !kept {
		if err := w.Write(name, []byte("made again")); err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	report, err := p.Commit(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return kept, report
}

func TestFileIsKeptByItsNameWhereTheLastBuildMadeIt(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	if kept, _ := keep(t, dest, "a/card.png"); kept {
		t.Error("a file is kept where there was none")
	}
	for range 3 { // the twin has it from the third build on
		kept, report := keep(t, dest, "a/card.png")
		if !kept || report.Unchanged != 1 || report.Written != 0 || report.Bytes != int64(len("made again")) {
			t.Errorf("kept: %t, %+v", kept, report)
		}
		wantPublished(t, dest, outputs{"a/card.png": "made again"})
	}
}

func TestFileThatWasChangedIsNotKept(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dest, outputs{"card.png": "first"})
	if err := os.WriteFile(filepath.Join(dest, "card.png"), []byte("somebody else's"), 0o666); err != nil {
		t.Fatal(err)
	}
	if kept, _ := keep(t, dest, "card.png"); kept {
		t.Error("what somebody else wrote is kept")
	}
	wantPublished(t, dest, outputs{"card.png": "made again"})
}

func TestFileIsKeptOnceAlone(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	mustPublish(t, dest, outputs{"card.png": "first"})
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Abort()
	w := p.Writer()
	defer w.Close()
	if kept, err := w.Keep("card.png"); !kept || err != nil {
		t.Fatal(kept, err)
	}
	if _, err := w.Keep("card.png"); err == nil {
		t.Error("two things are published under one name")
	}
}

package disk

import (
	"context"
	"io"
	"strings"
	"testing"
)

func TestCopyWritesOnlyWhatIsNew(t *testing.T) {
	dest := destination(t)
	for round, text := range []string{"first", "first", "second"} {
		p, err := begin(t, dest)
		if err != nil {
			t.Fatal(err)
		}
		if err := copyTo(p, "images/a.png", strings.NewReader(text)); err != nil {
			t.Fatal(err)
		}
		report, err := p.Commit(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		want := Report{Written: 1, Bytes: int64(len(text))}
		if round == 1 {
			want = Report{Unchanged: 1, Bytes: int64(len(text))}
		}
		if report != want {
			t.Errorf("round %d: got %+v, want %+v", round, report, want)
		}
		wantPublished(t, dest, outputs{"images/a.png": text})
	}
}

// copyTo copies one file, with a writer of its own.
func copyTo(p *Publication, name string, from io.ReadSeeker) error {
	w := p.Writer()
	defer w.Close()
	return w.Copy(name, from)
}

// restless is a file that has other words each time it is read to its end.
type restless struct {
	reader strings.Reader
	texts  []string
}

func (r *restless) Read(b []byte) (int, error) { return r.reader.Read(b) }
func (r *restless) Seek(int64, int) (int64, error) {
	r.reader.Reset(r.texts[0])
	r.texts = r.texts[1:]
	return 0, nil
}

func TestFileThatChangesWhileItIsCopiedIsCopiedAgain(t *testing.T) {
	dest := destination(t)
	for _, texts := range [][]string{{"first", "first"}, {"fi", "first and", "later", "later"}} {
		source := &restless{texts: texts}
		source.Seek(0, io.SeekStart)
		p, err := begin(t, dest)
		if err != nil {
			t.Fatal(err)
		}
		if err := copyTo(p, "a.txt", source); err != nil {
			t.Fatal(err)
		}
		if _, err := p.Commit(context.Background()); err != nil {
			t.Fatal(err)
		}
		wantPublished(t, dest, outputs{"a.txt": texts[len(texts)-1]})
	}
	source := &restless{texts: strings.Split("1234567", "")}
	source.Seek(0, io.SeekStart)
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	wantRefusal(t, copyTo(p, "a.txt", source), "a.txt kept changing while it was read")
	if err := p.Abort(); err != nil {
		t.Fatal(err)
	}
	mustPublish(t, dest, outputs{"a.txt": "first"})
	wantPublished(t, dest, outputs{"a.txt": "first"})
}

package disk

import "testing"

func TestScratchIsGoneWhenThePublicationEnds(t *testing.T) {
	dest := destination(t)
	p, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	file, err := p.Scratch()
	if err != nil {
		t.Fatal(err)
	}
	got := make([]byte, 3)
	if _, err := file.WriteAt([]byte("kept"), 7); err != nil {
		t.Fatal(err)
	}
	if _, err := file.ReadAt(got, 8); err != nil || string(got) != "ept" {
		t.Errorf("read %q, %v", got, err)
	}
	file.Close()
	if err := p.Abort(); err != nil {
		t.Fatal(err)
	}
	wantNoDrafts(t, dest)
}

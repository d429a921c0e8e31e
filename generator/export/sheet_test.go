package export_test

import (
	"errors"
	"os"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"demarche/generator/export"
	"demarche/generator/locale"
)

var errFull = errors.New("the disk is full")

// room is a disk that takes so many bytes.
type room int

func (r *room) Write(b []byte) (int, error) {
	if *r -= room(len(b)); *r < 0 {
		return 0, errFull
	}
	return len(b), nil
}

// hiccup is a disk that does not take what comes first.
type hiccup struct{ over bool }

func (h *hiccup) Write(b []byte) (int, error) {
	if !h.over {
		h.over = true
		return 0, errFull
	}
	return len(b), nil
}

// A file that could not be written whole is told, at its start, at its end and between.
func TestWhatCouldNotBeWrittenIsTold(t *testing.T) {
	text, err := os.ReadFile("testdata/talks.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]*txtar.Archive{"talks": txtar.Parse(text), "many": many(2000)} {
		a := archive(t, content, "https://freedonia.example/")
		made := files(t, a, "/")
		for _, e := range export.All(a, locale.English(), slices.Values([]string{"/"})) {
			size := len(made[e.Route])
			if size == 0 {
				continue
			}
			for _, most := range []int{0, size / 2, size - 1} {
				disk := room(most)
				if err := e.Write(&disk); !errors.Is(err, errFull) {
					t.Errorf("%s: %s of %d bytes on a disk for %d: %v", name, e.Route, size, most, err)
				}
			}
			if err := e.Write(new(hiccup)); !errors.Is(err, errFull) {
				t.Errorf("%s: %s without its start: %v", name, e.Route, err)
			}
			disk := room(size)
			if err := e.Write(&disk); err != nil || disk != 0 {
				t.Errorf("%s: %s of %d bytes: %v, and room for %d", name, e.Route, size, err, disk)
			}
		}
	}
}

package page

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"demarche/generator/dossier"
)

// Links behind many pictures are numbered, without looking for the end of a link at each of them.
func TestLinksBehindManyPicturesAreNumbered(t *testing.T) {
	const link = `<a href="https://a.example/">there</a>`
	p := Prose{Prose: &dossier.Prose{HTML: []byte(strings.Repeat(`<img src="/m.png" alt="">`, 400_000) + link)}}
	began := time.Now()
	addresses := p.outside(strconv.Itoa)
	if took := time.Since(began); took > 10*time.Second {
		t.Error(took)
	}
	if !slices.Equal(addresses, []string{"https://a.example/"}) || len(p.Notes) != 1 || p.Notes[0].At != len(p.HTML) {
		t.Error(addresses, p.Notes)
	}
}

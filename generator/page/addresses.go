package page

import (
	"slices"
	"strings"

	"demarche/generator/dossier"
)

// mostNumbered is how many old addresses of numbered pages one file has, so that not each of a thousand old addresses takes thousands along.
const mostNumbered = 10_000

// withNumbers adds to what leads to a list what leads to its numbered pages: /actors/old/p/1/ to /actors/new/p/1/. They are counted from
// the oldest, so that each holds now what it held under its old address.
func (p *Plan) withNumbers(redirects []dossier.Redirect) []dossier.Redirect {
	all := slices.Clone(redirects)
	followed := map[string]int{} // by file
	for _, r := range redirects {
		k, index, found := p.place(r.To)
		if !found || !strings.HasSuffix(r.From, "/") || section(r.From) != section(r.To) {
			continue
		}
		for number, count := 1, p.numbered(k, index); number <= count && followed[r.At.Path] < mostNumbered; number++ {
			all = append(all, dossier.Redirect{From: pageRoute(r.From, number), To: pageRoute(r.To, number), At: r.At})
			followed[r.At.Path]++
		}
	}
	slices.SortFunc(all, func(a, b dossier.Redirect) int { return strings.Compare(a.From, b.From) })
	return all
}

package page

import (
	"cmp"
	"strings"

	"demarche/generator/dossier"
)

const (
	reportedLength = 400 // characters of a report's wording that are shown
	comparedWords  = 120 // of the most words that are compared
)

// reports are the other reports of a statement that stand, each with what its wording has that the first has not.
func (p *Plan) reports(s *dossier.Statement) (reports []Report, more int) {
	for _, r := range standing(s.Reports) {
		if len(reports) == threadLength {
			more++
			continue
		}
		label, date := p.sourceLabel(r.Source)
		report := Report{Link: Link{Label: cmp.Or(label, date, r.Digest.Title), Href: p.statementHref(r)}, Published: p.dateOf(r.Published()), Lang: r.Lang, Dir: p.turned(r.Lang)}
		switch {
		case r.Text == s.Text && r.Form == s.Form:
			report.Same = true
		case r.Lang == s.Lang:
			open, closing := p.marks(s) // of both, since marks are no words that differ
			report.Wording, report.Left = wording(p.quoted(s, reportedLength), quotedIn(open, closing, r, reportedLength))
		default:
			report.Wording = []Piece{{Text: p.quoted(r, reportedLength)}}
		}
		reports = append(reports, report)
	}
	return reports, more
}

// standing are the reports that were not withdrawn.
func standing(reports []*dossier.Statement) []*dossier.Statement {
	var stand []*dossier.Statement
	for _, r := range reports {
		if r.Withdrawn == "" {
			stand = append(stand, r)
		}
	}
	return stand
}

// sources is how many articles that are named report a statement, 0 for fewer than two. Two reports of one article are one.
func sources(s *dossier.Statement) int {
	if len(s.Reports) == 0 {
		return 0
	}
	met := map[dossier.Article]bool{}
	for _, r := range append(standing(s.Reports), s) {
		if r.Source != nil {
			met[r.Source.Article()] = true
		}
	}
	if len(met) < 2 {
		return 0
	}
	return len(met)
}

// wording is the words of b, marked where they are not those of a, and what they leave out of it. Where less than
// half of the longer is the same it is another wording altogether, without marks.
func wording(a, b string) (pieces []Piece, left []string) {
	old, now := strings.Fields(a), strings.Fields(b)
	if len(old) > comparedWords || len(now) > comparedWords {
		return []Piece{{Text: b}}, nil
	}
	common := commonWords(old, now)
	if 2*common[0][0] < max(len(old), len(now)) {
		return []Piece{{Text: b}}, nil
	}
	add := func(word string, added bool) {
		if last := len(pieces) - 1; last >= 0 && pieces[last].Added == added {
			pieces[last].Text += " " + word
			return
		}
		pieces = append(pieces, Piece{Text: word, Added: added})
	}
	goesOn := false // the last of left: no word that both have was since
	i, j := 0, 0
	for i < len(old) || j < len(now) {
		switch {
		case i < len(old) && j < len(now) && old[i] == now[j]:
			add(now[j], false)
			goesOn = false
			i, j = i+1, j+1
		case j == len(now) || i < len(old) && common[i+1][j] >= common[i][j+1]:
			if goesOn {
				left[len(left)-1] += " " + old[i]
			} else {
				left = append(left, old[i])
			}
			goesOn = true
			i++
		default:
			add(now[j], true)
			j++
		}
	}
	return pieces, left
}

// commonWords is how many words two texts have in common, in order: at [i][j], of those from a[i] and b[j] on.
func commonWords(a, b []string) [][]int {
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			table[i][j] = max(table[i+1][j], table[i][j+1])
			if a[i] == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			}
		}
	}
	return table
}

package page

import (
	"cmp"
	"unicode/utf8"

	"demarche/generator/dossier"
)

// reportedLength is how many characters of a report's wording are shown; of a longer one that is compared, what differs.
const reportedLength = 400

// reports are the other reports of a statement that stand, each with what its wording has that the first has not.
func (p *Plan) reports(s *dossier.Statement) (reports []Report, more int) {
	stand := standing(s.Reports)
	for _, r := range stand[:min(len(stand), threadLength)] {
		label, date := p.sourceLabel(r.Source)
		report := Report{Link: Link{Label: cmp.Or(label, date, r.Digest.Title), Href: p.statementHref(r)}, Published: p.dateOf(r.Published()), Lang: r.Lang, Dir: p.turned(r.Lang)}
		if r.Form != s.Form {
			report.Form = r.Form.String()
		}
		p.addWording(&report, s, r)
		reports = append(reports, report)
	}
	return reports, len(stand) - len(reports)
}

// addWording adds the words of r and how they differ from those of s. Marks around the whole are no words, and none where one
// of both is not marked as the other is.
func (p *Plan) addWording(report *Report, s, r *dossier.Statement) {
	if r.Lang == s.Lang {
		bare := r.Form != s.Form
		c := comparison{old: wordsOf(s.Text, bare), now: wordsOf(r.Text, bare), bare: bare}
		if c.compare() {
			report.Wording, report.Left = c.pieces(utf8.RuneCountInString(r.Text) > reportedLength)
			report.Same = !c.differ()
		} else {
			report.Apart = true
		}
	}
	if report.Same {
		report.Wording = nil
		return
	}
	if report.Wording == nil {
		report.Wording = []Piece{{Text: shorten(r.Text, reportedLength)}}
	}
	if r.Form == dossier.Verbatim {
		report.Open, report.Close = p.marks(r)
	}
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

package intake

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/slug"
)

// ofStatement are the columns of a statement, which a row without words has no place for.
var ofStatement = []string{"speakers", "unnamed", "for", "to", "about", "act", "act2", "form", "original", "originallang", "place", "via",
	"viaurl", "according", "reply", "replytext", "replyurl", "retracts", "same", "id", "withdrawn", "datewithdrawn", "question"}

// quotation adds the statement of a row to its digest. source is the id of its article.
func (t *table) quotation(d *digest, cell map[string]string, date, source, where string) {
	q := quotation{
		original: cell["original"], lang: cell["originallang"],
		speakers: list(cell["speakers"]), unnamed: cell["unnamed"], forWhom: list(cell["for"]), to: list(cell["to"]), about: list(cell["about"]),
		place: cell["place"], via: cell["via"], viaURL: cell["viaurl"], elsewhere: [2]string{cell["replytext"], cell["replyurl"]}, according: clause(cell["according"]), source: source, question: cell["question"],
	}
	if cell["basis"] != "reported" {
		q.date = date
	}
	partly := standing(&q, cell["words"], cell["column of words"], cell["form"], t.isRecord)
	if form := cell["form"]; form != "" && form != q.form.String() {
		d.keepOf("form", q.words, form)
	}
	if q.unnamed != "" {
		q.speakers = nil
	} else if slices.Equal(q.forWhom, q.speakers) {
		q.forWhom = nil // they speak for themselves
	}
	if len(q.speakers) == 0 && (q.unnamed == "" || len(q.forWhom) == 0) {
		t.note(where, "write who spoke behind the dash of its last line", "words without a speaker: %s", opening(q.words))
		d.more = append(d.more, markdown(cell["words"]))
		t.keepAll(d, cell, ofStatement)
		return
	}
	if partly {
		t.note(where, "if the speaker said all of them, put marks around the whole, or write verbatim in a column form",
			"words with quotation marks around a part, which are taken as partly quoted: %s", opening(q.words))
	}
	t.acts(d, cell, &q, where)
	q.topics = topicsOf(d, cell)
	if id := strings.TrimPrefix(cell["id"], cell["digest"]+"/"); pinned.MatchString(id) && len(id) <= 64 {
		q.id = id
	} else if id != "" {
		d.keepOf("id", q.words, cell["id"])
	}
	t.withdrawal(d, cell, &q, where)
	own := &statementRecord{Digest: cell["digest"]}
	q.replyTo, q.retracts = targets(own, list(cell["reply"])), targets(own, list(cell["retracts"]))
	if same := targets(own, list(cell["same"])); len(same) > 0 {
		q.sameAs = same[0]
	}
	d.said = append(d.said, q)
}

// withdrawal withdraws a statement where statements.csv says so; what another table means by that column is for an editor to say.
func (t *table) withdrawal(d *digest, cell map[string]string, q *quotation, where string) {
	if t.isRecord && cell["withdrawn"] != "" && q.id != "" {
		reasons, _ := d.Withdrawn.(map[string]any)
		if reasons == nil {
			reasons = map[string]any{}
			d.Withdrawn = reasons
		}
		reasons[withdrawnKey(q.id)] = reasonOf(cell["withdrawn"], cell["datewithdrawn"])
		return
	}
	if cell["datewithdrawn"] != "" {
		d.keepOf("date withdrawn", q.words, cell["datewithdrawn"])
	}
	if cell["withdrawn"] != "" {
		d.keepOf("withdrawn", q.words, cell["withdrawn"])
		t.note(where, "write it under withdrawn:, by the statement’s id", "words that are withdrawn: %s", opening(q.words))
	}
}

func (t *table) acts(d *digest, cell map[string]string, q *quotation, where string) {
	for _, name := range []string{cell["act"], cell["act2"]} {
		if act := dossier.ActByName(strings.ToLower(name)); act != nil {
			q.acts = append(q.acts, act.Name)
		} else if name != "" {
			t.note(where, cmp.Or(dossier.ActMeant(name, ""), "choose one of the acts at /acts/"), "“%s” is no act", name)
			d.keepOf("act", q.words, name)
		}
	}
}

// topicsOf are the topics of a row, which become its digest's too.
func topicsOf(d *digest, cell map[string]string) []string {
	var topics []string
	for _, name := range list(cell["topics"]) {
		topic := slug.Make(name)
		topics = append(topics, topic)
		if d.once("topic", topic) {
			d.Topics = append(d.Topics, topic)
		}
	}
	return topics
}

// articleOf is the id of a row's article among its digest's sources, "" for the first.
func articleOf(d *digest, cell map[string]string) string {
	row := article{Title: cell["sourcetitle"], Publisher: cell["publisher"], URL: cell["url"], Date: plain(cell["sourcedate"]), Credit: cell["credit"],
		Author: cell["sourceauthor"], Archived: cell["archived"], Accessed: plain(cell["accessed"]), Lang: cell["sourcelang"]}
	if row == (article{}) {
		return ""
	}
	if id, known := d.articles[row]; known {
		return id
	}
	named := row
	if len(d.Sources) > 0 {
		named.ID = "source-" + strconv.Itoa(len(d.Sources)+1)
	}
	if d.articles == nil {
		d.articles = map[article]string{}
	}
	d.Sources, d.articles[row] = append(d.Sources, named), named.ID
	return named.ID
}

// keepAll keeps what a row has in columns that nothing was made of.
func (t *table) keepAll(d *digest, cell map[string]string, columns []string) {
	for _, column := range columns {
		if cell[column] != "" {
			d.keep(t.headings[column], cell[column])
		}
	}
}

// list are the names in a cell, parted by semicolons, or where there is none by bars.
func list(cell string) []string {
	sign := ";"
	if !strings.Contains(cell, sign) {
		sign = "|"
	}
	var all []string
	for name := range strings.SplitSeq(cell, sign) {
		if name = strings.TrimSpace(name); name != "" {
			all = append(all, name)
		}
	}
	return all
}

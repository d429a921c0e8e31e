package intake

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// digest is a digest with its statements. Topics that only its statements have get a file, and so a title.
func (r *record) digest(d *digestRecord, titles map[string]string) *digest {
	made := &digest{
		Title: d.Title, Date: plain(d.Date), Slug: d.Slug, Summary: d.Summary, Lang: d.Lang, Author: d.Author, CodedBy: d.CodedBy, ReviewedBy: d.ReviewedBy,
		LastMod: plain(d.DateModified), Tags: d.Tags, Aliases: d.Aliases, Actors: r.namesOf(d.Actors), Topics: d.Topics,
	}
	for _, key := range sortedKeys(d.Params) {
		made.keep(key, d.Params[key])
	}
	for _, s := range d.Sources {
		made.Sources = append(made.Sources, article{
			ID: s.ID, Title: s.Title, Publisher: s.Publisher, Credit: s.Credit, Author: s.Author, Date: plain(s.Date),
			URL: s.URL, Archived: s.Archived, Accessed: plain(s.Accessed), Lang: s.Lang,
		})
	}
	for _, e := range d.Events {
		made.Events = append(made.Events, deed{
			e.Act, r.namesOf(e.By), r.namesOf(e.To), r.namesOf(e.With), r.namesOf(e.Yes), r.namesOf(e.No), r.namesOf(e.Abstain), plain(e.Date), e.Text,
		})
	}
	for _, c := range d.Corrections {
		made.Corrections = append(made.Corrections, amendment{plain(c.Date), c.Text, strings.TrimPrefix(c.Statement, d.Slug+"/")})
	}
	reasons, days := map[string]any{}, map[string]plain{}
	for _, id := range d.Statements {
		s := r.statements[id]
		if s == nil {
			r.note(d.Slug, "", "statement %s is named in digests.json and is not in statements.json", id)
			continue
		}
		q := r.quotation(s)
		r.chooseSource(made, d, s, &q)
		if s.Withdrawn != "" && d.Withdrawn == "" {
			reasons[withdrawnKey(strings.TrimPrefix(s.ID, s.Digest+"/"))] = reasonOf(s.Withdrawn, s.DateWithdrawn)
		}
		if s.Recorded != "" {
			days[strings.TrimPrefix(s.ID, s.Digest+"/")] = plain(oneLine(s.Recorded))
		}
		for _, topic := range s.Topics {
			if !slices.Contains(d.Topics, topic) {
				titles[topic] = titleOf(topic)
			}
		}
		made.said = append(made.said, q)
	}
	r.recorded(made, d, days)
	switch {
	case d.Withdrawn != "":
		made.Withdrawn = reasonOf(d.Withdrawn, d.DateWithdrawn)
	case len(reasons) > 0:
		made.Withdrawn = reasons
	}
	return made
}

// goneWords is what is written for words that are gone, which are of a form: … is no word, and check says so should the
// withdrawal be deleted.
func goneWords(form string) string {
	if form == "mixed" {
		return "… “…”"
	}
	return "…"
}

// reasonOf is why something was withdrawn, with the date where there is one.
func reasonOf(reason, date string) any {
	if date == "" {
		return reason
	}
	return withdrawal{plain(date), reason}
}

// withdrawnKey is the id of a statement as a key of what is withdrawn: one called date or reason could be read as that
// of the digest.
func withdrawnKey(id string) string {
	if id == "date" || id == "reason" {
		return "^" + id
	}
	return id
}

// recorded keeps when a digest and its statements were first in the archive: a day for all where it is one,
// else a day for each statement. A digest that was there before all of its statements then is of the first of these.
func (r *record) recorded(made *digest, d *digestRecord, days map[string]plain) {
	day := plain(oneLine(d.Recorded))
	same := day != "" && len(days) == len(made.said)
	for _, other := range days {
		same = same && other == day
	}
	switch {
	case same:
		made.Recorded = day
	case len(days) > 0:
		made.Recorded = days
		if first := slices.Min(slices.Collect(maps.Values(days))); day != "" && day != first {
			r.note(d.Slug, "", "it was recorded on %s, before any of its statements; its file says %s", string(day), string(first))
		}
	case day != "":
		r.note(d.Slug, "", "it was recorded on %s, and its statements on no known day; its file says neither", string(day))
	}
}

// chooseSource says which of the digest's sources has the statement, and of which
// language it is: the source's, else the digest's.
func (r *record) chooseSource(made *digest, d *digestRecord, s *statementRecord, q *quotation) {
	if made.Lang == "" {
		made.Lang = s.Lang
	}
	if len(s.Sources) == 0 {
		return
	}
	at := slices.IndexFunc(d.Sources, func(other sourceRecord) bool {
		other.ID = ""
		return other == s.Sources[0]
	})
	if at < 0 {
		r.note(s.ID, "", "its source %q is none of its digest's", s.Sources[0].Title)
		return
	}
	if at > 0 {
		if made.Sources[at].ID == "" {
			made.Sources[at].ID = "source-" + strconv.Itoa(at+1)
		}
		q.source = made.Sources[at].ID
	}
	if d.Lang == "" && s.Lang != made.Lang { // of a site of before, which does not say it
		made.Sources[at].Lang = s.Lang
	}
}

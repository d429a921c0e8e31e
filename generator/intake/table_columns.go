package intake

import (
	"strings"
	"unicode"
)

// Column is a column of a table that is understood.
type Column struct {
	Names []string // as a first row may have it, the usual one first; case, blanks, hyphens, underscores and marks around it do not matter
	key   string
}

// ColumnGroup is columns that are told together.
type ColumnGroup struct {
	Columns []Column
	Means   string // in Markdown, on one line
}

// Columns are all that CSV understands, in the order in which they are told.
func Columns() []ColumnGroup { return columnGroups }

var columnGroups = []ColumnGroup{
	{columns("date=date, when, start date, start, date from, date said, said on, statement date, date of statement, event date, date of event", "end=end date, end, date to"),
		"when it was: 2025-06-19, 2025/6/19, “19 June 2025”, “June 19, 2025”, “June 2025”, 2025-06, 2025 or another date of EDTF; with an end it is an interval"},
	{columns("year=year", "month=month", "day=day", "time=time", "endyear=end year", "endmonth=end month", "endday=end day", "endtime=end time"),
		"the same in parts, as in TimelineJS"},
	{columns("title=title, headline, event, name, event title, event name", "summary=summary", "lang=lang, language"), "of the digest; rows with the same date, title and address are one"},
	{columns("text=text, description, body, event description, what happened"), "prose of the digest, not words of a speaker; plain text, with empty lines between paragraphs, or HTML"},
	{columns("quote=quote, quotation, exact quote, direct quote, quote text, exact words, words quoted, quoted words"), "the words of a speaker, which get quotation marks if they have none. Marks around a part, `He said “no”`, make them partly quoted, which is reported; single ones, `He said ‘no’`, are the speaker’s own"},
	{columns("paraphrase=paraphrase, paraphrased, indirect quote, indirect speech, reported speech"), "what a speaker said, in other words; it gets no quotation marks, and loses those around the whole"},
	{columns("words=words, statement, statement text, text of statement, what they said, what he said, what she said, what was said"), "either: a quotation where it has quotation marks, else a paraphrase"},
	{columns("question=question, asked, question asked"), "what the speaker was asked"},
	{columns("form=form"), "`verbatim`, `mixed` or `paraphrase`, where the column of the words does not tell"},
	{columns("speakers=speaker, speakers, said by, by, who, actor 1, who said it, who said this, who said, who spoke, speaker name, name of speaker, spoken by", "unnamed=unnamed", "for=for, on behalf of"),
		"who spoke; or in words who is not named (“an official”), and for whom"},
	{columns("to=to, addressee, addressees, target, recipient, actor 2, to whom, said to, said to whom, spoken to, addressed to, directed at, directed to, recipients", "about=about, about whom, about who, said about"), "to whom and about whom"},
	{columns("act=act, act 1, speech act", "act2=act 2", "topics=topics, topic"), "of the statement"},
	{columns("place=place, location, where, where said", "via=via", "viaurl=via url", "according=according to"), "where, through what with its address, and who says so"},
	{columns("original=original.text", "originallang=original.lang"), "the words before translation, and their language"},
	{columns("reply=reply to", "retracts=retracts", "same=same as"), "another statement, by its id"},
	{columns("replytext=reply text", "replyurl=reply url"), "something elsewhere that it answers, in words and by its address"},
	{columns("id=id", "withdrawn=withdrawn", "datewithdrawn=date withdrawn", "basis=date basis"), "of the statement, as in `statements.csv`; a withdrawal is imported from that table alone, and reported in any other"},
	{columns("publisher=source, publisher, outlet, newspaper, paper, news outlet, media outlet, source name, published in, published by, sources.publisher", "url=url, link, source url, source link, web address, web link, article url, article link, link to article, sources.url",
		"sourcetitle=sources.title", "sourcedate=sources.date", "credit=sources.credit", "sourceauthor=sources.author",
		"archived=sources.archived", "accessed=sources.accessed", "sourcelang=sources.lang"), "the article"},
	{columns("actors=actors, actor", "tags=tags, tag, group, category"), "of the digest"},
	{columns("codedby=coded by, coder, coders", "reviewedby=reviewed by, reviewer, reviewers", "recorded=recorded"),
		"of the digest: who chose the acts, who reviewed them, and the day it came into the archive, the earliest if rows give several"},
	{columns("digest=digest", "slug=slug"), "rows with the same `digest` are one, which has that name in its address; `slug` only names it"},
	{columns("media=media", "mediacredit=media credit", "mediacaption=media caption"), "address of a picture or a page, its credit and its caption"},
	{columns("type=type", "shown=display date"), "kept for TimelineJS; a row of the type `title` without a date becomes a page"},
}

// columns makes columns of "key=name, another name".
func columns(written ...string) []Column {
	all := make([]Column, 0, len(written))
	for _, w := range written {
		key, names, _ := strings.Cut(w, "=")
		all = append(all, Column{strings.Split(names, ", "), key})
	}
	return all
}

// columnKeys are the keys of columns by their names without case, blanks and joints.
var columnKeys = func() map[string]string {
	keys := map[string]string{}
	for _, g := range columnGroups {
		for _, c := range g.Columns {
			for _, name := range c.Names {
				keys[bareName(name)] = c.key
			}
		}
	}
	return keys
}()

// bareName is the name of a column without case, blanks, joints and what stands around it: "saidby" of "Said by:".
func bareName(name string) string {
	name = strings.TrimFunc(name, func(r rune) bool { return !isLetterOrDigit(r) })
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || r == '_' || r == '-' {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

package page

// CorrectionCells are the fields of corrections.json and the columns of corrections.csv.
var CorrectionCells = []Column{
	{"kind", "string", "correction or withdrawal"},
	{"digest", "string", "slug of the digest"},
	{"statement", "string", "id of the statement that was withdrawn or corrected; empty where it was the whole digest"},
	{"url", "string", "page of that statement, else of the digest, under the site's base path"},
	{"date", "string", "EDTF, as written; empty where not known"},
	{"text", "string", "what was corrected, or why it was withdrawn"},
}

// DyadCells are the columns of dyads.csv.
var DyadCells = []Column{
	{"statement", "string", "id in statements.csv, where dateBasis tells if the days here are those of a report"},
	{"date_from", "string", "first day that its date allows, without regard to marks such as ~; empty where open"},
	{"date_to", "string", "last day that its date allows, without regard to marks such as ~; empty where open"},
	{"source", "string", "slug of the party that it speaks for"},
	{"source_iso3", "string", "ISO 3166-1 alpha-3, where that is a state that has one"},
	{"target", "string", "slug of the party that it is directed to, or about"},
	{"target_iso3", "string", "ISO 3166-1 alpha-3, likewise"},
	{"relation", "string", "to: the words were directed there; about: they speak of it"},
	{"act", "string", "what the statement does, its first act"},
	{"cameo", "string", "first code of CAMEO; read it as text, because 010 is not 10"},
	{"plover", "string", "event type of PLOVER, or empty"},
	{"form", "string", "verbatim, mixed or paraphrase"},
	{"hearsay", "boolean", "true where it is reported on another’s word alone"},
	{"unnamed", "boolean", "true where the speaker has no name"},
	{"act2", "string", "a second act, or empty"},
	{"source_kind", "string", "kind of the party that it speaks for, as actors.csv has it"},
	{"target_kind", "string", "kind of the party that it is directed to, or about, as actors.csv has it"},
}

var topicColumns = []Column{
	{"slug", "string", "by which the other files name it"},
	{"url", "string", "its page, under the site's base path"},
	{"name", "string", "name as shown"},
	oldAddresses,
}

// oldAddresses are those of an actor or a topic that was renamed, or into which another went.
var oldAddresses = Column{"oldAddresses", "list", "its old addresses, which end with its slug of before; JSON leaves it out where there are none"}

var actorColumns = []Column{
	{"slug", "string", "by which the other files name it"},
	{"url", "string", "its page, under the site's base path"},
	{"name", "string", "name as shown"},
	{"kind", "string", "person, state, body, igo, armed-group, party, ngo, media or organization; empty where not known"},
	{"country", "string", "ISO 3166-1 alpha-3, of a state"},
	{"aliases", "list", "other names"},
	{"parent", "string", "slug of the actor that it is a part of"},
	{"posts", "list", "offices held: role, organization, from, to"},
	{"wikidata", "string", "identifier in Wikidata"},
	{"said", "number", "counted statements that it made itself"},
	{"addressed", "number", "counted statements that were directed to it"},
	{"spokenAbout", "number", "counted statements about it"},
	{"named", "number", "digests that name it, also in prose alone or as the source of hearsay"},
	{"familyName", "string", "of a person, where it is written: the name is inverted and parted by it alone"},
	{"givenName", "string", "likewise"},
	{"status", "string", "a remark on its status, such as one that is disputed; JSON leaves it out where there is none"},
	{"relations", "list", "ties to others that its own file names: with, kind, from, to, note; left out where there are none"},
	oldAddresses,
}

// ActorCells are the columns of the same records in a table.
var ActorCells = flat(actorColumns, map[string][]Column{
	"posts": {
		{"posts.role", "list", "offices held, as they are called"},
		{"posts.organization", "list", "slugs of those in which they are held"},
		{"posts.from", "list", "from when, EDTF"},
		{"posts.to", "list", "until when, EDTF"},
	},
	"relations": {
		{"relations.with", "list", "slugs of those with whom its own file names ties"},
		{"relations.kind", "list", "what ties these are"},
		{"relations.from", "list", "from when, EDTF"},
		{"relations.to", "list", "until when, EDTF"},
		{"relations.note", "list", "remarks on them"},
	},
})

var digestColumns = []Column{
	{"slug", "string", "by which the other files name it"},
	{"url", "string", "its page, under the site's base path"},
	{"title", "string", "title"},
	{"date", "string", "EDTF, as written"},
	{"actors", "list", "slugs of actors that it lists or that its statements and events name, withdrawn ones too"},
	{"topics", "list", "slugs of topics"},
	{"sources", "list", "articles that it was made from: title, publisher, url, date, credit, and where known author, archived, accessed, lang, id"},
	{"statements", "list", "ids of its statements"},
	{"events", "list", "deeds that it records: act, by, to, with, yes, no, abstain, date, text"},
	{"withdrawn", "string", "the reason, where the digest was withdrawn"},
	{"params", "object", "keys of its front matter that are the editor's own"},
	{"recorded", "string", "day in UTC on which it was first in this archive; empty where not known"},
	{"dateWithdrawn", "string", "EDTF: when it was withdrawn; JSON leaves it out where that is not known"},
	{"corrections", "list", "what was wrong and is now right: date, text, and statement where one is named; left out where nothing was"},
	{"summary", "string", "what it says in short; JSON leaves it out where that is not written, and where it was withdrawn"},
	{"lang", "string", "BCP 47: its own language, else the site's"},
	{"author", "string", "who wrote it, where that is said"},
	{"tags", "list", "other words by which it is sorted; JSON leaves it out where there are none"},
	{"codedBy", "list", "who chose the acts of its statements, where that is said"},
	{"reviewedBy", "list", "who read these after them, where that is said"},
	{"dateModified", "string", "EDTF: when it was last changed, where that is said"},
	{"aliases", "list", "its old addresses, which begin with a slash, and other names; JSON leaves it out where there are none"},
}

// DigestCells are the columns of the same records in a table.
var DigestCells = flat(digestColumns, map[string][]Column{
	"sources": append([]Column{
		{"sources.title", "list", "titles of the articles that it was made from"},
		{"sources.publisher", "list", "their publishers"},
		{"sources.url", "list", "their addresses"},
		{"sources.date", "list", "their dates, EDTF"},
		{"sources.credit", "list", "whom they credit, such as a news agency"},
	}, append(laterSources, Column{"sources.id", "list", "by which the digest names them"})...),
	"events": {{"events", "JSON", "deeds that it records: act, by, to, with, yes, no, abstain, date, text"}},
	"params": {{"params", "JSON", "keys of its front matter that are the editor's own"}},
	"corrections": {
		{"corrections.date", "list", "when it was corrected, EDTF"},
		{"corrections.text", "list", "what was wrong and is now right"},
		{"corrections.statement", "list", "ids of the statements that were corrected"},
	},
})

var statementColumns = []Column{
	{"id", "string", "digest and statement, joined by a slash; stays while the digest keeps its slug"},
	{"url", "string", "its page, under the site's base path"},
	{"digest", "string", "slug of the digest that reports it"},
	{"date", "string", "EDTF, exactly as written; that of the source, else of the digest, where dateBasis is reported"},
	{"dateFrom", "string", "first day that the date allows, without regard to marks such as ~; empty where open"},
	{"dateTo", "string", "last day that the date allows, without regard to marks such as ~; empty where open"},
	{"dateBasis", "string", "said: the statement's own day is known; reported: only when it was reported"},
	{"speakers", "list", "slugs of those who said it"},
	{"unnamed", "string", "an unnamed speaker as the source describes them"},
	{"for", "list", "slugs of the parties that the speakers speak for; the speaker where it speaks for nobody else"},
	{"to", "list", "slugs of those to whom the words were directed"},
	{"about", "list", "slugs of those of whom they speak"},
	{"act", "string", "what the statement does; the vocabulary is at /acts/"},
	{"act2", "string", "a second act, or empty"},
	{"side", "string", "cooperative, neutral or conflictual, by the first act: a coding, not a verdict"},
	{"plover", "string", "event type of PLOVER, or empty"},
	{"cameo", "string", "first code of CAMEO; read it as text, because 010 is not 10"},
	{"topics", "list", "slugs of topics"},
	{"form", "string", "verbatim, mixed or paraphrase"},
	{"text", "string", "the words as plain text, without the outer quotation marks"},
	{"lang", "string", "BCP 47: language of text"},
	{"original", "object", "text and lang of the wording that text translates"},
	{"replyTo", "list", "ids of statements that it answers"},
	{"retracts", "list", "ids of statements that it takes back"},
	{"sameAs", "list", "ids of statements that it is another report of; it is then in no count here"},
	{"accordingTo", "string", "on whose word it is reported: a slug, else the words written; empty when reported directly"},
	{"place", "string", "where it was said"},
	{"via", "string", "through which medium or channel"},
	{"sources", "list", "where it was reported: title, publisher, url, date, credit, and where known author, archived, accessed, lang"},
	{"checked", "string", "found, missing or unchecked, as paraphrases always are: whether the words, or the original that they translate, were found in the source"},
	{"withdrawn", "string", "the reason, where the statement was withdrawn; its words are empty then"},
	{"published", "string", "EDTF: when its source, else its digest, came out"},
	{"recorded", "string", "day in UTC on which it was first in this archive; empty where not known"},
	{"hash", "string", "of its words and coding, to tell versions apart, as README.md explains; empty where it was withdrawn"},
	{"question", "string", "what the speaker was asked, as plain text; JSON leaves it out where nothing was"},
	{"dateWithdrawn", "string", "EDTF: when it was withdrawn; JSON leaves it out where that is not known"},
	{"viaUrl", "string", "address of that medium or channel, from the root of the site where it is a path; JSON leaves it out where there is none"},
	{"replyText", "string", "what elsewhere it answers, in words; JSON leaves it out where there is nothing"},
	{"replyUrl", "string", "address of that, likewise"},
}

// StatementCells are the columns of the same records in a table. What sources got later stands at the end: a column keeps its place.
var StatementCells = append(flat(statementColumns, map[string][]Column{
	"original": {
		{"original.text", "string", "the wording that text translates"},
		{"original.lang", "string", "BCP 47: its language"},
	},
	"sources": {
		{"sources.title", "list", "titles of the articles that reported it"},
		{"sources.publisher", "list", "their publishers"},
		{"sources.url", "list", "their addresses"},
		{"sources.date", "list", "their dates, EDTF"},
		{"sources.credit", "list", "whom they credit, such as a news agency"},
	},
}), laterSources...)

// laterSources are the columns that sources got later.
var laterSources = []Column{
	{"sources.author", "list", "who wrote the articles"},
	{"sources.archived", "list", "addresses of archived copies"},
	{"sources.accessed", "list", "when the articles were read, EDTF"},
	{"sources.lang", "list", "BCP 47: their languages, where these are not the digest's"},
}

// flat are the columns of a table for those of a record: cells has those that an object, or a list of them, becomes.
func flat(columns []Column, cells map[string][]Column) []Column {
	var all []Column
	for _, c := range columns {
		if split, ok := cells[c.Name]; ok {
			all = append(all, split...)
			continue
		}
		all = append(all, c)
	}
	return all
}

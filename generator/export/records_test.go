package export_test

import (
	"encoding/json"
	"encoding/xml"
)

// What follows are the records as Go has them. Their fields and the order of these are what is promised.

type statementRecord struct {
	ID          string           `json:"id"`
	URL         string           `json:"url"`
	Digest      string           `json:"digest"`
	Date        string           `json:"date"`
	DateFrom    string           `json:"dateFrom"`
	DateTo      string           `json:"dateTo"`
	DateBasis   string           `json:"dateBasis"`
	Speakers    []string         `json:"speakers"`
	Unnamed     string           `json:"unnamed"`
	For         []string         `json:"for"`
	To          []string         `json:"to"`
	About       []string         `json:"about"`
	Act         string           `json:"act"`
	Act2        string           `json:"act2"`
	Side        string           `json:"side"`
	PLOVER      string           `json:"plover"`
	CAMEO       string           `json:"cameo"`
	Topics      []string         `json:"topics"`
	Form        string           `json:"form"`
	Text        string           `json:"text"`
	Lang        string           `json:"lang"`
	Original    originalRecord   `json:"original"`
	ReplyTo     []string         `json:"replyTo"`
	Retracts    []string         `json:"retracts"`
	SameAs      []string         `json:"sameAs"`
	AccordingTo string           `json:"accordingTo"`
	Place       string           `json:"place"`
	Via         string           `json:"via"`
	Sources     []citationRecord `json:"sources"`
	Checked     string           `json:"checked"`
	Withdrawn   string           `json:"withdrawn"`
	Published   string           `json:"published"`
	Recorded    string           `json:"recorded"`
	Hash        string           `json:"hash"`

	// Those that few have.
	Question      string `json:"question,omitempty"`
	DateWithdrawn string `json:"dateWithdrawn,omitempty"`
	ViaURL        string `json:"viaUrl,omitempty"`
	ReplyText     string `json:"replyText,omitempty"`
	ReplyURL      string `json:"replyUrl,omitempty"`
}

type originalRecord struct {
	Text string `json:"text"`
	Lang string `json:"lang"`
}

type citationRecord struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
	Date      string `json:"date"`
	Credit    string `json:"credit"`

	// What few have.
	Author   string `json:"author,omitempty"`
	Archived string `json:"archived,omitempty"`
	Accessed string `json:"accessed,omitempty"`
	Lang     string `json:"lang,omitempty"`
	ID       string `json:"id,omitempty"` // of a digest's alone
}

type actorRecord struct {
	Slug        string       `json:"slug"`
	URL         string       `json:"url"`
	Name        string       `json:"name"`
	Kind        string       `json:"kind"`
	Country     string       `json:"country"`
	Aliases     []string     `json:"aliases"`
	Parent      string       `json:"parent"`
	Posts       []postRecord `json:"posts"`
	Wikidata    string       `json:"wikidata"`
	Said        int          `json:"said"`
	Addressed   int          `json:"addressed"`
	SpokenAbout int          `json:"spokenAbout"`
	Named       int          `json:"named"`
	FamilyName  string       `json:"familyName"`
	GivenName   string       `json:"givenName"`

	// What few have.
	Status    string           `json:"status,omitempty"`
	Relations []relationRecord `json:"relations,omitempty"`

	OldAddresses []string `json:"oldAddresses,omitempty"`
}

type relationRecord struct {
	With string `json:"with"`
	Kind string `json:"kind"`
	From string `json:"from"`
	To   string `json:"to"`
	Note string `json:"note"`
}

type topicRecord struct {
	Slug string `json:"slug"`
	URL  string `json:"url"`
	Name string `json:"name"`

	OldAddresses []string `json:"oldAddresses,omitempty"`
}

type postRecord struct {
	Role         string `json:"role"`
	Organization string `json:"organization"`
	From         string `json:"from"`
	To           string `json:"to"`
}

type digestRecord struct {
	Slug       string           `json:"slug"`
	URL        string           `json:"url"`
	Title      string           `json:"title"`
	Date       string           `json:"date"`
	Actors     []string         `json:"actors"`
	Topics     []string         `json:"topics"`
	Sources    []citationRecord `json:"sources"`
	Statements []string         `json:"statements"`
	Events     []eventRecord    `json:"events"`
	Withdrawn  string           `json:"withdrawn"`
	Params     json.RawMessage  `json:"params"`
	Recorded   string           `json:"recorded"`

	// Those that few have.
	DateWithdrawn string            `json:"dateWithdrawn,omitempty"`
	Corrections   []amendmentRecord `json:"corrections,omitempty"`

	Summary      string   `json:"summary,omitempty"`
	Lang         string   `json:"lang"` // all have it
	Author       string   `json:"author,omitempty"`
	Tags         []string `json:"tags,omitempty"`
	CodedBy      []string `json:"codedBy,omitempty"`
	ReviewedBy   []string `json:"reviewedBy,omitempty"`
	DateModified string   `json:"dateModified,omitempty"`
	Aliases      []string `json:"aliases,omitempty"`
}

type amendmentRecord struct {
	Date      string `json:"date"`
	Text      string `json:"text"`
	Statement string `json:"statement,omitempty"`
}

type correctionRecord struct {
	Kind      string `json:"kind"`
	Digest    string `json:"digest"`
	Statement string `json:"statement"`
	URL       string `json:"url"`
	Date      string `json:"date"`
	Text      string `json:"text"`
}

type eventRecord struct {
	Act     string   `json:"act"`
	By      []string `json:"by"`
	To      []string `json:"to"`
	With    []string `json:"with"`
	Yes     []string `json:"yes"`
	No      []string `json:"no"`
	Abstain []string `json:"abstain"`
	Date    string   `json:"date"`
	Text    string   `json:"text"`
}

type timelineRecord struct {
	Title struct {
		Text slideTextRecord `json:"text"`
	} `json:"title"`
	Events []slideRecord `json:"events"`
}

type slideRecord struct {
	ID    string           `json:"unique_id"`
	Start *slideDateRecord `json:"start_date"`
	End   *slideDateRecord `json:"end_date,omitempty"`
	Shown string           `json:"display_date,omitempty"`
	EDTF  string           `json:"edtf,omitempty"`
	Group string           `json:"group,omitempty"`
	Text  slideTextRecord  `json:"text"`
}

type slideTextRecord struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

type slideDateRecord struct {
	Year  int `json:"year"`
	Month int `json:"month,omitempty"`
	Day   int `json:"day,omitempty"`

	Hour   *int `json:"hour,omitempty"`
	Minute *int `json:"minute,omitempty"`
	Second *int `json:"second,omitempty"`
}

type gexfRecord struct {
	XMLName xml.Name `xml:"http://www.gexf.net/1.2draft gexf"`
	Version string   `xml:"version,attr"`
	Meta    struct {
		Creator     string `xml:"creator"`
		Description string `xml:"description"`
	} `xml:"meta"`
	Graph struct {
		Mode       string `xml:"mode,attr"`
		EdgeType   string `xml:"defaultedgetype,attr"`
		TimeFormat string `xml:"timeformat,attr"`
		Attributes []struct {
			Class string `xml:"class,attr"`
			Mode  string `xml:"mode,attr"`
			List  []struct {
				ID    string `xml:"id,attr"`
				Title string `xml:"title,attr"`
				Type  string `xml:"type,attr"`
			} `xml:"attribute"`
		} `xml:"attributes"`
		Nodes []struct {
			ID     string            `xml:"id,attr"`
			Label  string            `xml:"label,attr"`
			Values []gexfValueRecord `xml:"attvalues>attvalue"`
		} `xml:"nodes>node"`
		Edges []struct {
			ID     string            `xml:"id,attr"`
			Source string            `xml:"source,attr"`
			Target string            `xml:"target,attr"`
			Weight int               `xml:"weight,attr"`
			Values []gexfValueRecord `xml:"attvalues>attvalue"`
			Spells []struct {
				Start string `xml:"start,attr,omitempty"`
				End   string `xml:"end,attr,omitempty"`
			} `xml:"spells>spell"`
		} `xml:"edges>edge"`
	} `xml:"graph"`
}

type gexfValueRecord struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}

package intake

import "encoding/json"

// The fields below are those of the data, which /data/ explains.

type statementRecord struct {
	ID, Digest, Date, DateBasis, Unnamed, Act, Act2, Form, Text, Lang string
	Speakers, For, To, About, Topics, ReplyTo, Retracts, SameAs       []string
	AccordingTo, Place, Via, Question                                 string
	Withdrawn, DateWithdrawn, Recorded, ViaURL, ReplyText, ReplyURL   string
	Original                                                          struct{ Text, Lang string }
	Sources                                                           []sourceRecord
}

type sourceRecord struct {
	ID, Title, Publisher, URL, Date, Credit string
	Author, Archived, Accessed, Lang        string
}

type actorRecord struct {
	Slug, Name, Kind, Country, Parent, Wikidata string
	FamilyName, GivenName, Status               string
	Aliases, OldAddresses                       []string
	Posts                                       []struct{ Role, Organization, From, To string }
	Relations                                   []struct{ With, Kind, From, To, Note string }
}

type topicRecord struct {
	Slug, Name   string
	OldAddresses []string
}

type digestRecord struct {
	Slug, Title, Date, Withdrawn, DateWithdrawn, Recorded string
	Summary, Lang, Author, DateModified                   string
	Tags, CodedBy, ReviewedBy, Aliases                    []string
	Actors, Topics, Statements                            []string
	Sources                                               []sourceRecord
	Corrections                                           []struct{ Date, Text, Statement string }
	Events                                                []struct {
		Act              string
		By, To, With     []string
		Yes, No, Abstain []string
		Date, Text       string
	}
	Params params
}

// params are keys of an editor's own.
type params map[string]any

// UnmarshalJSON reads them where they are no larger than front matter may be.
func (p *params) UnmarshalJSON(text []byte) error {
	if len(text) > largestPiece {
		return &pieceError{"“params” of a digest: ", text, errLargePiece}
	}
	return json.Unmarshal(text, (*map[string]any)(p))
}

package dossier

// Side says whether an act is cooperative, conflictual or neither. The sides
// are Demarche's own.
type Side uint8

const (
	Neutral Side = iota
	Cooperative
	Conflictual
)

// String is "neutral", "cooperative" or "conflictual".
func (s Side) String() string { return [...]string{"neutral", "cooperative", "conflictual"}[s] }

// Act is what a statement does: a word of the vocabulary, with the test by
// which an editor chooses it and its place in two published code books.
type Act struct {
	Name   string   // "warn"
	Test   string   // the test in words, to follow "the speaker …": no capital, no full stop
	PLOVER string   // event type of PLOVER, "" where it has none
	CAMEO  []string // codes of CAMEO, the first is the one in the data
	Side   Side
}

// Acts is the vocabulary of statements in the order of the legend. Source of the codes:
// CAMEO codebook 1.1b3 (Schrodt 2012) and the PLOVER manual (Open Event Data
// Alliance), whose conversion of CAMEO's codes, CAMEO2PLOVER-2021, has 052 as SUPPORT; expressions of regret
// are CONCEDE by the manual, where that conversion still has 055 as SUPPORT.
var Acts = []Act{
	{"conclude", "signs an agreement, or recognises a party or a situation", "SUPPORT", []string{"057", "054"}, Cooperative},
	{"concede", "yields to what another asked for", "CONCEDE", []string{"035", "081", "082", "083"}, Cooperative},
	{"praise", "endorses or backs another", "SUPPORT", []string{"051", "053"}, Cooperative},
	{"apologise", "expresses regret for its own conduct", "CONCEDE", []string{"055"}, Cooperative},
	{"offer", "promises its own future cooperation", "AGREE", []string{"03"}, Cooperative},
	{"meet", "reports talks it took part in", "CONSULT", []string{"04"}, Cooperative},
	{"appeal", "urges others to do something", "REQUEST", []string{"02"}, Neutral},
	{"state", "does nothing that another test names, or says “we may” without a condition", "", []string{"010", "013", "014", "018", "019"}, Neutral},
	{"decline", "will not say", "", []string{"011"}, Neutral},
	{"justify", "defends its own conduct", "SUPPORT", []string{"052"}, Neutral},
	{"acknowledge", "says that conduct is its own, without remorse", "", []string{"015"}, Neutral},
	{"deny", "says that conduct is not its own, or that an accusation is untrue", "", []string{"016"}, Conflictual},
	{"demand", "insists on something and names no penalty", "REQUEST", []string{"10"}, Conflictual},
	{"warn", "speaks of harm to come, or against an act, and names no harm of its own doing", "", []string{"012"}, Conflictual},
	{"condemn", "judges conduct negatively", "ACCUSE", []string{"111"}, Conflictual},
	{"accuse", "alleges a specific wrong", "ACCUSE", []string{"112"}, Conflictual},
	{"protest", "makes a formal protest, a démarche", "ACCUSE", []string{"114"}, Conflictual},
	{"reject", "refuses a proposal or a request", "REJECT", []string{"12"}, Conflictual},
	{"threaten", "announces harm that it would do itself, as in an ultimatum", "THREATEN", []string{"13", "139"}, Conflictual}, // 139 is an ultimatum
}

// Deeds are the acts of events, which are not words: PLOVER's event types, and
// "vote".
var Deeds = []Act{
	{"agree", "agrees to cooperate", "AGREE", nil, Cooperative},
	{"consult", "meets or negotiates", "CONSULT", nil, Cooperative},
	{"cooperate", "acts together with another", "COOPERATE", nil, Cooperative},
	{"aid", "gives aid", "AID", nil, Cooperative},
	{"retreat", "withdraws, releases or yields", "RETREAT", nil, Cooperative},
	{"demonstrate", "takes to the streets", "PROTEST", nil, Conflictual},
	{"sanction", "reduces relations or imposes a penalty", "SANCTION", nil, Conflictual},
	{"mobilize", "moves or readies forces", "MOBILIZE", nil, Conflictual},
	{"coerce", "uses force short of an attack", "COERCE", nil, Conflictual},
	{"assault", "attacks", "ASSAULT", nil, Conflictual},
	{"vote", "votes", "", nil, Neutral},
}

var actByName, deedByName = index(Acts), index(Deeds)

func index(acts []Act) map[string]*Act {
	byName := make(map[string]*Act, len(acts))
	for i := range acts {
		byName[acts[i].Name] = &acts[i]
	}
	return byName
}

// ActByName returns the act of a statement with that name, or nil.
func ActByName(name string) *Act { return actByName[name] }

// DeedByName returns the act of an event with that name, or nil.
func DeedByName(name string) *Act { return deedByName[name] }

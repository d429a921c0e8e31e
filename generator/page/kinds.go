package page

// kind is a kind of page.
type kind uint8

const (
	frontPage kind = iota
	yearPage
	monthPage
	dayPage
	digestsPage
	publishedPage
	recordedPage
	digestPage
	statementPage
	threadPage
	actorsPage
	actorPage
	conversationsPage
	dyadPage
	networkPage
	topicsPage
	topicPage
	actsPage
	actPage
	textPage
	correctionsPage
	coveragePage
	dataPage
	searchPage
	notFoundPage
	redirectPage
)

// RedirectTemplate makes the pages of old addresses.
const RedirectTemplate = "redirect.html"

// kinds are what the pages of each kind have in common.
var kinds = [...]struct {
	template string  // the file that makes their main part
	route    string  // of a page of which there is one, or one with its numbered pages; "" of other kinds
	linked   string  // their type for programs, where they are not about one thing alone
	name     message // what leads to the first page of a section says; "" of other kinds
}{
	frontPage:         {"front.html", "/", "CollectionPage", ""}, // for programs, its older pages
	yearPage:          {"period.html", "", "CollectionPage", ""},
	monthPage:         {"period.html", "", "CollectionPage", ""},
	dayPage:           {"period.html", "", "CollectionPage", ""},
	digestsPage:       {"digests.html", "/digests/", "CollectionPage", message("Digests")},
	publishedPage:     {"digests.html", "/digests/published/", "CollectionPage", ""},
	recordedPage:      {"digests.html", "/digests/recorded/", "CollectionPage", ""},
	digestPage:        {"digest.html", "", "WebPage", ""},
	statementPage:     {"statement.html", "", "WebPage", ""}, // for programs, a tombstone
	threadPage:        {"thread.html", "", "CollectionPage", ""},
	actorsPage:        {"actors.html", "/actors/", "CollectionPage", message("Actors")},
	actorPage:         {"actor.html", "", "ProfilePage", ""},
	conversationsPage: {"conversations.html", "/conversations/", "CollectionPage", message("Conversations")},
	dyadPage:          {"dyad.html", "", "CollectionPage", ""},
	networkPage:       {"network.html", "/network/", "CollectionPage", ""},
	topicsPage:        {"topics.html", "/topics/", "CollectionPage", message("Topics")},
	topicPage:         {"topic.html", "", "CollectionPage", ""},
	actsPage:          {"acts.html", "/acts/", "CollectionPage", message("Acts")},
	actPage:           {"act.html", "", "CollectionPage", ""},
	textPage:          {"text.html", "", "WebPage", ""},
	correctionsPage:   {"corrections.html", "/corrections/", "CollectionPage", message("Corrections")},
	coveragePage:      {"coverage.html", "/coverage/", "CollectionPage", message("Coverage")},
	dataPage:          {"data.html", "/data/", "WebPage", message("Data")},
	searchPage:        {"search.html", "/search/", "SearchResultsPage", message("Search")},
	notFoundPage:      {"404.html", "/404.html", "WebPage", ""},
	redirectPage:      {RedirectTemplate, "", "", ""},
}

// linkTo leads to the first page of a section.
func (p *Plan) linkTo(k kind) Link {
	return Link{Label: p.locale.Text(kinds[k].name), Href: p.href(kinds[k].route)}
}

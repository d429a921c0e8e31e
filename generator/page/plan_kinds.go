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

// templates are the files that make the main part of each kind, in order.
var templates = [...]string{
	frontPage:         "front.html",
	yearPage:          "period.html",
	monthPage:         "period.html",
	dayPage:           "period.html",
	digestsPage:       "digests.html",
	publishedPage:     "digests.html",
	recordedPage:      "digests.html",
	digestPage:        "digest.html",
	statementPage:     "statement.html",
	threadPage:        "thread.html",
	actorsPage:        "actors.html",
	actorPage:         "actor.html",
	conversationsPage: "conversations.html",
	dyadPage:          "dyad.html",
	networkPage:       "network.html",
	topicsPage:        "topics.html",
	topicPage:         "topic.html",
	actsPage:          "acts.html",
	actPage:           "act.html",
	textPage:          "text.html",
	correctionsPage:   "corrections.html",
	coveragePage:      "coverage.html",
	dataPage:          "data.html",
	searchPage:        "search.html",
	notFoundPage:      "404.html",
	redirectPage:      RedirectTemplate,
}

package collate_test

import (
	"net/url"
	"strings"
	"testing"

	"demarche/generator/collate"
)

func TestFragmentsNameTheEndsOfAQuotation(t *testing.T) {
	for quotation, want := range map[string]string{
		"You have ten days.":                            "You have ten days",
		"Reeds, mud & water: 100% ours, ten-day or not": "Reeds, mud & water: 100% ours, ten-day or not",
		"[W]e shall not leave a single reed.":           "We shall not leave a single reed",
		"We shall […] not leave a single reed":          "not leave a single reed",
		"We shall not leave … a single reed of it.":     "We shall not leave|a single reed of it",
		"He said ‘ten days’ and left the marsh":         "and left the marsh",
		"We have warn[ed] them of the marsh":            "them of the marsh",
		"It wasn’t ours":                                "It wasn’t ours",
		"":                                              "",
		"us and arms not with to in us it not to nobody asked asked do": "us and arms not with to in us it not to nobody asked asked do",
		strings.Repeat("沼", 90): strings.Repeat("沼", 90),
		"…":                     "",
		"We have waited for long and the marsh is ours, and it will be ours for as long as there are reeds.": "We have waited for long and the|for as long as there are reeds",
		"我们不会离开沼泽。还有十天，和平就会到来，因为芦苇在风中，我们在水中，谁也不能把我们从这里带走，无论他们说什么，无论他们做什么，我们都在这里。":                            "我们不会离开沼泽。还有十天，和平就会到来，因为芦苇在风中|无论他们说什么，无论他们做什么，我们都在这里",
	} {
		got := string(collate.AppendFragment(nil, quotation))
		var ends []string
		if got != "" {
			for _, end := range strings.Split(strings.TrimPrefix(got, ":~:text="), ",") {
				plain, err := url.PathUnescape(end)
				if err != nil || strings.ContainsAny(end, "&-#\"' <>") {
					t.Errorf("%q: %q is not escaped", quotation, end)
				}
				ends = append(ends, plain)
			}
		}
		if strings.Join(ends, "|") != want {
			t.Errorf("%q:\n\t%q, want\n\t%q", quotation, strings.Join(ends, "|"), want)
		}
	}
}

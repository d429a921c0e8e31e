package page_test

import (
	"testing"
	"time"

	"demarche/generator/locale"
	"demarche/generator/page"
)

// TestAPageOfALongConversationTakesNoLongerThanOneOfAShort: it looks at what stands on it, and not at all statements once more.
func TestAPageOfALongConversationTakesNoLongerThanOneOfAShort(t *testing.T) {
	took := func(statements int) time.Duration {
		plan := page.New(record(t, statements, 4, datings["day by day"]), locale.English())
		older, found := plan.Lookup("/conversations/freedonia--sylvania/p/1/")
		if !found {
			t.Fatal("it has no numbered page")
		}
		older.View()
		least := time.Hour
		for range 20 {
			began := time.Now()
			older.View()
			least = min(least, time.Since(began))
		}
		return least
	}
	if short, long := took(200), took(40_000); long > 4*short {
		t.Errorf("one of 40,000 statements takes %v, of 200 %v", long, short)
	}
}

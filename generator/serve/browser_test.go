package serve_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// browser starts a browser and returns the context that drives one page of it.
// Without a browser a test is left out, but in CI it fails.
func browser(t *testing.T) context.Context {
	t.Helper()
	var path string
	for _, name := range []string{"chromium", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		const missing = "there is no browser: apt-get install chromium"
		if os.Getenv("CI") != "" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("disable-gpu", true), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	return ctx
}

// look waits until an expression is true in the page, which may be reloading, for as long as limit.
func look(ctx context.Context, t *testing.T, what, expression string) {
	t.Helper()
	deadline := time.Now().Add(limit)
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	var err error
	for time.Now().Before(deadline) {
		var is bool
		if is, err = chromedp.Run(ctx, chromedp.Evaluate[bool](expression)); err == nil && is {
			return
		}
		<-tick.C
	}
	page, _ := chromedp.Run(ctx, chromedp.Evaluate[string](`document.body.innerText`))
	t.Fatalf("within %v the page never %s (%v); it shows\n%s", limit, what, err, page)
}

// click clicks on an element of a page that may be reloading: what was found may be gone when it is clicked on.
func click(ctx context.Context, t *testing.T, selector string) {
	t.Helper()
	deadline := time.Now().Add(limit)
	for {
		err := chromedp.Do(ctx, chromedp.Click(chromedp.CSS(selector)))
		if err == nil {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal(err)
		}
	}
}

func shows(words string) string {
	return fmt.Sprintf("document.body.innerText.includes(%q)", words)
}

func TestBrowserReloadsByItselfAndShowsProblemsOnTop(t *testing.T) {
	ctx := browser(t)
	s := newSite(t)
	r := start(t, s.dir, nil)
	must(t, chromedp.Do(ctx, chromedp.Navigate(r.address+talksPage)))
	look(ctx, t, "was loaded", shows("At first nothing happened."))
	policy, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.querySelector("meta[http-equiv=Content-Security-Policy]").content`))
	must(t, err)
	if strings.Contains(policy, "unsafe-inline") || !strings.Contains(policy, "default-src 'none'") {
		t.Errorf("the page's policy is %q, which proves nothing", policy)
	}

	s.write(talksFile, fmt.Sprintf(talks, "The words have changed."))
	look(ctx, t, "reloaded", shows("The words have changed."))

	s.write(talksFile, "---\ntitle: Talks open in Zenda\ndate: June 19\n---\n")
	look(ctx, t, "showed the mistake", shows(talksFile+":3:7")+" && "+shows("hint: "))
	look(ctx, t, "kept the last good site below it", shows("The words have changed."))
	look(ctx, t, "showed the mistake on top, in the preview's own style",
		`(() => { const top = document.querySelector("._preview"), box = top.getBoundingClientRect();
			return box.top <= 0 && box.height > 20 && box.width === document.documentElement.clientWidth && getComputedStyle(top).position === "sticky"; })()`)

	s.write(talksFile, fmt.Sprintf(talks, "The mistake is mended."))
	look(ctx, t, "was rid of the mistake", shows("The mistake is mended.")+` && !document.querySelector("._preview")`)

	s.write(talksFile, strings.Replace(fmt.Sprintf(talks, "A slip."), "actors:", "titel: x\nactors:", 1))
	look(ctx, t, "showed the warning", shows(talksFile+":4:1")+" && "+shows("A slip."))
	click(ctx, t, "._preview summary")
	look(ctx, t, "folded the warning away", "!"+shows(talksFile+":4:1")+` && sessionStorage.getItem("_preview") === "folded"`)
	must(t, chromedp.Do(ctx, chromedp.Navigate(r.address+"/")))
	look(ctx, t, "kept it folded on another page", shows("Problems: 1")+" && !"+shows(talksFile+":4:1"))
}

func TestBrowserFindsAPreviewThatWasStartedAgain(t *testing.T) {
	ctx := browser(t)
	s := newSite(t)
	// Not of the ports that a system hands out: between the two previews a
	// connection of somebody else could take it.
	first := start(t, s.dir, at(fmt.Sprintf(":%d", 20000+os.Getpid()%10000)))
	must(t, chromedp.Do(ctx, chromedp.Navigate(first.address+talksPage)))
	look(ctx, t, "was loaded", shows("At first nothing happened."))
	must(t, first.end())
	s.write(talksFile, fmt.Sprintf(talks, "Written while no preview ran."))
	if second := start(t, s.dir, at(first.address)); second.address != first.address {
		t.Fatalf("the second preview is at %s, not at %s", second.address, first.address)
	}
	look(ctx, t, "came back", shows("Written while no preview ran."))
}

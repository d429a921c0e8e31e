// Package serve previews a site on the editor's own machine: it renders the page
// that is asked for, watches the site's folders, and reloads open pages when a
// file is saved. A bad file never ends it: the last good site stays, with the
// problems on top of every page.
//
// It answers to its own host names only, reads no path that a request names, and
// ends well when it is interrupted, for there is no other way to end it.
package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"strconv"
	"sync"
	"syscall"
	"time"

	"demarche/generator/build"
	"demarche/generator/dossier"
)

// Options are what one preview was asked for.
type Options struct {
	Bind     string          // address to listen on
	Port     int             // the next free one is taken if it is not free; 0 is any
	Poll     bool            // look for changes instead of waiting to be told
	Open     bool            // show the front page in a browser
	Noticed  <-chan struct{} // has something when a Load would find more though no file has changed; nil for never
	Say      func(line string)
	Hidden   func([]dossier.Hidden) string // says what is hidden; nil to say nothing of it
	Problems func([]build.Located)         // prints the problems of a site that has just been loaded
}

// Limits on what one connection may take, so that slow and forgotten ones go away.
const (
	headerTime = 5 * time.Second // to send a request
	answerTime = time.Minute     // to take the answer
	idleTime   = time.Minute
	headerSize = 16 << 10 // bytes
)

// Run previews the site of w until ctx is done, and then returns nil. It fails
// when there is no content at all or nowhere to listen.
func Run(ctx context.Context, w *build.Workspace, o Options) error {
	p := newPreview(w, o)
	if err := p.start(ctx); err != nil {
		if ctx.Err() != nil {
			return nil // interrupted before it began
		}
		return err
	}
	listener, err := listen(ctx, o.Bind, o.Port)
	if err != nil {
		return err
	}
	p.greet(listener.Addr().(*net.TCPAddr))
	return p.serve(ctx, listener)
}

// serve answers requests and follows the files until ctx is done, and waits for both.
func (p *preview) serve(ctx context.Context, listener net.Listener) error {
	ctx, cancel := context.WithCancel(ctx)
	var following sync.WaitGroup
	defer following.Wait()
	defer cancel()
	following.Go(func() { p.follow(ctx) })
	server := &http.Server{
		Handler:           newHandler(p, p.options.Bind),
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       headerTime,
		WriteTimeout:      answerTime, // events set their own
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    headerSize,
	}
	// Close, not Shutdown: an open page's events would keep that waiting.
	stop := context.AfterFunc(ctx, func() { server.Close() })
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving: %w", err)
	}
	return nil
}

// greet says where the preview is, and shows it if asked to.
func (p *preview) greet(listening *net.TCPAddr) {
	o := p.options
	if o.Port != 0 && listening.Port != o.Port {
		o.Say(fmt.Sprintf("port %d is taken, so this is the next free one", o.Port))
	}
	address := "http://" + browsable(listening) + p.now().basePath()
	o.Say("preview at " + address + " (Ctrl-C ends it)")
	if !o.Open {
		return
	}
	if err := openBrowser(address); err != nil {
		o.Say("no browser was opened: " + err.Error())
	}
}

// portsTried is how many ports from the asked one on are tried.
const portsTried = 100

// windowsInUse is what Windows says of a port that is taken; no other system has an error of this number.
const windowsInUse = syscall.Errno(10048)

// listen takes the port, or the next free one.
func listen(ctx context.Context, bind string, port int) (net.Listener, error) {
	var config net.ListenConfig
	for try := range portsTried {
		listener, err := config.Listen(ctx, "tcp", net.JoinHostPort(bind, strconv.Itoa(port+try)))
		if err == nil {
			return listener, nil
		}
		taken := errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, windowsInUse)
		switch {
		case errors.Is(err, syscall.EACCES):
			return nil, fmt.Errorf("listening: %w; choose a port from 1024 on with --port", err)
		case !taken:
			return nil, fmt.Errorf("listening: %w; --bind takes an address of this machine without brackets and port, such as 127.0.0.1, or 0.0.0.0 for all it has", err)
		case port+try == 65535:
			return nil, fmt.Errorf("listening: %w", err)
		}
	}
	return nil, fmt.Errorf("ports %d to %d are all taken; choose another with --port", port, port+portsTried-1)
}

// browsable is the listening address as a browser on this machine is given it. Not every address of this machine alone
// is localhost everywhere.
func browsable(a *net.TCPAddr) string {
	if a.IP.IsUnspecified() || a.IP.Equal(net.IPv4(127, 0, 0, 1)) {
		return net.JoinHostPort("localhost", strconv.Itoa(a.Port))
	}
	return a.String()
}

func openBrowser(address string) error {
	command := []string{"xdg-open"}
	switch runtime.GOOS {
	case "darwin":
		command = []string{"open"}
	case "windows":
		command = []string{"rundll32", "url.dll,FileProtocolHandler"}
	}
	browser := exec.Command(command[0], append(command[1:], address)...)
	if err := browser.Start(); err != nil {
		return err
	}
	go browser.Wait() // its end is of no interest, but has to be taken note of
	return nil
}

// Package cli is the commands: their flags, what they print, and how they end.
// It reads the clock for all that is published, and the environment for what it is asked; beside it history reads which
// variables Git is to have, and what waits or counts how long it took (serve, reach, disk) has a clock of its own.
//
// What was asked for goes to standard output, what is wrong and how far the work
// is to standard error. A command ends with 0 when all is well, with 1 for
// problems in content or in what was to be done, with 2 for a mistake in how it
// was called, and with 130 when it was interrupted. A preview that is
// interrupted ends with 0: that is how it ends.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"demarche/generator/card"
	"demarche/generator/disk"
)

// Codes with which a command ends.
const (
	exitWell        = 0
	exitProblems    = 1
	exitUsage       = 2
	exitInterrupted = 130
)

// Process is what a command has of the process it runs in.
type Process struct {
	Args           []string // without the program's own name
	Name           string   // what a user types to run it again: "demarche"
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Env            func(string) string
	Now            time.Time
	Clock          func() time.Time // what Now is later; nil for ever the same
	Terminal       bool             // Stderr is a terminal that takes progress
}

// FromProcess is the process as it was started.
func FromProcess() Process {
	name := "demarche"
	if strings.Contains(os.Args[0], "go-build") { // the folder in which go run compiles
		name = "go run ./generator"
	}
	return Process{
		Args:     os.Args[1:],
		Name:     name,
		Stdin:    os.Stdin,
		Stdout:   os.Stdout,
		Stderr:   os.Stderr,
		Env:      os.Getenv,
		Now:      time.Now(),
		Clock:    time.Now,
		Terminal: takesProgress(os.Stderr, os.Getenv),
	}
}

// again is what a user types to run it again for the same site.
func (p Process) again(c *commands) string {
	here, err := os.Getwd()
	if err != nil {
		return p.Name
	}
	byItself := here
	if set := p.Env("DEMARCHE_SOURCE"); set != "" {
		if byItself, err = filepath.Abs(set); err != nil {
			return p.Name
		}
	}
	if c.Source == byItself {
		return p.Name
	}
	folder := c.Source
	if near, err := filepath.Rel(here, folder); err == nil && filepath.IsLocal(near) {
		folder = near
	}
	return p.Name + " -s " + shellWord(folder)
}

// commands is the grammar of the command line.
type commands struct {
	Source   string           `short:"s" default:"." type:"existingdir" placeholder:"DIR" help:"Folder that holds content/, the present one by default."`
	Version  kong.VersionFlag `env:"-" help:"Print the version and end."`
	Licences licencesFlag     `env:"-" help:"Print the licence of the fonts that come along and end."`

	Build  buildCommand  `cmd:"" help:"Write the site to public/."`
	Serve  serveCommand  `cmd:"" help:"Preview the site on this machine; pages reload when a file is saved. Ctrl-C ends it."`
	Check  checkCommand  `cmd:"" help:"Report every mistake in content, drafts included, and compare quotations with their sources."`
	New    newCommand    `cmd:"" help:"Begin a digest or an actor."`
	Import importCommand `cmd:"" help:"Make digests of other people's timelines, tables and records."`
	List   listCommand   `cmd:"" help:"Show what is there, what is hidden and why."`
}

// licencesFlag prints the licence of what the program holds of others and has to hand on with it.
type licencesFlag bool

// BeforeReset is where kong stops for a flag that ends the program.
func (licencesFlag) BeforeReset(app *kong.Kong) error {
	fmt.Fprintln(app.Stdout, "Social cards are drawn with the DejaVu fonts, which this program holds. Their licence:\n\n"+card.License)
	app.Exit(0)
	return nil
}

// errProblems says that what is wrong was printed already.
var errProblems = errors.New("problems in content")

// usageError is a mistake in how the command was called.
type usageError struct{ error }

// Unwrap is the mistake itself.
func (e usageError) Unwrap() error { return e.error }

// ended is what kong's own exits (--help, --version) are turned into.
type ended struct{ code int }

// Main runs one command and returns the code to end with.
func Main(p Process) (code int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once
	defer func() {
		switch r := recover().(type) {
		case nil:
		case ended:
			code = r.code
		default:
			panic(r)
		}
	}()
	out := &reporter{to: p.Stdout}
	p.Stdout = out
	var c commands
	parser := newParser(ctx, p, &c)
	if len(p.Args) == 0 {
		p.Args, parser.Stdout = []string{"--help"}, p.Stderr
		parser.Exit = func(int) { panic(ended{exitUsage}) }
	}
	called, err := parser.Parse(p.Args)
	if err == nil {
		if err = called.Run(p, &c); err == nil {
			err = out.failed()
		}
	} else {
		err = usageError{err}
	}
	return p.end(ctx, err)
}

func newParser(ctx context.Context, p Process, c *commands) *kong.Kong {
	return kong.Must(c,
		kong.Name("demarche"),
		kong.Description("A folder of digests becomes a timeline of who said what to whom, when, and according to which source."),
		kong.Vars{"version": version()},
		kong.Writers(p.Stdout, p.Stderr),
		kong.Exit(func(code int) { panic(ended{code}) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true, WrapUpperBound: 100}),
		kong.DefaultEnvars("DEMARCHE"),
		kong.BindTo(ctx, (*context.Context)(nil)),
	)
}

// reporter is where a command reports. It keeps the first failure, which is the command's: whoever reads what it
// printed has not all of it.
type reporter struct {
	to      io.Writer
	mutex   sync.Mutex // a preview reports while it works
	failure error
}

func (r *reporter) Write(text []byte) (int, error) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	n, err := r.to.Write(text)
	if err != nil && r.failure == nil {
		r.failure = fmt.Errorf("printing what there is to report: %w", err)
	}
	return n, err
}

func (r *reporter) failed() error {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	return r.failure
}

// end prints what went wrong and chooses the code.
func (p Process) end(ctx context.Context, err error) int {
	var usage usageError
	var refusal *disk.Refusal
	var missing *fs.PathError
	switch {
	case err == nil:
		return exitWell
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.As(err, &usage) && errors.As(err, &missing) && errors.Is(missing, fs.ErrNotExist):
		p.complain(strings.Replace(err.Error(), missing.Error(), "there is no folder "+missing.Path, 1), "make that folder first, or name another")
		return exitUsage
	case errors.As(err, &usage):
		p.complain(err.Error(), p.Name+" --help lists commands and flags")
		return exitUsage
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		var stopped *stoppedError
		if !errors.As(err, &stopped) {
			stopped = &stoppedError{says: "what was published before stays"}
		}
		fmt.Fprintln(p.Stderr, "demarche: interrupted; "+stopped.says)
		return exitInterrupted
	case errors.As(err, &refusal):
		p.complain(refusal.Text, refusal.Hint)
	default:
		p.complain(err.Error(), "")
	}
	return exitProblems
}

// stoppedError is what somebody interrupted, where that was more than the making of a site.
type stoppedError struct {
	error
	says string // what became of it
}

func (e *stoppedError) Unwrap() error { return e.error }

// interrupted says what became of what an interruption ended; another error stays as it is.
func interrupted(err error, says string) error {
	if errors.Is(err, context.Canceled) {
		return &stoppedError{err, says}
	}
	return err
}

func (p Process) complain(text, hint string) {
	fmt.Fprintf(p.Stderr, "demarche: %s\n", printable(text))
	if hint != "" {
		fmt.Fprintf(p.Stderr, "hint: %s\n", printable(hint))
	}
}

// version is the module's version as the Go command recorded it, else "dev".
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "dev"
}

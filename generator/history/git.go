package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

var errNoRepository = errors.New("no repository")

// settings are those by which Git could be made to run a program, or to tell the same history
// in another way; they go before those of the repository and of its user.
var settings = []string{
	"core.fsmonitor=false", "core.hooksPath=" + os.DevNull, "core.pager=cat", "core.quotePath=false", "core.attributesFile=" + os.DevNull,
	"safe.bareRepository=explicit", // or a folder of a stranger's files could be a repository with settings of its own
	"protocol.allow=never", "help.autocorrect=0", "advice.graftFileDeprecated=false", "log.showSignature=false", "log.showRoot=true", "log.follow=false", "diff.renameLimit=1000",
}

// logOf asks for every commit up to the head that touched the folder, parents first, with the lines that it
// added and took out. Of a merge it tells what neither side had. It is asked in the repository's inner folder: beside the files Git would
// read each ".gitattributes", and a stranger's of a hundred thousand lines takes a minute.
func (r *repository) logOf(folder string) []string {
	return []string{
		"--git-dir=.", "log", "--topo-order", "--reverse", "--format=commit %ct", "--encoding=UTF-8", "--no-notes", "--no-show-signature", "--no-mailmap",
		"--patch", "--cc", "--unified=0", "--inter-hunk-context=0", "--find-renames=75%", "--diff-algorithm=myers", "--indent-heuristic",
		"--no-color", "--text", "--no-ext-diff", "--no-textconv", "--submodule=short", "--full-index", "--src-prefix=a/", "--dst-prefix=b/", "--relative=" + r.prefix, "-O" + os.DevNull,
		r.head, "--", r.prefix + folder,
	}
}

const (
	// noProtocol is allowed for fetching what is missing: a name that neither an alias of a repository nor a program can have.
	noProtocol = "/"

	// mostAtOnce is how much memory Git may ask for at once. A file of nothing but short lines takes six times that, and
	// no host lets in one that is as long as this; there a Git without a limit would take as much as there is.
	mostAtOnce = "128m"
)

// kept are the variables that Git needs to find itself, its user's settings and room for what it does.
var kept = []string{"PATH", "HOME", "XDG_CONFIG_HOME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH", "SYSTEMROOT", "PATHEXT", "TMPDIR", "TEMP", "TMP"}

// environment is what Git is told beside its arguments: nothing that leads it to another repository, to
// a replaced commit, to a program or to the network.
func environment() []string {
	env := []string{
		"LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_REPLACE_OBJECTS=1", "GIT_GRAFT_FILE=" + os.DevNull,
		"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=" + noProtocol, "GIT_ATTR_NOSYSTEM=1", "GIT_PAGER=cat", "GIT_ALLOC_LIMIT=" + mostAtOnce,
	}
	for _, name := range kept {
		if value, set := os.LookupEnv(name); set {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// run runs Git in dir and gives read what it prints.
func run(ctx context.Context, dir string, arguments []string, read func(io.Reader) error) error {
	all := []string{"--no-pager", "--literal-pathspecs"}
	for _, s := range settings {
		all = append(all, "-c", s)
	}
	command := exec.CommandContext(ctx, "git", append(all, arguments...)...)
	command.Dir, command.Env, command.WaitDelay = dir, environment(), time.Second
	var complaint complaint
	command.Stderr = &complaint
	out, err := command.StdoutPipe()
	if err != nil {
		return err
	}
	if err := command.Start(); err != nil {
		return err
	}
	wrong := read(out)
	if wrong != nil {
		command.Process.Kill()
	}
	err = command.Wait()
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case wrong != nil:
		return wrong
	case err != nil && strings.Contains(complaint.text(), "not a git repository (or "): // else it is one that is not where its .git says
		return errNoRepository
	case err != nil && complaint.text() != "":
		return fmt.Errorf("%w: %s", err, complaint.text())
	}
	return err
}

// ask is all that Git prints.
func ask(ctx context.Context, dir string, arguments ...string) (string, error) {
	var answer bytes.Buffer
	err := run(ctx, dir, arguments, func(r io.Reader) error {
		_, err := answer.ReadFrom(r)
		return err
	})
	return answer.String(), err
}

// complaint keeps the beginning of what Git says is wrong. It is written to alone: a buffer that is read into would keep all.
type complaint struct{ beginning []byte }

const complaintSize = 1 << 10

func (c *complaint) Write(text []byte) (int, error) {
	c.beginning = append(c.beginning, text[:min(len(text), complaintSize-len(c.beginning))]...)
	return len(text), nil
}

// text is its first line.
func (c *complaint) text() string {
	first, _, _ := strings.Cut(strings.TrimSpace(string(c.beginning)), "\n")
	return first
}

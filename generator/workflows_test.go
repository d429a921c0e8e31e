package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// workflow is what of a workflow decides what it may do.
type workflow struct {
	On          any               `yaml:"on"`
	Permissions map[string]string `yaml:"permissions"`
	Jobs        map[string]struct {
		Permissions map[string]string `yaml:"permissions"`
		Timeout     int               `yaml:"timeout-minutes"`
		Steps       []struct {
			Uses string            `yaml:"uses"`
			Run  string            `yaml:"run"`
			If   string            `yaml:"if"`
			With map[string]string `yaml:"with"`
		} `yaml:"steps"`
	} `yaml:"jobs"`
}

// workflows are all workflows by file, and their texts.
func workflows(t *testing.T) (read map[string]workflow, texts map[string]string) {
	t.Helper()
	files, err := filepath.Glob("../.github/workflows/*.yml")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d workflows, %v", len(files), err)
	}
	read, texts = map[string]workflow{}, map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var w workflow
		if err := yaml.Unmarshal(text, &w); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		read[filepath.Base(file)], texts[filepath.Base(file)] = w, string(text)
	}
	return read, texts
}

var pinned = regexp.MustCompile(`^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)

func TestEveryActionIsPinnedAndItsVersionSaid(t *testing.T) {
	_, texts := workflows(t)
	pins := map[string]string{} // by action: one is pinned to one commit everywhere
	for file, text := range texts {
		for line := range strings.Lines(text) {
			_, uses, found := strings.Cut(strings.TrimSpace(line), "uses: ")
			if !found {
				continue
			}
			if !pinned.MatchString(uses) {
				t.Errorf("%s: %s is not pinned to a commit with its version behind it", file, uses)
			}
			action, _, _ := strings.Cut(uses, "@")
			if pin, known := pins[action]; known && pin != uses {
				t.Errorf("%s: %s, elsewhere %s", file, uses, pin)
			}
			pins[action] = uses
		}
	}
}

func TestWorkflowsHaveNoMorePermissionsThanTheyNeed(t *testing.T) {
	needed := map[string]string{
		"publish.yml deploy":         "id-token pages",
		"publish-sharded.yml deploy": "id-token pages",
		"release.yml release":        "contents",
	}
	read, texts := workflows(t)
	for file, w := range read {
		if w.Permissions == nil || len(w.Permissions) > 0 {
			t.Errorf("%s: all jobs have %v", file, w.Permissions)
		}
		if strings.Contains(texts[file], "secrets.") || strings.Contains(texts[file], "pull_request_target") {
			t.Errorf("%s: a secret, or more rights for a pull request's code", file)
		}
		for name, job := range w.Jobs {
			var writes []string
			for _, scope := range []string{"actions", "contents", "id-token", "pages", "pull-requests"} {
				if job.Permissions[scope] == "write" {
					writes = append(writes, scope)
				}
			}
			if got := strings.Join(writes, " "); got != needed[file+" "+name] {
				t.Errorf("%s: job %s may write %q", file, name, got)
			}
			if job.Permissions == nil || job.Timeout == 0 {
				t.Errorf("%s: job %s has no permissions or no time limit of its own", file, name)
			}
			for _, step := range job.Steps {
				if strings.Contains(step.Run, "${{") {
					t.Errorf("%s: job %s puts what it is given into a script: %s", file, name, step.Run)
				}
				if strings.HasPrefix(step.Uses, "actions/checkout@") && step.With["persist-credentials"] != "false" {
					t.Errorf("%s: job %s keeps its token in the checkout", file, name)
				}
			}
		}
	}
}

// TestSitesArePublishedWithAllTheirHistory holds for every job that builds or checks a site: a clone of the newest
// commit alone cannot tell when statements were recorded.
func TestSitesArePublishedWithAllTheirHistory(t *testing.T) {
	read, _ := workflows(t)
	for file, w := range read {
		for name, job := range w.Jobs {
			depth, makes := "", false
			for _, step := range job.Steps {
				if strings.HasPrefix(step.Uses, "actions/checkout@") {
					depth = step.With["fetch-depth"]
				}
				makes = makes || strings.Contains(step.Run, "./generator build") || strings.Contains(step.Run, "./generator check")
			}
			if strings.HasPrefix(file, "publish") && makes && depth != "0" {
				t.Errorf("%s: job %s makes a site of a clone of depth %q", file, name, depth)
			}
		}
	}
}

// TestMistakesThatStopPublishingStandBesideTheirLines holds for a push as for a pull request: who edits on GitHub looks at the run, not into its log.
func TestMistakesThatStopPublishingStandBesideTheirLines(t *testing.T) {
	read, _ := workflows(t)
	for name, job := range read["publish.yml"].Jobs {
		builds, points := false, false
		for _, step := range job.Steps {
			builds = builds || strings.Contains(step.Run, "./generator build")
			points = points || strings.Contains(step.Run, "./generator check --format github") && (!builds || strings.HasPrefix(step.If, "failure()"))
		}
		if builds && !points {
			t.Errorf("job %s builds, and its mistakes stand in its log alone", name)
		}
	}
}

// TestWhoMayDeployRunsNoCode holds also where a pull request starts the workflow.
func TestWhoMayDeployRunsNoCode(t *testing.T) {
	read, _ := workflows(t)
	for file, w := range read {
		for name, job := range w.Jobs {
			if job.Permissions["id-token"] != "write" {
				continue
			}
			for _, step := range job.Steps {
				if step.Run != "" || strings.HasPrefix(step.Uses, "actions/checkout@") {
					t.Errorf("%s: job %s runs code", file, name)
				}
			}
		}
	}
}

// TestPartsOfASiteArePublishedAsOne runs the parts that the workflow runs, for one
// address and one present; package build holds that they are the site together.
func TestPartsOfASiteArePublishedAsOne(t *testing.T) {
	_, texts := workflows(t)
	text := texts["publish-sharded.yml"]
	if text == "" {
		t.Skip("this site is not published in parts")
	}
	for _, needed := range []string{
		"on:\n  workflow_dispatch:\n\n",
		"SHARD: ${{ matrix.part }}/${{ strategy.job-total }}",
		"BASE_URL: ${{ needs.plan.outputs.base_url }}",
		"SOURCE_DATE_EPOCH: ${{ needs.plan.outputs.now }}",
		"name: part-${{ matrix.part }}",
		"pattern: part-*",
		"merge-multiple: true",
	} {
		if !strings.Contains(text, needed) {
			t.Errorf("the workflow has no %q", needed)
		}
	}
}

// TestNoCodeInContentRuns holds what tests and checks the program to its own folders: a pull request of content alone may
// bring a test in Go along, which would run on main, and could leave something in the cache that publishes.
func TestNoCodeInContentRuns(t *testing.T) {
	_, texts := workflows(t)
	for _, file := range []string{".ci/run", ".ci/release", "README.md"} {
		text, err := os.ReadFile(filepath.Join("..", file))
		if err != nil {
			t.Fatal(err)
		}
		texts[file] = string(text)
	}
	for file, text := range texts {
		if strings.Contains(text, " ./...") {
			t.Errorf("%s has a command for all folders, content/ too", file)
		}
	}
}

package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"demarche/generator/build"
	"demarche/generator/disk"
	"demarche/generator/dossier"
	"demarche/generator/intake"
)

type importArticle struct {
	File     string `arg:"" help:"The article, in plain text or HTML, or - for standard input."`
	Date     string `placeholder:"DATE" help:"The day of its publication, where the article does not say it."`
	Language string `default:"en" help:"Language of the article; ${default} by default. Rules for others go into content/_templates/article.yaml."`
}

// Run makes a draft of an article, whose people are looked up among the site's.
func (i importArticle) Run(ctx context.Context, p Process, c *commands) error {
	if i.Date != "" {
		if _, err := time.Parse(time.DateOnly, i.Date); err != nil {
			return usageError{fmt.Errorf("--date: %q is no day; write 2025-06-19", i.Date)}
		}
	}
	text, err := disk.ReadInput(i.File, p.Stdin)
	if err != nil {
		return err
	}
	rules, err := articleRules(c.Source)
	if err != nil {
		return err
	}
	now, err := p.present("")
	if err != nil {
		return err
	}
	actors, language, err := known(ctx, build.Options{Source: c.Source, Now: now, Drafts: true, Future: true, Expired: true})
	if err != nil {
		return err
	}
	draft, err := intake.Article(text, intake.ArticleOptions{Date: i.Date, Language: i.Language, SiteLanguage: language, Actors: actors, Rules: rules})
	if wrong, ok := errors.AsType[*intake.RulesError](err); ok {
		return &disk.Refusal{Text: place(disk.ArticleRules, wrong.Line, wrong.Column) + ": " + wrong.Text, Hint: wrong.Hint}
	}
	if err != nil {
		return fmt.Errorf("%s: %w", i.File, err)
	}
	if err := p.takeIn(ctx, c, draft); err != nil {
		return err
	}
	fmt.Fprintf(p.Stderr, "next: %s check compares its words with the text; %s serve -D shows it while it is a draft\n", p.again(c), p.again(c))
	return nil
}

// articleRules are a site's own rules for reading articles.
func articleRules(folder string) ([]byte, error) {
	site, err := disk.Open(folder)
	if err != nil {
		return nil, err
	}
	defer site.Close()
	return site.ArticleRules()
}

// known are the actors of a site and its language; of one that is still to begin no actor, and the language that it will have.
func known(ctx context.Context, o build.Options) ([]*dossier.Actor, string, error) {
	w, found, err := load(ctx, o)
	if _, ok := errors.AsType[*disk.NoContentError](err); ok {
		return nil, "en", nil
	}
	if err != nil {
		return nil, "", err
	}
	defer w.Close()
	return found.Archive.Actors, found.Archive.Site.Language, nil
}

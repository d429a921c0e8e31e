package intake

import (
	"cmp"
	"errors"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"demarche/generator/dossier"
	"demarche/generator/near"
)

// RulesError is a mistake in a site's own rules for articles.
type RulesError struct {
	Line, Column int    // counted from 1
	Text         string // what is so, as problems are worded
	Hint         string // what to write instead
}

// Error is what is so.
func (e *RulesError) Error() string { return e.Text }

// checkRules finds the first mistake in rules: YAML that is none, a key that means nothing, another kind of value than its
// key has, an act or a regular expression that is none.
func checkRules(text []byte) error {
	var document yaml.Node
	if err := yaml.Unmarshal(text, &document); err != nil {
		wrong := &RulesError{1, 1, err.Error(), "write it in the form of Demarche’s own article.yaml"}
		if at, ok := errors.AsType[*yaml.LoadError](err); ok {
			wrong.Line, wrong.Column, wrong.Text = max(1, at.Mark.Line), max(1, at.Mark.Column), "this is no YAML: "+at.Message
		}
		return wrong
	}
	for _, root := range document.Content {
		if root.Kind != yaml.MappingNode {
			return wrongAt(root, "write rules below their language, such as en:", "these rules are of no language")
		}
		for i := 1; i < len(root.Content); i += 2 {
			if root.Content[i].Tag == "!!null" {
				continue
			}
			if err := checkLanguage(root.Content[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// ruleNames are the keys that rules of a language may have.
var ruleNames = func() []string {
	var names []string
	for _, field := range reflect.VisibleFields(reflect.TypeFor[articleWords]()) {
		if field.IsExported() {
			names = append(names, strings.ToLower(field.Name))
		}
	}
	return names
}()

func checkLanguage(rules *yaml.Node) error {
	if rules.Kind != yaml.MappingNode {
		return wrongAt(rules, "write each rule below its language, such as verbs:", "these are no rules")
	}
	for i := 0; i < len(rules.Content); i += 2 {
		key, value := rules.Content[i], meant(rules.Content[i+1])
		if !slices.Contains(ruleNames, key.Value) {
			hint := "the rules are " + strings.Join(ruleNames, ", ")
			if meant := near.Word(key.Value, ruleNames); meant != "" {
				hint = "did you mean " + meant + "?"
			}
			return wrongAt(key, hint, "“"+oneLine(key.Value)+"” is no rule")
		}
		field, _ := reflect.TypeFor[articleWords]().FieldByName(strings.ToUpper(key.Value[:1]) + key.Value[1:])
		if value.Decode(reflect.New(field.Type).Interface()) != nil {
			return wrongAt(value, "write "+formOf[field.Type.String()], "“"+key.Value+"” has another form")
		}
		for n, part := range value.Content {
			part = meant(part)
			switch key.Value {
			case "verbs", "cues", "opening":
				if n%2 == 0 && dossier.ActByName(part.Value) == nil {
					return wrongAt(part, cmp.Or(dossier.ActMeant(part.Value, ""), "choose one of the acts at /acts/"), "“"+oneLine(part.Value)+"” is no act")
				}
			case "boilerplate":
				if _, err := regexp.Compile("^(?:" + part.Value + ")$"); err != nil {
					return wrongAt(part, "write a \\ before a sign that is meant as itself", err.Error())
				}
			}
		}
		if _, err := regexp.Compile(value.Value); key.Value == "caption" && err != nil {
			return wrongAt(value, "write a \\ before a sign that is meant as itself", err.Error())
		}
	}
	return nil
}

// meant is a node, or the one that it stands for.
func meant(n *yaml.Node) *yaml.Node {
	if n.Alias != nil {
		return n.Alias
	}
	return n
}

// formOf says how a rule is written.
var formOf = map[string]string{
	"int": "a number", "string": "a text", "intake.wordList": "a list of words: [said, told]", "intake.phrases": "a list of words: [said, told]",
	"map[string]string": "words by their keys: {he: m}", "intake.meanings": "lists of words by their keys: {warn: [warned]}",
	"intake.cues": "lists of words by their keys: {warn: [warned]}",
}

func wrongAt(n *yaml.Node, hint, text string) error {
	return &RulesError{n.Line, n.Column, text, hint}
}

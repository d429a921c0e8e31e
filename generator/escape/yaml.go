package escape

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// YAML is a text as a value of front matter, in one line.
func YAML(text string) string {
	return inYAML(text)
}

// YAMLList is some texts as a list of front matter in brackets, in one line.
func YAMLList(texts ...string) string {
	var list yaml.Node
	if err := list.Encode(texts); err != nil {
		panic(err) // of texts there is none
	}
	list.Style = yaml.FlowStyle
	return inYAML(&list)
}

func inYAML(value any) string {
	written, err := yaml.Marshal(value)
	if err != nil {
		panic(err) // of texts there is none
	}
	return strings.TrimSuffix(string(written), "\n")
}

package parse

import (
	"bytes"
	"errors"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// yamlStream reads the front matter of one file after the other as documents of one stream: a loader takes as much
// memory as all else that reading one of them takes.
type yamlStream struct {
	loader    *yaml.Loader // nil until it is needed
	depth     int          // that it allows
	documents int          // that it has read
	lines     int          // of these, and of what ended them
	rest      []byte       // of the document, not read yet
	end       string       // what ends it, likewise
}

const (
	// yamlEnd ends a document, more than once because the library looks that many tokens ahead.
	yamlEnd      = "...\n...\n...\n...\n...\n"
	yamlEndLines = 5

	mostDocuments = 500 // of one stream, which keeps every comment
)

// errEnded is what the library is told where it asks for more than the document and its end.
var errEnded = errors.New("the document has ended")

func (s *yamlStream) Read(p []byte) (n int, err error) {
	if n = copy(p, s.rest); n > 0 {
		s.rest = s.rest[n:]
		return n, nil
	}
	if n = copy(p, s.end); n > 0 {
		s.end = s.end[n:]
		return n, nil
	}
	return 0, errEnded
}

// load returns the map that text, of so many lines, is, with the number of lines of the stream before it. ok is
// false where text is no map, or has to be read by itself to say what is wrong with it.
func (s *yamlStream) load(text []byte, lines, depth int) (root *yaml.Node, before int, ok bool) {
	if s.loader == nil || s.depth != depth || s.documents == mostDocuments {
		if !s.begin(depth) {
			return nil, 0, false
		}
	}
	before = s.lines
	s.documents++
	s.lines += lines + yamlEndLines
	s.rest, s.end = text, yamlEnd
	var document yaml.Node
	if err := s.loader.Load(&document); err != nil || len(s.rest)+len(s.end) > 0 || document.Content[0].Kind != yaml.MappingNode {
		*s = yamlStream{}
		return nil, 0, false
	}
	return document.Content[0], before, true
}

// begin begins a new stream.
func (s *yamlStream) begin(depth int) bool {
	*s = yamlStream{depth: depth}
	loader, err := yaml.NewLoader(s, yamlLimits(depth))
	s.loader = loader
	return err == nil
}

// yamlLimits is the option that allows that many levels.
func yamlLimits(depth int) yaml.Option {
	return yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(depth)))
}

// streamable says whether a text, of so many lines for YAML, can be one document of many: that all are lines for others
// too, none would begin or end a document, and there is no tab or mark of byte order, for which the first one has rules.
func streamable(text []byte, lines int) bool {
	if bytes.Count(text, []byte{'\n'}) != lines || !bytes.HasSuffix(text, []byte{'\n'}) ||
		bytes.IndexByte(text, '\r') >= 0 || bytes.IndexByte(text, '\t') >= 0 || bytes.Contains(text, bom) {
		return false
	}
	for line := range bytes.Lines(text) {
		if line[0] == '%' || hasPrefix(line, "---") || hasPrefix(line, "...") {
			return false
		}
	}
	return true
}

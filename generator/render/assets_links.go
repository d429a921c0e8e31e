package render

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

	"demarche/generator/source"
)

// linker leads what a style sheet asks for to where it is published, and finds what is wrong with it.
type linker struct {
	byName map[string]asset
	public map[string]string // by name, of all that are no style sheets
	doubts []*Error
	done   map[string]bool // style sheets whose doubts are noted
}

// doubt notes what is wrong with an asset of the site's own, once. The offset is in its text.
func (l *linker) doubt(name string, offset int, text, hint string) {
	if !l.byName[name].own || l.done[name] {
		return
	}
	l.doubts = append(l.doubts, mistakeAt(path.Join(Folder, "assets", name), l.byName[name].text, offset, text, hint))
}

// linked is the text of a style sheet as it stands in another, or itself, which is published in a folder of the assets.
func (l *linker) linked(name, folder string) []byte {
	text := l.byName[name].text
	defer func() { l.done[name] = true }()
	var out []byte
	var open []int // offsets of braces that are not closed
	lexer := css.NewLexer(parse.NewInputBytes(bytes.Clone(text)))
	offset := 0
	for {
		kind, token := lexer.Next()
		if kind == css.ErrorToken {
			break
		}
		switch kind {
		case css.LeftBraceToken:
			open = append(open, offset)
		case css.RightBraceToken:
			open = open[:max(0, len(open)-1)]
		}
		if kind == css.URLToken {
			out = l.appendURL(out, token, name, folder, offset)
		} else {
			out = append(out, token...)
		}
		offset += len(token)
	}
	if len(open) > 0 {
		l.doubt(name, open[len(open)-1], "what this brace opens is never closed", `write its "}"; the style sheet may have been cut off`)
	}
	return append(out, text[offset:]...)
}

// appendURL appends a token such as url("logo.svg") with the address that the asset has in a folder of the assets.
func (l *linker) appendURL(out, token []byte, name, folder string, offset int) []byte {
	written := strings.TrimSpace(string(token[len("url("):]))
	written = strings.Trim(strings.TrimSpace(strings.TrimSuffix(written, ")")), `"'`)
	address, suffix := written, ""
	if at := strings.IndexAny(written, "?#"); at >= 0 {
		address, suffix = written[:at], written[at:]
	}
	relative, err := url.PathUnescape(address)
	if address == "" || err != nil || strings.ContainsAny(address, `:\`) || address[0] == '/' {
		return append(out, token...)
	}
	target := path.Join(path.Dir(name), relative)
	public, known := l.public[target]
	if !known {
		hint := fmt.Sprintf("put the file there, as %s, or write the address of one in static/: url(\"/%s\") ", path.Join(Folder, "assets", target), path.Base(target))
		text := fmt.Sprintf("there is no file %q for this url()", target)
		if _, isSheet := l.byName[target]; isSheet {
			text, hint = "a style sheet is not published under its own name", fmt.Sprintf("write @import %q; in a line of its own", relative)
		}
		l.doubt(name, offset, text, strings.TrimSpace(hint))
		return append(out, token...)
	}
	there := url.URL{Path: pathFrom(folder, strings.TrimPrefix(public, "assets/"))}
	return append(append(append(append(out, `url("`...), there.EscapedPath()...), suffix...), `")`...)
}

// pathFrom leads from a folder to a file, both below one folder.
func pathFrom(folder, file string) string {
	if folder == "." {
		return file
	}
	up := strings.Repeat("../", strings.Count(folder, "/")+1)
	if rest, inside := strings.CutPrefix(file, folder+"/"); inside {
		return rest
	}
	return up + file
}

// check notes what a minifier cannot read, and bytes that are no UTF-8.
func (l *linker) check(name string) {
	text := l.byName[name].text
	extension := path.Ext(name)
	if !l.byName[name].own || extension != ".css" && extension != ".js" {
		return
	}
	if at := source.InvalidUTF8(text); at >= 0 {
		l.doubt(name, at, "the file is not UTF-8 here", "save it as UTF-8")
		return
	}
	_, err := minified(name, text)
	unread, ok := errors.AsType[*parse.Error](err)
	if !ok {
		return
	}
	lines := bytes.SplitAfter(text, []byte("\n"))
	offset := len(bytes.Join(lines[:min(max(0, unread.Line-1), len(lines))], nil))
	l.doubt(name, offset, "it cannot be read here, and is published as it is: "+unread.Message, "mend what stands here, or shortly before")
}

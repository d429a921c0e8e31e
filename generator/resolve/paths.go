package resolve

import "strings"

// ofFile says whether a link names a file by its whole path, as parse writes
// those of Markdown: "content/digests/talks.md".
func ofFile(target string) bool {
	return strings.HasPrefix(target, "content/") && strings.HasSuffix(target, ".md")
}

// baseName is the last part of a link that was written as a path, as some
// editors' completion does: "actors/France.md" is "France", but "AC/DC" is a
// name.
func baseName(target string) string {
	root, _, _ := strings.Cut(target, "/")
	name, isFile := strings.CutSuffix(target, ".md")
	switch root {
	case "content", "digests", "actors", "topics", "pages", ".", "..":
	default:
		if !isFile {
			return target
		}
	}
	return name[strings.LastIndexByte(name, '/')+1:]
}

// folderOf is the folder of content that a link written as a path names first, or "": a link of "pages/zenda" leads to no actor.
func folderOf(target string) string {
	folder, name, _ := strings.Cut(strings.TrimPrefix(target, "content/"), "/")
	switch folder {
	case "digests", "actors", "topics", "pages":
		if name != "" {
			return folder
		}
	}
	return ""
}

// wholePath is the path of the file that such a link names if it is whole.
func wholePath(target string) string {
	return "content/" + strings.TrimSuffix(strings.TrimPrefix(target, "content/"), ".md") + ".md"
}

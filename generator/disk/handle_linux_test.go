package disk

import "testing"

// TestSystemThatCannotResolvePathsPublishesToo opens each folder by itself, as on
// Linux before 5.6.
func TestSystemThatCannotResolvePathsPublishesToo(t *testing.T) {
	could := canResolve
	t.Cleanup(func() { canResolve = could })
	canResolve = func() bool { return false }
	for name, test := range map[string]func(*testing.T){
		"equal": TestEqualFilesKeepTheirInode,
		"kinds": TestFileBecomesFolderAndFolderFile,
		"links": TestNoLinkLeadsAWriterOutOfTheTwin,
	} {
		t.Run(name, test)
	}
}

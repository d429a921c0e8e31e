package source

// LongestName is the longest name of a file or a folder, in bytes, that the usual file systems take.
const LongestName = 255

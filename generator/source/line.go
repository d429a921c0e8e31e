package source

import "bytes"

// Quoted says whether a line is one of a quotation: whether it begins with ">".
func Quoted(line []byte) bool { return bytes.HasPrefix(bytes.TrimLeft(line, " "), []byte(">")) }

// LineSum is the sum of a line of a quotation, by which it is known again: of the line without the ">"
// and white space around it. It is FNV-1a, and no proof against one who looks for two lines of one sum.
func LineSum(line []byte) uint64 {
	sum := uint64(14695981039346656037)
	for _, b := range bytes.TrimRight(bytes.TrimLeft(line, "> \t"), " \t\r\n") {
		sum = (sum ^ uint64(b)) * 1099511628211
	}
	return sum
}

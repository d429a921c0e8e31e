// Package picture lays out facts as pictures: where each bar and each arrow stands
// and how long it is, in numbers that a template writes as SVG. Of words and links it
// knows what it is given, of pages nothing; the same facts give the same picture.
package picture

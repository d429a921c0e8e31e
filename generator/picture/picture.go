// Package picture lays out facts as pictures: where each bar stands and how tall
// it is, in numbers that a template writes as SVG. It knows neither words nor
// links nor pages, and the same facts give the same picture.
package picture

// Package search makes the index that a reader's browser searches: texts go in,
// small files come out, and a search fetches only the few of them that it needs.
// It never looks at what the texts are about.
//
// A document has texts, which are searched, tags, which are matched whole, and a
// record, which is shown when the document is found. Documents are numbered from 0
// in the order in which they were added, which is the order of time; behind them
// come those that are shown apart.
//
// # Files
//
// index.json is the root, and the only file with a fixed name. Every other file is
// named after its own content, so that a browser never puts parts of two indexes
// together and what has not changed keeps its address. The root is an object:
//
//	docs      how many documents there are
//	apart     how many of them, the last ones, are shown apart: they are no results, but lead to what is called so
//	records   names of the directories of records, in order; each covers 1024 documents
//	days      name of a JSON array [["2025-06-19", 7], …]: the first document of each day, in order
//	tags      a table: what each tag occurs in
//	words     a table: what each word occurs in
//	prefixes  a table: what any word with a prefix occurs in, where two parts of the table of words begin with it
//	pairs     a table: what two words occur in next to each other
//
// A directory of records is a JSON array of the names of 64 files; each of those is
// a JSON array of the records of 16 documents.
//
// A table is an array [[first, name], …]: the first key of each of its parts, in the
// order of their bytes, and the name of its file. A part is a row of entries:
//
//	shared   uvarint, how many bytes of the key are those of the entry before
//	rest     uvarint, how many bytes follow of the key, and these bytes
//	count    uvarint, how many documents
//	form     uvarint, twice how many bytes follow, and 1 more where they are a bitmap
//	         a list: uvarints, the first number, then how many are left out before each other
//	         a bitmap: a bit for each document from 0, from the lowest bit of each byte
//
// Keys are UTF-8; those of pairs are five bytes of a hash, in the root as ten hexadecimal digits.
package search

package intake

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// derived are fields of the data that are made of others, or that a site counts anew, in lower case.
var derived = []string{"url", "datefrom", "dateto", "side", "plover", "cameo", "checked", "published", "hash", "said", "addressed", "spokenabout", "named"}

// tellUnknown tells of fields in a list of records that none of ours has: another program's, or of a later Demarche. like is a record.
func (s *shelf) tellUnknown(list string, text []byte, like any) {
	known := slices.Clone(derived)
	for field := range reflect.TypeOf(like).Fields() {
		known = append(known, strings.ToLower(field.Name))
	}
	var records []map[string]json.RawMessage
	_ = json.Unmarshal(text, &records) // what is wrong was told
	met := map[string]int{}
	for _, r := range records {
		for key := range r {
			if !slices.Contains(known, strings.ToLower(key)) {
				met[key]++
			}
		}
	}
	for _, key := range sortedKeys(met) {
		s.note(list, "write what it says into the files by hand, if it matters", "“%s” is no field of Demarche’s data and is left out; records that have it: %d", oneLine(key), met[key])
	}
}

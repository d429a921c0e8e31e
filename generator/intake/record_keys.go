package intake

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// derived are fields of the data that are made of others, or that a site counts anew, in lower case.
var derived = []string{"url", "datefrom", "dateto", "side", "plover", "cameo", "checked", "published", "hash", "said", "addressed", "spokenabout", "named"}

// tellUnknown tells of fields in a list of records, and in lists within them, that none of ours has: another program's, or of a later
// Demarche. like is a record.
func (s *shelf) tellUnknown(list string, text []byte, like any) {
	var records []json.RawMessage
	_ = json.Unmarshal(text, &records) // what is wrong was told
	met := map[string]int{}
	for _, r := range records {
		found := map[string]bool{}
		findUnknown(found, "", r, reflect.TypeOf(like))
		for key := range found {
			met[key]++
		}
	}
	for _, key := range sortedKeys(met) {
		s.note(list, "write what it says into the files by hand, if it matters", "“%s” is no field of Demarche’s data and is left out; records that have it: %d", oneLine(key), met[key])
	}
}

// findUnknown finds those of a value, with within before them: “sources.mood”.
func findUnknown(found map[string]bool, within string, value json.RawMessage, like reflect.Type) {
	switch {
	case like.Kind() == reflect.Slice && like.Elem().Kind() == reflect.Struct:
		var all []json.RawMessage
		_ = json.Unmarshal(value, &all)
		for _, one := range all {
			findUnknown(found, within, one, like.Elem())
		}
	case like.Kind() == reflect.Struct:
		var fields map[string]json.RawMessage
		_ = json.Unmarshal(value, &fields)
		for key, field := range fields {
			if known, ok := like.FieldByNameFunc(func(name string) bool { return strings.EqualFold(name, key) }); ok {
				findUnknown(found, within+key+".", field, known.Type)
			} else if within != "" || !slices.Contains(derived, strings.ToLower(key)) {
				found[within+key] = true
			}
		}
	}
}

package resolve

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// saying is what two reports of one statement have in common.
type saying struct {
	words     uint64
	from, to  edtf.Civil // the days on which it may have been said
	by, whom  string     // who spoke and who was addressed, in whatever order
	described string     // a speaker without a name
}

// checkRepeated warns of statements that are recorded a second time without a word, and so counted twice.
func (r *resolution) checkRepeated() {
	again := make(map[uint64]bool, len(r.daySums)) // whether several statements have these words on that day
	for _, sum := range r.daySums {
		_, known := again[sum]
		again[sum] = known
	}
	before := map[saying][]*dossier.Statement{} // the first few, said each by itself
	for i, s := range r.archive.Statements {
		if r.daySums[i] == 0 || !again[r.daySums[i]] {
			continue
		}
		key := sayingOf(s)
		all := before[key]
		i := slices.IndexFunc(all, func(earlier *dossier.Statement) bool {
			return original(earlier) != original(s) && !saidApart(earlier, s)
		})
		if i >= 0 {
			r.tellRepeated(s, all[i])
		} else if len(all) < few {
			before[key] = append(all, s)
		}
	}
}

// mayRepeat says whether a statement can be taken for another: of many words, and said on a day that is known.
func mayRepeat(s *dossier.Statement) bool {
	return s.WordsSum != 0 && s.Withdrawn == "" && s.When.Known() >= edtf.Day
}

// daySum is the same for the same words on the same day, and for others seldom: most statements are looked at no further.
// It is 0 for what cannot be taken for another.
func daySum(s *dossier.Statement) uint64 {
	if !mayRepeat(s) {
		return 0
	}
	from, _ := s.When.Days()
	return s.WordsSum ^ uint64(int64(from.Year)*372+int64(from.Month)*31+int64(from.Day))*0x9e3779b97f4a7c15
}

func sayingOf(s *dossier.Statement) saying {
	made := saying{words: s.WordsSum, by: setOf(s.Speakers), whom: setOf(s.To)}
	if s.Unnamed != "" {
		made.by, made.described = setOf(s.For), strings.ToLower(s.Unnamed)
	}
	made.from, made.to = s.When.Days()
	return made
}

// setOf is the same for the same actors in whatever order, and for no others.
func setOf(actors []*dossier.Actor) string {
	indexes := make([]int, 0, 16) // seldom more: on the stack
	for _, a := range actors {
		indexes = append(indexes, a.Index)
	}
	slices.Sort(indexes)
	var set []byte
	for _, i := range indexes {
		set = binary.AppendUvarint(set, uint64(i))
	}
	return string(set)
}

// saidApart says whether two statements of the same words were surely said each by itself: at another time of the day, at another
// place, or in answer to another question.
func saidApart(a, b *dossier.Statement) bool {
	differ := func(x, y string) bool { return x != "" && y != "" && x != y }
	return differ(a.When.Clock(), b.When.Clock()) || differ(a.Place, b.Place) || differ(a.Question, b.Question)
}

func (r *resolution) tellRepeated(s, earlier *dossier.Statement) {
	name := "#^" + earlier.ID
	if earlier.Digest != s.Digest {
		name = earlier.Digest.Slug + name
	}
	r.report.warn("same-words", s.Attr.In(s.Digest.Path),
		fmt.Sprintf("these words of the same speaker to the same addressees on the same day are recorded already, as %s, and are counted twice", name),
		fmt.Sprintf("if it is another report of them, write after a comma: same as [[%s]]; if they were said twice, write the time of day of each, or its place: at …", name),
		diag.Related{At: earlier.Attr.In(earlier.Digest.Path), Text: "the other statement"})
}

package picture

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// period is the day, month or year under which statements are listed; the zero
// one is the whole time.
type period = edtf.Civil

// periods make a day coarser, step by step.
var periods = []func(edtf.Civil) period{
	func(c edtf.Civil) period { return c },
	func(c edtf.Civil) period { return period{Year: c.Year, Month: c.Month} },
	func(c edtf.Civil) period { return period{Year: c.Year} },
	func(edtf.Civil) period { return period{} },
}

// alike is what statements in one row have in common.
type alike struct {
	period          period
	from, to, about columns
	side            dossier.Side
}

// fold puts statements by the same to the same about the same, of one side, into
// one row: those of a day, or where that leaves too many rows, those of a month,
// of a year, or all. Of what is too much even then it keeps the rows of most statements;
// left is how many statements are in none. folded has room for as many as there are.
func fold(rows, folded []spoken) (_ []spoken, left int) {
	at := map[alike]int{}
	for _, of := range periods {
		clear(at)
		if folded = foldBy(rows, folded[:0], of, at); len(folded) <= MostRows {
			return folded, 0
		}
	}
	order := make([]int, len(folded))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(folded[j].count, folded[i].count) })
	for _, i := range order[MostRows:] {
		left += folded[i].count
	}
	kept := order[:MostRows]
	slices.Sort(kept)
	for at, i := range kept {
		folded[at] = folded[i]
	}
	return folded[:MostRows], left
}

func foldBy(rows, folded []spoken, of func(edtf.Civil) period, at map[alike]int) []spoken {
	for _, row := range rows {
		row.period = of(row.When.Listed())
		key := alike{row.period, row.from, row.to, row.about, row.Act.Side}
		i, known := at[key]
		if !known {
			at[key] = len(folded)
			folded = append(folded, row)
			continue
		}
		into := &folded[i]
		into.count++
		into.sameAct = into.sameAct && row.Act == into.Act
		into.hearsay = into.hearsay && row.hearsay
	}
	return folded
}

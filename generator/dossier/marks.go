package dossier

// Marks are the quotation marks around the whole of verbatim words, as they are written. The zero value is none.
type Marks uint8

// marks are those that parse knows, the French ones also with what stands within them.
var marks = [...][2]string{
	{}, {`"`, `"`}, {"“", "”"}, {"‘", "’"}, {"«", "»"}, {"«\u202f", "\u202f»"}, {"„", "“"}, {"„", "”"}, {"「", "」"}, {"”", "”"}, {"״", "״"},
}

// MostMarks is how many there are, none included.
const MostMarks = Marks(len(marks))

// MarksOf are the marks that are written so; those with a space within them if apart, where there are such.
func MarksOf(open, closing string, apart bool) Marks {
	for m, each := range marks {
		if each == [2]string{open, closing} {
			if next := m + 1; apart && next < len(marks) && marks[next][0] == open+"\u202f" {
				return Marks(next)
			}
			return Marks(m)
		}
	}
	return 0
}

// Open is the first of the marks.
func (m Marks) Open() string { return marks[m][0] }

// Close is the last of the marks.
func (m Marks) Close() string { return marks[m][1] }

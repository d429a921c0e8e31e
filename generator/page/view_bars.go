package page

// Bars are statements in time, as a picture: a bar for each day, week, month or
// longer time, whichever takes the fewest of them above 20 and below 120, as far
// as the record is long enough. Cooperative statements stand above the axis,
// conflictual ones hang below it, and those that are neither lie on it.
//
// Where numbers are given as percentages, they are of the picture, which is as
// wide as its place; so that nothing in it is scaled but the bars.
type Bars struct {
	Unit    string   // "day", "week", "month" or "year"
	Years   int      // how many years a bar stands for, where they are several; else 0
	Covers  string   // from the first bar to the last: "9–25 June 2025"
	Width   int      // pixels below which the picture is not narrowed; of a few bars, those above which it is not widened
	Few     bool     // there are so few bars
	Box     string   // viewBox of the bars of a strip
	Slim    int      // width of a bar in it
	Axis    string   // how far from above the axis lies in a strip, as a percentage
	Lines   []string // likewise the lines from which conflictual and cooperative statements are measured
	Low     bool     // all bars are so short that a low picture is enough
	Pair    bool     // there are two strips
	Scale   []Measure
	Strips  []BarStrip // one, or two that are measured alike
	Ticks   []BarTick
	Rows    []BarRow // the same facts as a table, oldest first
	Gaps    []BarGap // times without a digest between the first and the last of the record, so that silence says nothing
	Beyond  []BarGap // times before the first digest and after the last one
	Vague   int      // statements left out because their date does not wholly lie in the time of one bar
	Earlier int      // statements left out because they are far older than all others: they lie before the first bar
	Hearsay int      // of the statements shown, those reported on another's word
}

// Measure is how many statements of a side the tallest bar stands for. The lane of
// that side is as high as this.
type Measure struct {
	Side string // "cooperative", "neutral" or "conflictual"
	Most int
	Y    string // middle of the lane, as a percentage
}

// BarStrip is a row of bars.
type BarStrip struct {
	Label string // "" where it is the only one
	To    string // whom they are addressed to, on the page of a dyad
	Bars  []Bar
}

// Bar is one time in which something was said. Times of silence have none.
type Bar struct {
	Label        string // "19 June 2025", "16–22 June 2025", "June 2025"
	Href         string // its day, month or year; of a week, the first day on which something was said, and of several years the first such year
	X            int
	Sides        // how many statements
	Up, On, Down *BarPart
}

// BarPart is the part of a bar that stands for one side.
type BarPart struct{ Y, Height int }

// BarGap is where a time stands of which the record has no digest.
type BarGap struct{ X, Width string }

// BarTick is a time that is named below the picture.
type BarTick struct {
	Label  string // "19 June", "June", "2025"
	X      string // as a percentage
	Anchor string // "start", "middle" or "end"
	Only   string // "narrow" or "wide" pictures; "" for all
}

// BarRow is a time in which something was said, or of which there is no digest.
type BarRow struct {
	Label  string
	Href   string
	Cells  []Sides // by strip; none where there is no digest
	Absent string  // where there is none: "before" the first digest of the record, "after" its last one, or "between"
}

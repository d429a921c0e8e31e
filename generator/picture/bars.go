package picture

// Column is what happened in one period: so much of one kind, which stands above
// the axis, of a second, which lies on it, and of a third, which hangs below.
type Column struct{ Up, On, Down int }

// Total is all of it.
func (c Column) Total() int { return c.Up + c.On + c.Down }

// Tallest is the most of each kind.
func (c Column) Tallest(other Column) Column {
	return Column{Up: max(c.Up, other.Up), On: max(c.On, other.On), Down: max(c.Down, other.Down)}
}

// Tall is the height of a strip of bars, in its own units; Broad the width of a
// period.
const (
	Tall  = 1000
	Broad = 10
)

// A lane in which anything stands is no lower than a line of text, and a part of a
// bar no lower than can be seen.
const (
	leastLane = 180
	leastPart = 16
)

// Strip is a row of bars. Each kind has a lane of its own, so that every kind has a
// straight line from which it is measured, and all are measured alike.
type Strip struct {
	Up, On, Down Lane
	unit         float64 // height of one
}

// Lane is where the bars of one kind stand.
type Lane struct {
	Y, Height int // Height is 0 where there are none
}

// NewStrip makes room for columns that are nowhere taller than tallest.
func NewStrip(tallest Column) Strip {
	s := Strip{unit: unit(tallest)}
	s.Up.Height = s.lane(tallest.Up)
	s.On.Height = s.lane(tallest.On)
	s.Down.Height = s.lane(tallest.Down)
	s.On.Y = s.Up.Height
	s.Down.Y = s.On.Y + s.On.Height
	return s
}

// unit is the height of one so that the lanes fill the strip. What would be lower
// than a line of text is given its height first; the others share the rest.
func unit(tallest Column) float64 {
	rest, total := Tall, tallest.Total()
	fixed := [3]bool{}
	for range fixed {
		for i, most := range [...]int{tallest.Up, tallest.On, tallest.Down} {
			if !fixed[i] && most > 0 && most < total && most*rest < leastLane*total {
				fixed[i] = true
				rest, total = rest-leastLane, total-most
			}
		}
	}
	return float64(rest) / float64(max(1, total))
}

func (s Strip) lane(most int) int {
	if most == 0 {
		return 0
	}
	return max(leastLane, s.height(most))
}

// height is that of a part of a bar.
func (s Strip) height(count int) int {
	if count == 0 {
		return 0
	}
	return max(leastPart, int(float64(count)*s.unit+0.5))
}

// Bar is the parts of a column, from above.
func (s Strip) Bar(c Column) (up, on, down Lane) {
	up.Height, on.Height, down.Height = s.height(c.Up), s.height(c.On), s.height(c.Down)
	up.Y = s.On.Y - up.Height
	on.Y = s.Axis() - on.Height/2
	down.Y = s.Down.Y
	return up, on, down
}

// Axis is how far from above the axis lies.
func (s Strip) Axis() int { return s.On.Y + s.On.Height/2 }

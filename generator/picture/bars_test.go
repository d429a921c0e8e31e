package picture_test

import (
	"testing"

	"demarche/generator/picture"
)

func TestBarsFillTheStripAndStayInTheirLanes(t *testing.T) {
	for _, most := range []picture.Column{
		{Up: 1}, {On: 1}, {Down: 1}, {Up: 1, Down: 1}, {Up: 1, On: 1, Down: 1}, {Up: 3, On: 12, Down: 9},
		{Up: 1, On: 5000, Down: 1}, {On: 1, Down: 100000}, {Up: 1, On: 2, Down: 400},
	} {
		s := picture.NewStrip(most)
		if total := s.Up.Height + s.On.Height + s.Down.Height; total < picture.Tall-2 || total > picture.Tall+2 {
			t.Errorf("%v: the lanes are %d high together", most, total)
		}
		up, on, down := s.Bar(most)
		for name, part := range map[string]struct{ bar, lane picture.Lane }{"up": {up, s.Up}, "on": {on, s.On}, "down": {down, s.Down}} {
			if part.bar.Height == 0 != (part.lane.Height == 0) || part.bar.Y < part.lane.Y || part.bar.Y+part.bar.Height > part.lane.Y+part.lane.Height+1 {
				t.Errorf("%v: the bar %s is %v in a lane of %v", most, name, part.bar, part.lane)
			}
		}
		if up.Y+up.Height != s.On.Y || down.Y != s.On.Y+s.On.Height {
			t.Errorf("%v: a bar does not stand on its line", most)
		}
	}
}

func TestSidesAreMeasuredAlike(t *testing.T) {
	s := picture.NewStrip(picture.Column{Up: 40, On: 30, Down: 30})
	up, on, down := s.Bar(picture.Column{Up: 20, On: 20, Down: 20})
	if up.Height != 200 || on.Height != 200 || down.Height != 200 {
		t.Errorf("20 of 100 are %d, %d and %d high, want 200", up.Height, on.Height, down.Height)
	}
}

func TestOneAmongManyCanBeSeen(t *testing.T) {
	up, _, _ := picture.NewStrip(picture.Column{Up: 1, Down: 100_000}).Bar(picture.Column{Up: 1})
	if up.Height < 10 {
		t.Errorf("it is %d of %d high", up.Height, picture.Tall)
	}
}

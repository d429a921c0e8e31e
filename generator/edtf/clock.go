package edtf

import "fmt"

// clock reads the time of day that follows "T" on the day of that number.
func (r *reader) clock(number int32) (side, *Error) {
	s := side{first: number, last: number, precision: Time}
	hour, err := r.timePart("an hour", 23, "; midnight is 00:00 of the day that begins")
	if err != nil {
		return side{}, err
	}
	if !r.skip(":") {
		return side{}, r.fail("a time of day has hours and minutes")
	}
	minute, err := r.timePart("a minute", 59, "")
	if err != nil {
		return side{}, err
	}
	second := 0
	if r.skip(":") {
		s.flags |= seconds
		if second, err = r.timePart("a second", 59, ""); err != nil {
			return side{}, err
		}
		if r.skip(".") || r.skip(",") {
			return side{}, &Error{r.at - 1, "a time of day has no fractions of a second", "leave the fraction out: 2025-06-19T14:30:00Z"}
		}
	}
	offset, known, err := r.offset()
	if err != nil {
		return side{}, err
	}
	if known {
		s.flags |= zoned
	}
	s.clock = int32(hour*3600 + minute*60 + second - offset)
	return s, nil
}

// timePart reads two digits that stand for what, up to most. A hint may end in more.
func (r *reader) timePart(what string, most int, more string) (int, *Error) {
	n, ok := r.two()
	switch {
	case !ok:
		return 0, r.fail(what + " has two digits")
	case n > most:
		return 0, &Error{r.at - 2, fmt.Sprintf("%s of %d does not exist", what, n), fmt.Sprintf("write 00 to %d%s", most, more)}
	}
	return n, nil
}

// offset reads "Z", "+03" or "+03:00", in seconds ahead of UTC. What does not
// begin like one is left for the caller, and known is false.
func (r *reader) offset() (ahead int, known bool, err *Error) {
	begin := r.at
	sign := 1
	switch {
	case r.skip("Z"):
		return 0, true, nil
	case r.skip("-"):
		sign = -1
	case !r.skip("+"):
		return 0, false, nil
	}
	hours, err := r.timePart("an offset's hour", 99, "") // too great a one is refused below
	if err != nil {
		return 0, false, err
	}
	minutes := 0
	if r.skip(":") {
		if minutes, err = r.timePart("an offset's minute", 59, ""); err != nil {
			return 0, false, err
		}
	}
	ahead = sign * (hours*3600 + minutes*60)
	switch {
	case ahead == 0 && sign < 0:
		return 0, false, &Error{begin, "there is no offset -00:00", "write Z or +00:00, or leave the offset out where it is not known"}
	case ahead > mostAhead || ahead < -mostBehind:
		return 0, false, &Error{begin, "no clock on earth has the offset " + r.text[begin:r.at], "write an offset from -12:00 to +14:00"}
	}
	return ahead, true, nil
}

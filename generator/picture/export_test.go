package picture

import (
	"time"

	"demarche/generator/edtf"
)

// NewAxis is newAxis in memory of its own.
func NewAxis(first, last edtf.Civil, finest Unit, begin time.Weekday) Axis {
	return newAxis(nil, first, last, finest, begin)
}

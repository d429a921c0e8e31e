package disk

// Refusal is something that Demarche will not do, because it would harm what is
// not its own. Text states the fact and Hint what to do instead, both without a
// capital at the start and without a full stop at the end.
type Refusal struct {
	Text, Hint string
}

// Error is the fact and, in brackets, the hint.
func (r *Refusal) Error() string { return r.Text + " (" + r.Hint + ")" }

package dossier

import "demarche/generator/edtf"

// Correction is a line of the ledger.
type Correction struct {
	Digest    *Digest
	Statement *Statement // when one statement was withdrawn or corrected
	Date      When
	Text      string
	Withdrawn bool
	Entered   edtf.Date // when it came into the ledger, as far as files say
}

// Withdrawn is what a line of a digest withdraws: a statement of it, or with none the whole digest.
type Withdrawn struct {
	Digest    *Digest
	Statement *Statement
}

// WithdrawnOn is when a statement of a digest was withdrawn, by its own line or else by that of its digest; with nil, when
// the digest was. It is not Set where that line has no date, or there is none.
func (a *Archive) WithdrawnOn(d *Digest, s *Statement) When {
	if own, alone := a.Withdrawals[Withdrawn{d, s}]; alone {
		return own
	}
	return a.Withdrawals[Withdrawn{Digest: d}]
}

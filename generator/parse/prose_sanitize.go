package parse

import "demarche/generator/dossier"

func (s *scribe) sanitized() dossier.Prose { return s.sink.prose() }

package page

import "demarche/generator/dossier"

// cardOffices are the offices of the speakers.
func (p *Plan) cardOffices(s *dossier.Statement) []CardOffice {
	var offices []CardOffice
	for _, speaker := range s.Speakers {
		label := p.office(s.Offices, speaker)
		switch {
		case label == "":
		case len(s.Speakers) == 1:
			return []CardOffice{{Label: label}}
		default:
			offices = append(offices, CardOffice{Of: speaker.Name, Label: label})
		}
	}
	return offices
}

// office is what an actor was on the day of a statement: posts held, or, of a
// body, what it is a part of. held are the posts of all speakers on that day.
func (p *Plan) office(held []dossier.Office, actor *dossier.Actor) string {
	var room [textRoom]byte
	out, posts := room[:0], 0
	for _, o := range held {
		if o.Actor != actor {
			continue
		}
		if posts++; posts > 1 {
			out = append(out, p.phrases.semicolon...)
		}
		out = append(out, o.Role...)
		out = p.appendBodies(out, o.Organization, o.Role != "")
	}
	if posts == 0 {
		out = p.appendBodies(out, actor.Parent, false)
	}
	return string(out)
}

// appendBodies appends the names of a body and its parents; after says whether they stand after something.
func (p *Plan) appendBodies(out []byte, body *dossier.Actor, after bool) []byte {
	for _, part := range bodies(body) {
		if after {
			out = append(out, p.phrases.comma...)
		}
		out, after = append(out, part.Name...), true
	}
	return out
}

// depth is how far up a body's parents are named; a chain that closes on itself
// ends there too.
const depth = 4

// bodies are a body and its parents, up to a state or an igo.
func bodies(body *dossier.Actor) []*dossier.Actor {
	chain := make([]*dossier.Actor, 0, depth)
	for ; body != nil && len(chain) < depth; body = body.Parent {
		chain = append(chain, body)
		if body.Kind == "state" || body.Kind == "igo" {
			break
		}
	}
	return chain
}

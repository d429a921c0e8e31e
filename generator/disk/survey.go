package disk

import "fmt"

// readState reads what the last build made, and how far that can be trusted.
func (p *Publication) readState() error {
	info, err := p.lock.Stat()
	if err != nil {
		return err
	}
	_, p.begun = identity(info)
	p.start = systemStart(p.lock)
	was, register, err := readState(p.parent, p.names.state)
	if err != nil {
		return err
	}
	p.was, p.register, p.unlisted = was.since(p.start), register, len(register.records) == 0
	return nil
}

// scanBoth looks through the published folder, if there is one, and then its twin, and
// marks what the last build made. It returns what else there is in each.
func (p *Publication) scanBoth() (odd, strays tree, err error) {
	info, there, err := exists(p.parent, p.names.live)
	if err != nil {
		return tree{}, tree{}, err
	}
	if there && !info.IsDir() {
		return tree{}, tree{}, fmt.Errorf("%s is not a folder", p.names.live)
	}
	p.changed = !there
	below := p.register.offspring()
	if there {
		p.live = info
		if odd, err = p.scanLive(below); err != nil {
			return tree{}, tree{}, err
		}
	}
	if info, err = p.twin.Stat("."); err != nil {
		return tree{}, tree{}, err
	}
	scan := &scanner{
		register: p.register, below: below, trust: p.was.twin, loose: stale, device: device(info),
		ours: p.isOurTwin, given: p.isShared,
	}
	strays, err = scan.scan(p.twin)
	p.listed += scan.listed.Load()
	p.register.clear(mixed | stale)
	return odd, strays, err
}

func (p *Publication) scanLive(below offspring) (tree, error) {
	root, err := p.parent.OpenRoot(p.names.live)
	if err != nil {
		return tree{}, err
	}
	defer root.Close()
	info, err := p.parent.Stat(".")
	if err != nil {
		return tree{}, err
	}
	if device(info) != device(p.live) {
		return tree{}, p.isMountItself()
	}
	scan := &scanner{
		register: p.register, below: below, trust: p.was.live, loose: mixed, device: device(p.live),
		ours: p.isOurs, given: func(nodeID) bool { return false },
	}
	odd, err := scan.scan(root)
	p.listed += scan.listed.Load()
	return odd, err
}

// isOurs says whether the last build made what was found in the published folder,
// and marks it if so.
func (p *Publication) isOurs(f found) bool {
	n := f.node
	if n == unknown {
		return false
	}
	record := p.register.record(n)
	if f.mode.IsDir() {
		isOurs := record == nil && f.device == device(p.live) && !isRepository(string(p.register.name(n)))
		if isOurs {
			p.modes.keep(n, f.mode)
		}
		return isOurs
	}
	if record != nil && f.mode.IsRegular() && f.mark == record.mark {
		p.register.set(n, live)
	}
	return record != nil
}

// isOurTwin says whether what was found in the twin may stay there for the new
// site, and marks it if so.
func (p *Publication) isOurTwin(f found) bool {
	n := f.node
	if n == unknown {
		return false
	}
	if f.mode.IsDir() {
		if p.register.is(n, ours) {
			p.register.set(n, spare)
			p.modes.compare(n, f.mode)
		}
		return p.register.is(n, ours)
	}
	record := p.register.record(n)
	if record == nil || !f.mode.IsRegular() || f.mark != record.mark {
		return false
	}
	p.register.set(n, twin)
	return true
}

// isShared says of a file in a folder of the twin that was not touched whether it is the
// one that stands in the published folder, and marks it if so.
func (p *Publication) isShared(n nodeID) bool {
	if !p.register.is(n, live) {
		return false
	}
	p.register.set(n, twin)
	return true
}

package gnuism

// Releases is a set of releases of musl, a bit for each place.
type Releases uint64

// Has reports whether r is in the set.
func (s Releases) Has(r Release) bool { return r >= 0 && r < 64 && s>>r&1 != 0 }

// First returns the oldest release of the set, or Never.
func (s Releases) First() Release {
	for r := Release(0); r < 64; r++ {
		if s.Has(r) {
			return r
		}
	}
	return Never
}

// Last returns the newest release of the set; Always where that is the newest known,
// Never where the set is empty.
func (s Releases) Last() Release {
	for r := Release(63); r >= 0; r-- {
		if s.Has(r) {
			if int(r) == len(releases())-1 {
				return Always
			}
			return r
		}
	}
	return Never
}

// A Presence says where and how some releases of musl show a name, all in the same
// way.
type Presence struct {
	In     Releases // of musl
	Header string   // the plainest that shows it
	Set    Set      // all headers that do
	Modes  Modes    // in which they do
	NoLink bool     // they declare it, and the library defines it nowhere
	// Borrowed says that no header of these releases was read: that they have the
	// name is known, and where and how is what another release says.
	Borrowed bool
}

// Plain reports whether the name is there under _GNU_SOURCE. Others want
// _LARGEFILE64_SOURCE besides.
func (p *Presence) Plain() bool { return p.Modes&ModeGNU != 0 }

// At returns how musl shows the name at a release, or nil where it does not.
func (n *Name) At(r Release) *Presence {
	for i := range n.Musl {
		if n.Musl[i].In.Has(r) {
			return &n.Musl[i]
		}
	}
	return nil
}

// In reports whether musl declares the name at release r, without a macro that asks
// for names with 64.
func (n *Name) In(r Release) bool {
	p := n.At(r)
	return p != nil && p.Plain()
}

// Usable reports whether a program that includes the right header of musl can use
// the name at release r: it is declared, and it links.
func (n *Name) Usable(r Release) bool {
	p := n.At(r)
	return p != nil && p.Plain() && !p.NoLink
}

// Declared returns the releases that declare the name without a macro that asks for
// names with 64.
func (n *Name) Declared() Releases {
	var all Releases
	for i := range n.Musl {
		if n.Musl[i].Plain() {
			all |= n.Musl[i].In
		}
	}
	return all
}

// Hidden reports whether a unit that asks in the given modes sees the name with
// glibc and not with musl's release r, though that has it under other macros.
func (n *Name) Hidden(r Release, by Modes) bool {
	p := n.At(r)
	return p != nil && n.InGlibc&by != 0 && p.Modes&by == 0
}

// Show returns the feature macro that makes musl's release r show a hidden name.
func (n *Name) Show(r Release) Remedy {
	p := n.At(r)
	if p == nil {
		return Remedy{}
	}
	macro := "_GNU_SOURCE"
	switch {
	case p.Modes&ModeDefault != 0:
		macro = "_DEFAULT_SOURCE"
	case p.Modes&ModeXOpen7 != 0:
		macro = "_XOPEN_SOURCE 700"
	case !p.Plain():
		macro = "_LARGEFILE64_SOURCE"
	}
	return Remedy{Kind: Config, Header: p.Header, Text: "#define " + macro}
}

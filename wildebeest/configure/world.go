package configure

import (
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
	"github.com/serpent-os/wildebeest/wildebeest/rules/missinglibrary"
)

// World answers checks from the name database, for musl or for glibc.
type World struct {
	DB     *gnuism.DB
	Target gnuism.Release
	Kernel gnuism.Kernel
	IsMusl bool
}

// Musl implements probe.World, as the other methods do.
func (w *World) Musl() bool { return w.IsMusl }

// Version implements probe.World: of glibc it is that of the newest release known.
func (w *World) Version() string {
	name := gnuism.NewestGlibc().String()
	if w.IsMusl {
		name = w.Target.String()
	}
	_, version, _ := strings.Cut(name, "-")
	return version
}

// Header says whether a header of the C libraries or the kernel is there.
func (w *World) Header(name string) preproc.Tri {
	h, ok := w.DB.Header(name)
	switch {
	case !ok:
		return preproc.Maybe
	case w.IsMusl:
		return preproc.Truth(h.In(w.Target) || h.OnLinux(w.Kernel))
	}
	return preproc.Truth(h.Glibc || h.Linux)
}

// Library says whether a library of glibc's is there.
func (w *World) Library(name string) preproc.Tri {
	switch {
	case slices.Contains(common, name):
		return preproc.Yes
	case slices.Contains(missinglibrary.Libraries, name):
		return preproc.Truth(!w.IsMusl)
	}
	return preproc.Maybe
}

// common are the libraries that both have, empty or not.
var common = []string{"c", "m", "pthread", "rt", "dl", "util", "resolv", "crypt"}

// Symbol says whether one of the headers, or any where none is named, gives a name.
func (w *World) Symbol(name string, headers []string) preproc.Tri {
	n, ok := w.DB.Lookup(name)
	if parent, _, member := strings.Cut(name, "."); !ok && member {
		n, ok = w.DB.Lookup(parent) // without the struct there is no member; with it, who knows
		if ok && n.Usable(w.Target) {
			return preproc.Maybe
		}
	}
	if !ok {
		return preproc.Maybe
	}
	set := w.DB.NewSet()
	for _, header := range headers {
		h, ok := w.DB.Header(header)
		if !ok {
			return preproc.Maybe
		}
		set.Add(h.ID)
	}
	if !w.IsMusl {
		return preproc.Truth(len(headers) == 0 || n.Glibc.Meets(set) || n.Kernel.Meets(set))
	}
	switch p := n.At(w.Target); {
	case p == nil || p.NoLink:
		return preproc.Truth(len(headers) > 0 && n.ByKernel(set, w.Kernel))
	case len(headers) == 0:
		return preproc.Yes
	default:
		return preproc.Truth(p.Set.Meets(set) || n.ByKernel(set, w.Kernel))
	}
}

// maxProgram bounds the tokens of a test program that are looked at.
const maxProgram = 20_000

// Source says whether a test program lacks a header or a name; where it lacks none,
// it may still fail.
func (w *World) Source(text string) (preproc.Tri, []string) {
	if !w.IsMusl {
		return preproc.Yes, nil
	}
	src := []byte(text)
	var missing []string
	reach := w.DB.NewSet()
	l := lex.New(src, true)
	var prev lex.Token
	guarded := 0
	for range maxProgram {
		t := l.Next()
		if t.Kind == lex.EOF {
			break
		}
		if prev.Kind == lex.Hash {
			switch word := string(src[t.Start:t.End]); word {
			case "include":
				if name, _, ok := preproc.HeaderName(l.Rest()); ok {
					if h, known := w.DB.Header(name); known {
						reach.Add(h.ID)
					}
					if w.Header(name) == preproc.No && guarded == 0 {
						missing = append(missing, name)
					}
				}
			case "if", "ifdef", "ifndef":
				if rest := string(l.Rest()); strings.Contains(rest, "__GLIBC__") || strings.Contains(rest, "__GNU_LIBRARY__") {
					if strings.Contains(text, "#error") || strings.Contains(text, "# error") {
						missing = append(missing, "__GLIBC__")
					}
				} else if !strings.Contains(rest, "_SOURCE") {
					guarded++
				}
			case "endif":
				guarded = max(guarded-1, 0)
			}
		} else if t.Kind == lex.Ident && guarded == 0 {
			if i, ok := w.DB.Ident(src[t.Start:t.End]); ok && prev.Kind != lex.Arrow && prev.Byte != '.' {
				if n := &w.DB.Names[i]; !n.Usable(w.Target) && n.Glibc.Meets(reach) && !n.ByKernel(reach, w.Kernel) {
					missing = append(missing, n.Name)
				}
			}
		}
		prev = t
	}
	slices.Sort(missing)
	return preproc.Truth(len(missing) == 0), slices.Compact(missing)
}

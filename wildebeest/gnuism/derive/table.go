package main

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// A row is one name of the table. Sets of headers are named by number.
type row struct {
	name, kind          string
	glibc, musl, kernel int    // 0: none
	home, where         string // the plainest header of glibc and of musl that shows it
	version             string
	since, last         string
	inGlibc, inMusl     gnuism.Modes // where musl hides it in a mode in which glibc shows it
	flags               string
}

type table struct {
	names   []row
	headers []row // kind "header": name as in #include, without <>
	sets    []string
	ids     map[string]int
}

func (t *table) set(headers map[string]bool) int {
	if len(headers) == 0 {
		return 0
	}
	text := strings.Join(slices.Sorted(maps.Keys(headers)), " ")
	if id, ok := t.ids[text]; ok {
		return id
	}
	t.sets = append(t.sets, text)
	t.ids[text] = len(t.sets)
	return len(t.sets)
}

// subtract keeps the names that some glibc header shows and musl's header of
// the same name does not, and those whose presence in musl has changed.
func subtract(g, m, k *exposure, releases map[string]release, versions map[string]string, reserved func(string) bool) *table {
	t := &table{ids: map[string]int{}}
	members := map[string]bool{} // of any struct of musl's
	for name := range m.gnu {
		if m.kind[name] == "member" {
			members[plainName(name)] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(g.gnu)) {
		r := row{name: name, kind: g.kind[name], version: dash(versions[name]), since: "-", last: "-"}
		if plainName(name)[0] == '_' && !reserved(plainName(name)) {
			continue
		}
		as := name // what musl calls it
		if r.kind == "tag" && m.gnu[name] == nil && m.kind[plainName(name)] == "macro" {
			as = plainName(name) // #define utmp utmpx
		}
		rel, known := releases[as]
		if known {
			r.since, r.last = rel.since, dash(rel.last)
		}
		inMusl := m.gnu[as]
		hidden := len(m.gnu[as]) > 0 && g.modes[name]&^m.modes[as] != 0
		if r.kind == "member" {
			hidden = hidden && g.modes[name]&^m.modes[as]&m.modes[parent(name)] != 0
		}
		if r.kind == "member" && !hidden && (members[plainName(name)] || m.gnu[parent(name)] == nil) {
			continue // the tag says it, or another struct has the same
		}
		if len(inMusl) == 0 && known && rel.header != "-" {
			inMusl = map[string]bool{rel.header: true} // in a release whose headers are not read here
		}
		if len(inMusl) > 0 && !known {
			r.since = "1.2.5"
		}
		var flags []string
		if r.kind == "function" && m.kind[name] == "function" && known && !rel.exported && m.gnu[name] != nil && !m.inline[name] && name != "alloca" {
			flags = append(flags, "nolink")
		}
		if hidden {
			r.inGlibc, r.inMusl = g.modes[name], m.modes[as]
		}
		if r.kind == "macro" && g.fn[name] {
			flags = append(flags, "call")
		}
		if r.kind == "macro" && len(inMusl) == 0 && members[name] {
			continue // it only renames a member that musl has under its own name
		}
		steady := r.last == "-" && (r.since == "<=1.1.24")
		if steady && !slices.Contains(flags, "nolink") && r.inGlibc == 0 && subset(g.gnu[name], inMusl) {
			continue
		}
		r.flags = dash(strings.Join(flags, ","))
		r.home, r.where = plainest(g, g.gnu[name]), plainest(m, inMusl)
		if g.gnu[name][r.where] {
			r.home = r.where
		}
		r.glibc, r.musl, r.kernel = t.set(g.gnu[name]), t.set(inMusl), t.set(k.gnu[name])
		t.names = append(t.names, r)
	}
	all := map[string]bool{}
	for _, e := range []*exposure{g, m, k} {
		maps.Copy(all, e.headers)
	}
	for _, h := range slices.Sorted(maps.Keys(all)) {
		r := row{name: h, kind: "header", since: "-", last: "-"}
		if rel, ok := releases["<"+h+">"]; ok {
			r.since, r.last = rel.since, dash(rel.last)
		} else if m.headers[h] {
			r.since = "1.2.5"
		}
		var flags []string
		if g.headers[h] {
			flags = append(flags, "glibc")
		}
		if k.headers[h] {
			flags = append(flags, "linux")
		}
		r.flags = dash(strings.Join(flags, ","))
		t.headers = append(t.headers, r)
	}
	return t
}

// aliases are headers that only include another one.
var aliases = []string{"memory.h", "wait.h", "syscall.h", "sys/bitypes.h", "sys/dir.h", "sys/errno.h", "sys/fcntl.h",
	"sys/poll.h", "sys/signal.h", "sys/syslog.h", "sys/termios.h", "sys/ucontext.h", "sys/unistd.h", "sys/vfs.h", "termio.h"}

// plainest picks the header to name to people: the one that shows least
// besides, and no alias of another.
func plainest(e *exposure, headers map[string]bool) string {
	best := slices.MinFunc(append(slices.Sorted(maps.Keys(headers)), "-"), func(a, b string) int {
		return cmp.Or(
			cmp.Compare(btoi(a == "-"), btoi(b == "-")),
			cmp.Compare(btoi(slices.Contains(aliases, a)), btoi(slices.Contains(aliases, b))),
			cmp.Compare(e.size[a], e.size[b]),
			cmp.Compare(a, b))
	})
	return best
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// parent returns the tag or typedef before the last dot.
func parent(name string) string { return name[:strings.LastIndexByte(name, '.')] }

// redirects flags the headers that musl has only to warn about.
func (t *table) redirects(musl string) {
	for i := range t.headers {
		h := &t.headers[i]
		text, err := os.ReadFile(filepath.Join(musl, h.name))
		if err == nil && bytes.Contains(text, []byte("#warning redirecting")) {
			h.flags = strings.TrimPrefix(h.flags+",redirect", "-,")
		}
	}
}

// plainName strips "struct " and "parent." from a name.
func plainName(name string) string {
	if i := strings.LastIndexAny(name, " ."); i >= 0 && i+1 < len(name) {
		return name[i+1:]
	}
	return name
}

func subset(a, b map[string]bool) bool {
	for x := range a {
		if !b[x] {
			return false
		}
	}
	return true
}

func dash(s string) string { return cmp.Or(s, "-") }

const source = "# Written by derive from libc6-dev 2.36, linux-libc-dev 6.1 and musl 1.2.2, 1.2.3, 1.2.5; do not edit.\n"

func (t *table) write(dir string) error {
	var names, headers, sets bytes.Buffer
	names.WriteString(source + "# name\tkind\theader of glibc\theader of musl\tall of glibc\tall of musl\tall of the kernel (numbers of sets.tsv)\tglibc version\tin musl since\tuntil\tin glibc under\tin musl under (modes of gnuism.AllModes)\tflags\n")
	for _, r := range t.names {
		fmt.Fprintf(&names, "%s\t%s\t%s\t%s\t%d\t%d\t%d\t%s\t%s\t%s\t%s\t%s\t%s\n", r.name, r.kind, r.home, r.where, r.glibc, r.musl, r.kernel, r.version, r.since, r.last, r.inGlibc, r.inMusl, r.flags)
	}
	headers.WriteString(source + "# header\tin musl since\tuntil\tother owners\n")
	for _, r := range t.headers {
		fmt.Fprintf(&headers, "%s\t%s\t%s\t%s\n", r.name, r.since, r.last, r.flags)
	}
	sets.WriteString(source + "# number\theaders\n")
	for i, s := range t.sets {
		fmt.Fprintf(&sets, "%d\t%s\n", i+1, s)
	}
	for file, b := range map[string]*bytes.Buffer{"names.tsv": &names, "headers.tsv": &headers, "sets.tsv": &sets} {
		if err := os.WriteFile(filepath.Join(dir, file), b.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

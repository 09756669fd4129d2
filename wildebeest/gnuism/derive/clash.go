package main

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism/tables"
)

var (
	tagDefinition = regexp.MustCompile(`(?m)^\s*(?:typedef\s+)?((?:struct|union|enum)\s+\w+)\s*\{`)
	includeLine   = regexp.MustCompile(`(?m)^\s*#\s*include\s+<((?:linux|asm)/[^>]+)>`)
)

// A pair is a kernel header and a tag that it defines, to be tried with the header of
// musl that shows the tag most plainly.
type pair struct{ kernel, tag, libc, shown string }

// clasher tries kernel headers together with those of musl and of glibc.
type clasher struct {
	on     musl.Machine
	kernel []string // directories of the newest release's headers
	glibc  []string // of glibc and its kernel
	mu     sync.Mutex
	known  map[string]bool // what was compiled → whether that worked
}

// clashes tries every kernel header that defines, itself or through the kernel
// headers it includes, a tag of musl's, together with musl's header for it, in each
// release of musl that was read.
func clashes(on musl.Machine, list []installed, all *columns, k *kernel, g *glibc) []tables.Clash {
	c := &clasher{on: on, kernel: k.newest().system[1:], glibc: g.system[1:], known: map[string]bool{}}
	spans := map[tables.Clash]tables.Span{}
	for _, r := range list {
		at := slices.Index(all.versions, r.Version)
		for _, clash := range c.of(r, k.newest().headers) {
			if spans[clash] == nil {
				spans[clash] = make(tables.Span, len(all.versions))
			}
			spans[clash][at] = true
		}
	}
	var out []tables.Clash
	for clash, span := range spans {
		borrowSpan(span, list, all.versions)
		if h := all.names[clash.Tag]; h != nil {
			for at, declared := range h.declared {
				span[at] = span[at] && declared
			}
		}
		clash.Releases = span.Text(all.versions)
		out = append(out, clash)
	}
	slices.SortFunc(out, func(a, b tables.Clash) int {
		return cmp.Or(cmp.Compare(a.Kernel, b.Kernel), cmp.Compare(a.Tag, b.Tag), cmp.Compare(a.Order, b.Order), cmp.Compare(a.Libc, b.Libc))
	})
	return out
}

// borrowSpan has a release that was not read do as the next one that was, or as the
// newest of all. Where it lacks the tag, it has no clash.
func borrowSpan(span tables.Span, list []installed, versions []string) {
	from := 0
	for i, r := range list {
		at := slices.Index(versions, r.Version)
		for ; from < at; from++ {
			span[from] = span[at]
		}
		from = at + 1
		if i == len(list)-1 {
			for ; from < len(versions); from++ {
				span[from] = span[at]
			}
		}
	}
}

// of lists the clashes of one release, without the releases.
func (c *clasher) of(r installed, headers []string) []tables.Clash {
	var mu sync.Mutex
	var wg sync.WaitGroup
	var out []tables.Clash
	queue := make(chan pair)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for p := range queue {
				if order, bad := c.try(r.headers, p); bad {
					mu.Lock()
					out = append(out, tables.Clash{Kernel: p.kernel, Tag: p.tag, Libc: p.shown, Order: order})
					mu.Unlock()
				}
			}
		})
	}
	for _, h := range headers {
		tried := map[string]bool{}
		for _, tag := range slices.Sorted(maps.Keys(c.tags(h, map[string]bool{}))) {
			where := r.shows.gnu[tag]
			if where == nil {
				continue
			}
			if libc := plainest(r.shows, where); !tried[libc] {
				tried[libc] = true
				queue <- pair{h, tag, libc, strings.Join(slices.Sorted(maps.Keys(where)), " ")}
			}
		}
	}
	close(queue)
	wg.Wait()
	return out
}

// try reports whether the two headers of a pair don't go together on musl, and in
// which order. It is no clash where the kernel's header does not compile alone, or
// the two don't go together on glibc either.
func (c *clasher) try(muslDir string, p pair) (order string, bad bool) {
	text := fmt.Sprintf("#include <%s>\n#include <%s>\n", p.libc, p.kernel)
	turned := fmt.Sprintf("#include <%s>\n#include <%s>\n", p.kernel, p.libc)
	kernelOnly := fmt.Sprintf("#include <stddef.h>\n#include <%s>\n", p.kernel)
	onMusl := append([]string{muslDir}, c.kernel...)
	if c.compiles(turned, onMusl) || !c.compiles(kernelOnly, onMusl) || !c.compiles(turned, c.glibc) {
		return "", false
	}
	if c.compiles(text, onMusl) {
		return tables.KernelFirst, true
	}
	return tables.AnyOrder, true
}

// tags lists the tags that a kernel header and those it includes define.
func (c *clasher) tags(header string, seen map[string]bool) map[string]bool {
	out := map[string]bool{}
	if seen[header] {
		return out
	}
	seen[header] = true
	for _, dir := range c.kernel {
		text, err := os.ReadFile(filepath.Join(dir, header))
		if err != nil {
			continue
		}
		for _, m := range tagDefinition.FindAllSubmatch(text, -1) {
			out[string(bytes.Join(bytes.Fields(m[1]), []byte(" ")))] = true
		}
		for _, m := range includeLine.FindAllSubmatch(text, -1) {
			maps.Copy(out, c.tags(string(m[1]), seen))
		}
	}
	return out
}

// compiles reports whether a compiler accepts a text with the headers of some
// directories and its own.
func (c *clasher) compiles(text string, dirs []string) bool {
	key := text + strings.Join(dirs, " ")
	c.mu.Lock()
	works, known := c.known[key]
	c.mu.Unlock()
	if known {
		return works
	}
	compiler := c.on.Compiler()
	args := append(compiler[1:], "-w", "-fsyntax-only", "-D_GNU_SOURCE", "-xc", "-nostdlibinc")
	for _, dir := range dirs {
		args = append(args, "-isystem", dir)
	}
	cmd := exec.Command(compiler[0], append(args, "-")...)
	cmd.Stdin = strings.NewReader(text)
	works = cmd.Run() == nil
	c.mu.Lock()
	c.known[key] = works
	c.mu.Unlock()
	return works
}

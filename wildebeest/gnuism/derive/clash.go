package main

import (
	"bytes"
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

// clashes tries every kernel header that defines, itself or through the kernel
// headers it includes, a tag of musl's, together with musl's header for it.
func clashes(on musl.Machine, m *exposure, kernel tree, muslDir string) []tables.Clash {
	type job struct {
		tables.Clash
		libc string
	}
	var jobs []job
	for _, h := range kernel.headers {
		tried := map[string]bool{}
		for _, tag := range slices.Sorted(maps.Keys(kernelTags(on, h, map[string]bool{}))) {
			if where := m.gnu[tag]; where != nil {
				if libc := plainest(m, where); !tried[libc] {
					tried[libc] = true
					jobs = append(jobs, job{tables.Clash{Kernel: h, Tag: tag, Libc: strings.Join(slices.Sorted(maps.Keys(where)), " ")}, libc})
				}
			}
		}
	}
	var mu sync.Mutex
	var wg sync.WaitGroup
	var out []tables.Clash
	queue := make(chan job)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for j := range queue {
				text := fmt.Sprintf("#include <%s>\n#include <%s>\n", j.libc, j.Kernel)
				turned := fmt.Sprintf("#include <%s>\n#include <%s>\n", j.Kernel, j.libc)
				kernelOnly := fmt.Sprintf("#include <stddef.h>\n#include <%s>\n", j.Kernel)
				onMusl := append(slices.Clone(on.Compiler()[1:]), "-nostdlibinc", "-isystem", muslDir)
				for _, dir := range slices.Backward(glibcDirs(on)) {
					onMusl = append(onMusl, "-idirafter", dir)
				}
				libcFirst, kernelFirst := compiles(text, onMusl), compiles(turned, onMusl)
				if kernelFirst || !compiles(kernelOnly, onMusl) || !compiles(turned, nil) {
					continue
				}
				j.Order = tables.AnyOrder
				if libcFirst {
					j.Order = tables.KernelFirst
				}
				mu.Lock()
				out = append(out, j.Clash)
				mu.Unlock()
			}
		})
	}
	for _, j := range jobs {
		queue <- j
	}
	close(queue)
	wg.Wait()
	slices.SortFunc(out, func(a, b tables.Clash) int { return strings.Compare(a.Kernel+a.Tag, b.Kernel+b.Tag) })
	return slices.Compact(out)
}

// kernelTags lists the tags that a kernel header and those it includes define.
func kernelTags(on musl.Machine, header string, seen map[string]bool) map[string]bool {
	out := map[string]bool{}
	if seen[header] {
		return out
	}
	seen[header] = true
	for _, dir := range glibcDirs(on) {
		text, err := os.ReadFile(filepath.Join(dir, header))
		if err != nil {
			continue
		}
		for _, m := range tagDefinition.FindAllSubmatch(text, -1) {
			out[string(bytes.Join(bytes.Fields(m[1]), []byte(" ")))] = true
		}
		for _, m := range includeLine.FindAllSubmatch(text, -1) {
			maps.Copy(out, kernelTags(on, string(m[1]), seen))
		}
	}
	return out
}

func compiles(text string, libc []string) bool {
	cmd := exec.Command("clang", append(append([]string{"-w", "-fsyntax-only", "-D_GNU_SOURCE", "-xc"}, libc...), "-")...)
	cmd.Stdin = bytes.NewReader([]byte(text))
	return cmd.Run() == nil
}

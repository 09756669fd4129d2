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
)

// A clash is a kernel header and a tag that it defines against musl's headers:
// clang takes both together with glibc and not with musl, in some order.
type clash struct {
	kernel, tag string
	libc        string // all headers of musl that show it
	order       string // "kernel-first" fails, or "any" order
}

var (
	tagDefinition = regexp.MustCompile(`(?m)^\s*(?:typedef\s+)?((?:struct|union|enum)\s+\w+)\s*\{`)
	includeLine   = regexp.MustCompile(`(?m)^\s*#\s*include\s+<((?:linux|asm)/[^>]+)>`)
)

// clashes tries every kernel header that defines, itself or through the kernel
// headers it includes, a tag of musl's, together with musl's header for it.
func clashes(m *exposure, kernel tree, musl string) ([]clash, error) {
	type job struct {
		clash
		libc string
	}
	var jobs []job
	for _, h := range kernel.headers {
		tried := map[string]bool{}
		for _, tag := range slices.Sorted(maps.Keys(kernelTags(h, map[string]bool{}))) {
			if where := m.gnu[tag]; where != nil {
				if libc := plainest(m, where); !tried[libc] {
					tried[libc] = true
					jobs = append(jobs, job{clash{kernel: h, tag: tag, libc: strings.Join(slices.Sorted(maps.Keys(where)), " ")}, libc})
				}
			}
		}
	}
	var mu sync.Mutex
	var wg sync.WaitGroup
	var out []clash
	queue := make(chan job)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for j := range queue {
				text := fmt.Sprintf("#include <%s>\n#include <%s>\n", j.libc, j.kernel)
				turned := fmt.Sprintf("#include <%s>\n#include <%s>\n", j.kernel, j.libc)
				alone := fmt.Sprintf("#include <stddef.h>\n#include <%s>\n", j.kernel)
				onMusl := []string{"--target=x86_64-linux-musl", "-nostdlibinc", "-isystem", musl, "-idirafter", "/usr/include", "-idirafter", "/usr/include/x86_64-linux-gnu"}
				libcFirst, kernelFirst := compiles(text, onMusl), compiles(turned, onMusl)
				if kernelFirst || !compiles(alone, onMusl) || !compiles(turned, nil) {
					continue
				}
				j.order = "any"
				if libcFirst {
					j.order = "kernel-first"
				}
				mu.Lock()
				out = append(out, j.clash)
				mu.Unlock()
			}
		})
	}
	for _, j := range jobs {
		queue <- j
	}
	close(queue)
	wg.Wait()
	slices.SortFunc(out, func(a, b clash) int { return bytes.Compare([]byte(a.kernel+a.tag), []byte(b.kernel+b.tag)) })
	return slices.Compact(out), nil
}

// kernelTags lists the tags that a kernel header and those it includes define.
func kernelTags(header string, seen map[string]bool) map[string]bool {
	out := map[string]bool{}
	if seen[header] {
		return out
	}
	seen[header] = true
	for _, dir := range glibcDirs {
		text, err := os.ReadFile(filepath.Join(dir, header))
		if err != nil {
			continue
		}
		for _, m := range tagDefinition.FindAllSubmatch(text, -1) {
			out[string(bytes.Join(bytes.Fields(m[1]), []byte(" ")))] = true
		}
		for _, m := range includeLine.FindAllSubmatch(text, -1) {
			maps.Copy(out, kernelTags(string(m[1]), seen))
		}
	}
	return out
}

func compiles(text string, libc []string) bool {
	cmd := exec.Command("clang", append(append([]string{"-w", "-fsyntax-only", "-D_GNU_SOURCE", "-xc"}, libc...), "-")...)
	cmd.Stdin = bytes.NewReader([]byte(text))
	return cmd.Run() == nil
}

func writeClashes(list []clash, dir string) error {
	var b bytes.Buffer
	b.WriteString(source + "# Tried with clang: the kernel header and musl's for the tag do not go together.\n# kernel header\ttag\theaders of musl that show it\torder that fails\n")
	for _, c := range list {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", c.kernel, c.tag, c.libc, c.order)
	}
	return os.WriteFile(filepath.Join(dir, "clashes.tsv"), b.Bytes(), 0o644)
}

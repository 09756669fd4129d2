package headers_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/clang"
	"github.com/serpent-os/wildebeest/conformance/sysroot"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/musl"
)

// A releaseTarget compiles, without linking, for a release of musl.
type releaseTarget struct {
	release musl.Release
	libc    []string // the options behind those of an overlay
}

// releaseTargets are the releases from stage3's on whose source is available. Their
// headers are installed below var/ once.
func releaseTargets(t *testing.T) (targets []releaseTarget) {
	t.Helper()
	kernel := t.TempDir()
	for _, name := range []string{"asm", "asm-generic", "linux"} {
		if err := os.Symlink(filepath.Join(sysroot.Find(t), "usr", "include", name), filepath.Join(kernel, name)); err != nil {
			t.Fatal(err)
		}
	}
	compilers := filepath.Join(command(t, "clang", "-print-resource-dir"), "include")
	for _, release := range musl.WithSource() {
		if release.Date.Before(musl.Stage3().Date) {
			continue
		}
		prefix, err := filepath.Abs(filepath.Join(sysroot.Parent, release.String()+"-headers"))
		if err != nil {
			t.Fatal(err)
		}
		if err := release.InstallHeaders(t.Context(), fetch.UserCache(), host(), prefix); err != nil {
			t.Run(release.String(), func(t *testing.T) { missing(t, "no headers of it: %v", err) })
			continue
		}
		targets = append(targets, releaseTarget{release, []string{
			"-isystem", filepath.Join(prefix, "include"), "-isystem", kernel, "-isystem", compilers,
		}})
	}
	return targets
}

// options are those of clang with the overlays of modules.
func (to releaseTarget) options(modules []headers.Module) []string {
	options := []string{"--target=" + host().Triple, "-nostdinc"}
	for _, m := range modules {
		if len(m.Headers) > 0 {
			options = append(options, "-isystem", filepath.Join(moduleDir, m.Name, "include"))
		}
	}
	return append(options, to.libc...)
}

// TestHeadersOnEveryRelease includes all overlay headers, in C and C++, with each
// release of musl: none gives a warning, where those of system headers are shown. The
// warning left out is that of a sum in musl's endian.h.
func TestHeadersOnEveryRelease(t *testing.T) {
	var text strings.Builder
	modules := allModules(t)
	for _, m := range modules {
		for _, header := range m.Headers {
			text.WriteString("#include <" + header + ">\n")
		}
	}
	for _, to := range releaseTargets(t) {
		for _, dialect := range []string{"-xc -std=gnu99", "-xc -std=c11", "-xc -std=gnu2x", "-xc++ -std=c++17", "-xc++ -std=gnu++20"} {
			for _, feature := range []string{"-D_GNU_SOURCE", "-U_GNU_SOURCE"} {
				t.Run(to.release.String()+" "+dialect+" "+feature, func(t *testing.T) {
					t.Parallel()
					all := target{compiler: "clang", include: append(to.options(modules), "-Wsystem-headers", "-Wno-parentheses", feature)}
					words := strings.Fields(dialect)
					all.include = append(all.include, words[1])
					if out, err := accepts(all, text.String(), words[0]); err != nil {
						t.Error(out)
					}
				})
			}
		}
	}
}

// TestEachHeaderAlone includes each overlay header with nothing before it, in C and
// C++, with each release of musl: what another header would bring, it brings itself.
func TestEachHeaderAlone(t *testing.T) {
	modules := allModules(t)
	dir := t.TempDir()
	var sources []string
	for _, m := range modules {
		for _, header := range m.Headers {
			source := filepath.Join(dir, m.Name+"-"+strings.ReplaceAll(header, "/", "-")+".c")
			if err := os.WriteFile(source, []byte("#include <"+header+">\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			sources = append(sources, source)
		}
	}
	for _, to := range releaseTargets(t) {
		for _, language := range []string{"-xc -std=gnu17", "-xc++ -std=gnu++17"} {
			t.Run(to.release.String()+" "+language, func(t *testing.T) {
				t.Parallel()
				words := slices.Concat([]string{"clang", "-D_GNU_SOURCE"}, warnings, []string{"-Wsystem-headers", "-Wno-parentheses"},
					to.options(modules), strings.Fields(language))
				refused, err := clang.Driver{Words: words}.Refused(t.Context(), sources)
				if err != nil {
					t.Fatal(err)
				}
				for source, out := range refused {
					t.Errorf("%s:\n%s", filepath.Base(source), out)
				}
			})
		}
	}
}

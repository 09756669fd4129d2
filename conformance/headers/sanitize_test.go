package headers_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/clang"
	"github.com/serpent-os/wildebeest/conformance/sysroot"
	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
)

// ownMallocs are the headers that define malloc for the program which includes
// them. AddressSanitizer defines it too, so the two exclude each other.
var ownMallocs = []string{"failing_malloc.h", "each_failure.h"}

// TestAddressSanitizer compiles modules natively, sources and programs, with
// AddressSanitizer, LeakSanitizer and UndefinedBehaviorSanitizer: those whose
// headers replace the libc's whole (none of them has #include_next), and those
// with a fuzz target, which is native as well. The program's own definitions
// come before glibc's, so nothing needs to be renamed, but none may call what it
// replaces. It must print what the program prints with glibc's functions. Other
// modules that build on the libc's headers need musl's, for which there is no
// AddressSanitizer: TestUndefinedBehavior has them.
func TestAddressSanitizer(t *testing.T) {
	programs := slices.DeleteFunc(modulePrograms(t, "test"), func(program string) bool {
		m := moduleOf(t, program)
		return !isNative(t, m) || callsReplaced(t, m) || hasOwnMalloc(t, program)
	})
	build := buildSanitized(t, programs, "-fsanitize=address,undefined")
	for _, program := range programs {
		t.Run(programName(program), func(t *testing.T) {
			t.Parallel()
			want := glibcOutput(t, program)
			if diff := firstDifference(want, execute(t, build(t, program))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestUndefinedBehavior builds the library and every program for musl with
// UndefinedBehaviorSanitizer in its trapping form, which needs no runtime: what
// is undefined ends the program with a signal.
func TestUndefinedBehavior(t *testing.T) {
	programs := modulePrograms(t, "test")
	trap := []string{"-O1", "-g", "-fsanitize=undefined", "-fsanitize-trap=undefined"}
	build := trappingTarget(t, trap).buildAll(t, programs, append([]string{"-std=gnu11"}, trap...)...)
	for _, program := range programs {
		t.Run(programName(program), func(t *testing.T) {
			t.Parallel()
			if diff := firstDifference(glibcOutput(t, program), execute(t, build(t, program))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// firstDifference tells where an output leaves the expected one, and shows what
// comes after: a sanitizer's report. It is empty when there is none.
func firstDifference(want, got string) string {
	wanted, lines := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i, line := range lines {
		if i >= len(wanted) || wanted[i] != line {
			return fmt.Sprintf("from line %d on it prints:\n%s", i+1, strings.Join(lines[i:min(i+40, len(lines))], "\n"))
		}
	}
	if len(lines) < len(wanted) {
		return fmt.Sprintf("it ends after line %d", len(lines))
	}
	return ""
}

// isNative tells whether a module's headers do not build on the libc's, or build on
// glibc's as on musl's: then there is a fuzz target.
func isNative(t testing.TB, m headers.Module) bool {
	t.Helper()
	if targets, _ := filepath.Glob(filepath.Join(moduleDir, m.Name, "fuzz/*.c")); len(targets) > 0 {
		return true
	}
	return !slices.ContainsFunc(m.Headers, func(header string) bool {
		return hasText(t, filepath.Join(moduleDir, m.Name, "include", header), "#include_next")
	})
}

// callsReplaced tells whether a function of the module calls the libc's of its own
// name, which natively would be itself.
func callsReplaced(t testing.TB, m headers.Module) bool {
	t.Helper()
	return slices.ContainsFunc(m.Sources, func(source string) bool {
		name := strings.TrimSuffix(filepath.Base(source), ".c")
		return hasText(t, filepath.Join(moduleDir, source), `__asm__("`+name+`")`)
	})
}

// hasOwnMalloc tells whether a program replaces malloc.
func hasOwnMalloc(t testing.TB, program string) bool {
	t.Helper()
	return slices.ContainsFunc(ownMallocs, func(name string) bool { return hasText(t, program, name) })
}

func hasText(t testing.TB, file, text string) bool {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Contains(data, []byte(text))
}

// A native is a module built natively with sanitizers.
type native struct {
	needed []headers.Module // the module and those it requires, without cdefs: glibc has its own
	// sources and programs compile them on the first call, and return each one's object.
	sources, programs func() (map[string]string, error)
}

// buildSanitized returns what builds one of some module programs natively, with the
// sources of its module and of those it requires.
func buildSanitized(t testing.TB, programs []string, sanitizers string) func(testing.TB, string) string {
	t.Helper()
	words := sanitizedWords(t, sanitizers)
	natives := make(map[string]native)
	for _, m := range allModules(t) {
		natives[m.Name] = newNative(t, m, words, slices.DeleteFunc(slices.Clone(programs), func(program string) bool {
			return moduleOf(t, program).Name != m.Name
		}))
	}
	link := linkSanitized(t, words)
	return func(t testing.TB, program string) string {
		t.Helper()
		m := natives[moduleOf(t, program).Name]
		compiled, err := m.programs()
		objects := []string{compiled[program]}
		for _, n := range m.needed {
			own, failure := natives[n.Name].sources()
			err = errors.Join(err, failure)
			objects = slices.AppendSeq(objects, maps.Values(own))
		}
		if err != nil {
			t.Fatal(err)
		}
		return link(t, program, objects...)
	}
}

// buildInside is buildSanitized for programs that include the sources of their module,
// whose overlay can't come before glibc's headers.
func buildInside(t testing.TB, programs []string, sanitizers string) func(testing.TB, string) string {
	t.Helper()
	words := sanitizedWords(t, sanitizers)
	compiled, link := compileOnce(t, words, programs), linkSanitized(t, words)
	return func(t testing.TB, program string) string {
		t.Helper()
		objects, err := compiled()
		if err != nil {
			t.Fatal(err)
		}
		return link(t, program, objects[program])
	}
}

func sanitizedWords(t testing.TB, sanitizers string) []string {
	t.Helper()
	return []string{"clang", "-std=gnu11", "-gline-tables-only", "-O1", sanitizers, "-fno-sanitize-recover=all", sameFileNames(t)}
}

// linkSanitized returns what links a program of some objects.
func linkSanitized(t testing.TB, words []string) func(t testing.TB, program string, objects ...string) string {
	t.Helper()
	linker, err := clang.Driver{Words: append(words, "-fuse-ld=lld")}.Linker(t.Context(), []string{"-lm"})
	if err != nil {
		t.Fatal(err)
	}
	return func(t testing.TB, program string, objects ...string) string {
		t.Helper()
		executable := filepath.Join(t.TempDir(), strings.TrimSuffix(filepath.Base(program), ".c"))
		if err := linker.Link(t.Context(), executable, objects...); err != nil {
			t.Fatal(err)
		}
		return executable
	}
}

// newNative is a module with programs of its own; words are the compiler and its options.
func newNative(t testing.TB, m headers.Module, words, programs []string) native {
	t.Helper()
	needed, err := headers.Overlays(allModules(t), []string{m.Name})
	if err != nil {
		t.Fatal(err)
	}
	n := native{needed: slices.DeleteFunc(needed, func(n headers.Module) bool { return n.Name == "cdefs" })}
	words = slices.Clone(words)
	for _, o := range n.needed {
		words = append(words, "-isystem", filepath.Join(moduleDir, o.Name, "include"))
	}
	note := []string{"-include", objectHeader(t), "-DWILDEBEEST_MODULE=\"" + m.Name + "\""}
	n.sources = compileOnce(t, slices.Concat(words, note), sourceFiles(m))
	n.programs = compileOnce(t, words, programs)
	return n
}

// compileOnce returns what compiles files, if there are any, on the first call.
func compileOnce(t testing.TB, words, files []string) func() (map[string]string, error) {
	t.Helper()
	dir := t.TempDir()
	return sync.OnceValues(func() (map[string]string, error) {
		if len(files) == 0 {
			return nil, nil
		}
		return clang.Driver{Words: words}.CompileInto(context.Background(), dir, files)
	})
}

// sourceFiles are the sources of a module, named as modulePrograms names programs.
func sourceFiles(m headers.Module) (files []string) {
	for _, source := range m.Sources {
		files = append(files, filepath.Join(moduleDir, source))
	}
	return files
}

var generatedTree struct {
	once sync.Once
	dir  string
	err  error
}

// objectHeader is the object.h of a generated tree.
func objectHeader(t testing.TB) string {
	t.Helper()
	return filepath.Join(sourceTree(t), "object.h")
}

// sourceTree is the generated library, not built, inside the directory that
// TestMain removes.
func sourceTree(t testing.TB) string {
	t.Helper()
	generatedTree.once.Do(func() {
		modules, err := headers.Modules()
		if err != nil {
			generatedTree.err = err
			return
		}
		generatedTree.dir = filepath.Join(library(t), "sanitized")
		generatedTree.err = generate.Tree(generatedTree.dir, modules)
	})
	if generatedTree.err != nil {
		t.Fatal(generatedTree.err)
	}
	return generatedTree.dir
}

// trappingTarget is musl with the whole library compiled with flags.
func trappingTarget(t testing.TB, flags []string) target {
	t.Helper()
	tree := sourceTree(t)
	variables := buildVariables(sysroot.Find(t), strings.Join(flags, " "))
	if err := clang.CompileTree(t.Context(), tree, variables, ""); err != nil {
		t.Fatal(err)
	}
	command(t, "make", slices.Concat([]string{"-s", "-C", tree, "--no-print-directory", "libwildebeest.a"}, variables)...)
	to := muslTargets(t)[0]
	to.name = "musl-ubsan"
	to.link = withArchive(to.link, filepath.Join(tree, "libwildebeest.a"))
	return to
}

package headers_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

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
	for _, m := range nativeModules(t) {
		if callsReplaced(t, m) {
			continue
		}
		programs, err := filepath.Glob(filepath.Join(moduleDir, m.Name, "test/*.c"))
		if err != nil {
			t.Fatal(err)
		}
		for _, program := range programs {
			if hasOwnMalloc(t, program) {
				continue
			}
			t.Run(m.Name+"/"+strings.TrimSuffix(filepath.Base(program), ".c"), func(t *testing.T) {
				t.Parallel()
				want := glibcOutput(t, program)
				executable := compileSanitized(t, m, program, "-fsanitize=address,undefined")
				if diff := firstDifference(want, execute(t, executable)); diff != "" {
					t.Error(diff)
				}
			})
		}
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

// nativeModules are those whose headers do not build on the libc's, or build on
// glibc's as on musl's: then there is a fuzz target.
func nativeModules(t testing.TB) []headers.Module {
	t.Helper()
	modules := allModules(t)
	return slices.DeleteFunc(slices.Clone(modules), func(m headers.Module) bool {
		if targets, _ := filepath.Glob(filepath.Join(moduleDir, m.Name, "fuzz/*.c")); len(targets) > 0 {
			return false
		}
		return slices.ContainsFunc(m.Headers, func(header string) bool {
			return hasText(t, filepath.Join(moduleDir, m.Name, "include", header), "#include_next")
		})
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

// compileSanitized builds a program natively with the sources of a module and
// of those it requires. cdefs stays out: glibc has its own.
func compileSanitized(t testing.TB, m headers.Module, program, sanitizers string) string {
	t.Helper()
	needed, err := headers.Overlays(allModules(t), []string{m.Name})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	executable := filepath.Join(dir, strings.TrimSuffix(filepath.Base(program), ".c"))
	args := []string{"-std=gnu11", "-g", "-O1", sanitizers, "-fno-sanitize-recover=all", "-o", executable,
		"-include", objectHeader(t), "-DWILDEBEEST_MODULE=\"" + m.Name + "\"", program}
	for _, n := range needed {
		if n.Name == "cdefs" {
			continue
		}
		args = append(args, "-isystem", filepath.Join(moduleDir, n.Name, "include"))
		for _, source := range n.Sources {
			args = append(args, filepath.Join(moduleDir, source))
		}
	}
	command(t, "clang", append(args, "-lm")...)
	return executable
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
	if err := compileTree(tree, variables, ""); err != nil {
		t.Fatal(err)
	}
	command(t, "make", slices.Concat([]string{"-s", "-C", tree, "--no-print-directory", "libwildebeest.a"}, variables)...)
	to := muslTargets(t)[0]
	to.name = "musl-ubsan"
	to.link = withArchive(to.link, filepath.Join(tree, "libwildebeest.a"))
	return to
}

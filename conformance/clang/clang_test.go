package clang_test

import (
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/clang"
)

// sources writes files and returns their names in the order of the texts.
func sources(t *testing.T, texts ...string) (files []string) {
	t.Helper()
	dir := t.TempDir()
	for i, text := range texts {
		file := filepath.Join(dir, string(rune('a'+i))+".c")
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// TestRefused mixes good sources with those that clang refuses, some of which end
// its messages, or have the error in a header.
func TestRefused(t *testing.T) {
	header := filepath.Join(t.TempDir(), "bad header.h")
	if err := os.WriteFile(header, []byte("int in_header = no;\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	include := "#include \"" + header + "\"\n"
	files := sources(t, "int good;\n", "int x = unknown;\n", "#include \"missing.h\"\n", include, "int good;\n", "#include \"missing.h\"\n",
		include, "#warning shown\n", "int y = other;\n")
	got, err := clang.Driver{Words: []string{"clang", "-Wall", "-DNAME=\"a b\""}}.Refused(t.Context(), files)
	if err != nil {
		t.Fatal(err)
	}
	want := map[int]string{1: "'unknown'", 2: "missing.h", 3: "'no'", 5: "missing.h", 6: "'no'", 8: "'other'"}
	for i, file := range files {
		said, refused := got[file]
		if text, isWanted := want[i]; isWanted != refused || !strings.Contains(said, text) {
			t.Errorf("source %d: refused %v with %q, want %q", i, refused, said, text)
		}
	}
}

// TestCompileAndLink makes two programs that each end with a status of their own.
func TestCompileAndLink(t *testing.T) {
	files := sources(t, "int main(void) { return STATUS; }\n", "int main(void) { return STATUS + 1; }\n")
	driver := clang.Driver{Words: []string{"clang", "-DSTATUS=3"}}
	objects, err := driver.CompileInto(t.Context(), t.TempDir(), files)
	if err != nil {
		t.Fatal(err)
	}
	linker, err := driver.Linker(t.Context(), []string{"-lm"})
	if err != nil {
		t.Fatal(err)
	}
	for i, file := range files {
		executable := strings.TrimSuffix(file, ".c")
		if err := linker.Link(t.Context(), executable, objects[file]); err != nil {
			t.Fatal(err)
		}
		run := exec.Command(executable)
		_ = run.Run()
		if got := run.ProcessState.ExitCode(); got != 3+i {
			t.Errorf("program %d ended with %d", i, got)
		}
	}
	if _, err := elf.Open(objects[files[0]]); err != nil {
		t.Error(err)
	}
}

// TestBadSource has an error for a source that does not compile.
func TestBadSource(t *testing.T) {
	err := clang.Driver{Words: []string{"clang"}}.Compile(t.Context(), sources(t, "int good;\n", "int x = unknown;\n"))
	if err == nil || !strings.Contains(err.Error(), "unknown") {
		t.Errorf("got %v", err)
	}
	if _, err := (clang.Driver{Words: []string{"clang", "--no-such-option"}}).Refused(t.Context(), sources(t, "int good;\n")); err == nil {
		t.Error("an unknown option is accepted")
	}
}

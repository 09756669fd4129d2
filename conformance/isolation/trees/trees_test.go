// Package trees attacks the scanner with source trees that want to hurt, and says
// of each what must come of it. An attack is a row of a table; every row is tried
// as the caller, and where that is root as an ordinary user too.
package trees

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/serpent-os/wildebeest/wildebeest/report"
)

// attack is a source tree: what make puts into a directory, or an archive.
type attack struct {
	name  string
	make  func(t *testing.T, dir string)
	zeros int64  // in bytes: an archive of a file of so many zeros
	note  string // what some note of the report must say; "" is nothing
}

// maxMemory bounds what any process of a scan may have resident, in bytes.
const maxMemory = 700 << 20

// nobody is the ordinary user.
const nobody = 65534

// TestScanner: the scan ends by itself with status 0, holds no more memory than
// it may, and reports the finding beside the attack.
func TestScanner(t *testing.T) {
	program := wildebeest(t)
	for _, a := range scanner {
		t.Run(a.name, func(t *testing.T) {
			tree := filepath.Join(shared(t), "tree")
			if a.zeros > 0 {
				if err := os.WriteFile(tree, packed(t, a.zeros), 0o644); err != nil {
					t.Fatal(err)
				}
			} else {
				if err := os.Mkdir(tree, 0o755); err != nil {
					t.Fatal(err)
				}
				files("good.c", good)(t, tree)
				a.make(t, tree)
			}
			t.Run("caller", func(t *testing.T) { scan(t, program, tree, a, nil) })
			if os.Geteuid() == 0 {
				t.Run("user", func(t *testing.T) { scan(t, program, tree, a, &syscall.Credential{Uid: nobody, Gid: nobody}) })
			}
		})
	}
}

// wildebeest builds the program, as it is built for users.
func wildebeest(t *testing.T) string {
	t.Helper()
	program := filepath.Join(shared(t), "wildebeest")
	build := exec.Command("go", "build", "-o", program, "../../../cmd/wildebeest")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return program
}

// TestSignals: a scan that can't go on by itself, as nobody reads what it writes,
// ends at a signal.
func TestSignals(t *testing.T) {
	program, tree := wildebeest(t), shared(t)
	files("a.c", "#include <argp.h>\nint x = "+strings.Repeat("argp_parse(0)+", 10_000)+"0;")(t, tree)
	for _, signal := range []os.Signal{syscall.SIGTERM, os.Interrupt} {
		cmd := exec.Command(program, "scan", "--no-cache", "--format", "json", tree)
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := out.Read(make([]byte, 1)); err != nil { // it has begun to write
			t.Fatal(err)
		}
		if err := cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		if state, err := cmd.Process.Wait(); err != nil || state.ExitCode() != 2 {
			t.Errorf("%v: %v, error %v; want exit status 2", signal, state, err)
		}
	}
}

// shared is a temporary directory that every user may enter.
func shared(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "isolation-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func scan(t *testing.T, program, tree string, a attack, as *syscall.Credential) {
	cmd := measured(t, program, "scan", "--no-cache", "--format", "json", tree)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: as}
	var errs strings.Builder
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%.2000s", err, errs.String())
	}
	var r report.Report
	if err := json.Unmarshal(out, &r); err != nil {
		t.Fatal(err)
	}
	found := false
	for _, f := range r.Findings {
		found = found || f.File == "good.c" && f.Name == "argp_parse"
	}
	if !found {
		t.Error("the finding of good.c is not reported")
	}
	told := a.note == ""
	for _, n := range r.Notes {
		told = told || strings.Contains(n.Text, a.note)
	}
	if !told {
		t.Errorf("no note says %q: %v", a.note, r.Notes)
	}
	if used := largest(t, errs.String()); used > maxMemory {
		t.Errorf("%d MB were resident", used>>20)
	}
}

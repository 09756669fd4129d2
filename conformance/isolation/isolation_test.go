package isolation

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"
	"github.com/serpent-os/wildebeest/conformance/isolation/host"
	"github.com/serpent-os/wildebeest/internal/tsv"
)

// tableFile has what came of every attack on the machine where it was last written,
// by make isolation.
const tableFile = "attacks.tsv"

var write = flag.Bool("write", false, "write "+tableFile)

// The columns of the table, and cells of it.
const (
	columns   = 6 // attack, what it tries, in a chroot, in bubblewrap, ours as root, ours as a user
	contained = "contained"
	reached   = "reached"
	notTried  = "n/a"
)

// TestAttacks runs every attack. In a chroot it has to reach something, which shows
// that it is one, or is n/a on this machine; in our sandbox nothing.
func TestAttacks(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Fatal("the attacks run as root and as a user; run the test as root")
	}
	program := buildAttacks(t)
	attacks := listAttacks(t, program)
	asRoot := run(t, role{Program: program, Attacks: names(attacks), Sandboxes: []string{"ours", "bubblewrap", "chroot"}}, nil)
	asUser := run(t, role{Program: program, Attacks: names(attacks), Sandboxes: []string{"ours", "bubblewrap"}},
		&syscall.Credential{Uid: 65534, Gid: 65534})
	var rows [][]string
	real := 0
	for _, a := range attacks {
		row := []string{a.Name, a.Tries}
		for _, o := range []outcome{asRoot["chroot"][a.Name], asRoot["bubblewrap"][a.Name], asRoot["ours"][a.Name], asUser["ours"][a.Name]} {
			row = append(row, cell(o))
			if o.Failed != "" {
				t.Errorf("%s in %s: %s", a.Name, o.Sandbox, o.Failed)
			}
		}
		if row[2] == reached {
			real++
		} else if !aimsAtFirst(a.Name) {
			row[2] = notTried // there is nothing to reach on this machine
		}
		for _, o := range []outcome{asRoot["ours"][a.Name], asUser["ours"][a.Name]} {
			if o.Reached != "" {
				t.Errorf("%s (%s) reached: %s", a.Name, a.Tries, o.Reached)
			}
		}
		t.Logf("%-26s %s", a.Name, strings.Join(row[2:], " "))
		rows = append(rows, row)
	}
	if len(attacks) < 60 || real < 45 {
		t.Errorf("%d attacks, of which %d reach something in a chroot; there are to be 60, and most have to", len(attacks), real)
	}
	if *write && !t.Failed() {
		writeTable(t, rows)
	}
	checkTable(t, names(attacks))
}

func cell(o outcome) string {
	switch {
	case o.Attack == "" || o.Failed != "":
		return notTried
	case o.Reached != "":
		return reached
	}
	return contained
}

// buildAttacks builds the program of the attacks, which links to nothing.
func buildAttacks(t *testing.T) string {
	file := filepath.Join(publicDir(t), "attacks")
	command := exec.Command("go", "build", "-o", file, "./attacks")
	command.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return file
}

// publicDir is a directory that a user can reach.
func publicDir(t *testing.T) string {
	dir, err := os.MkdirTemp("/var/tmp", "wildebeest-isolation-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func listAttacks(t *testing.T, program string) (attacks []host.Attack) {
	out, err := exec.Command(program).Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, &attacks); err != nil {
		t.Fatal(err)
	}
	return attacks
}

func names(attacks []host.Attack) (all []string) {
	for _, a := range attacks {
		all = append(all, a.Name)
	}
	return all
}

// run starts this program as the one that is attacked, on a terminal of its own,
// and returns the outcomes by sandbox and attack.
func run(t *testing.T, r role, as *syscall.Credential) map[string]map[string]outcome {
	r.Dir = publicDir(t)
	self := "/proc/self/exe"
	if as != nil {
		self = copySelf(t)
		if err := os.Chown(r.Dir, int(as.Uid), int(as.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	outcomes, theirs, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer outcomes.Close()
	command := exec.Command(self)
	command.Env = []string{roleVariable + "=" + string(text), secretVariable + "=" + host.Secret, "PATH=" + os.Getenv("PATH"), "HOME=" + r.Dir}
	command.ExtraFiles = []*os.File{theirs}
	command.SysProcAttr = &syscall.SysProcAttr{Credential: as}
	terminal, err := pty.Start(command) // makes it the leader of a session
	theirs.Close()
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	var said strings.Builder
	done := make(chan struct{})
	go func() { io.Copy(&said, terminal); close(done) }()
	found := make(map[string]map[string]outcome)
	for in := json.NewDecoder(outcomes); ; {
		var o outcome
		if err := in.Decode(&o); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if found[o.Sandbox] == nil {
			found[o.Sandbox] = make(map[string]outcome)
		}
		found[o.Sandbox][o.Attack] = o
	}
	if err := command.Wait(); err != nil {
		t.Errorf("the attacked program: %v", err)
	}
	<-done
	if t.Failed() {
		t.Logf("on its terminal: %q", said.String())
	}
	return found
}

// copySelf is this program where a user can run it.
func copySelf(t *testing.T) string {
	text, err := os.ReadFile("/proc/self/exe")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(publicDir(t), "isolation.test")
	if err := os.WriteFile(file, text, 0o755); err != nil {
		t.Fatal(err)
	}
	return file
}

func writeTable(t *testing.T, rows [][]string) {
	var text strings.Builder
	text.WriteString("# Written by make isolation: attack, what it tries, and what came of it in a plain chroot as root,\n# in bubblewrap as root, in a build as root, in a build as an ordinary user.\n")
	for _, row := range rows {
		fmt.Fprintln(&text, strings.Join(row, "\t"))
	}
	if err := os.WriteFile(tableFile, []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// checkTable makes sure that the table has every attack, and none that is not
// contained.
func checkTable(t *testing.T, attacks []string) {
	have := make(map[string]bool)
	err := tsv.ReadFile(tableFile, columns, func(row []string) error {
		have[row[0]] = true
		if row[4] != contained || row[5] != contained {
			return fmt.Errorf("%s is not contained", row[0])
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	for _, name := range attacks {
		if !have[name] {
			t.Errorf("%s is not in %s; run make isolation", name, tableFile)
		}
		delete(have, name)
	}
	for name := range have {
		t.Errorf("%s has an attack %s that there is not; run make isolation", tableFile, name)
	}
}

package driver

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// An account is who runs the driver.
type account struct {
	name string
	uid  int
}

var accounts = []account{{"root", 0}, {"user", 65534}}

// A workspace has what a run of the driver needs, and the hosts of its attacks.
type workspace struct {
	who   account
	dir   string // holds all of it; any user may enter
	state string
	tools string // stage2
	hosts map[string]*host
}

// programDir holds the program.
var programDir string

// program is the driver, built once as users have it.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("/var/tmp", "wildebeest-driver-")
	if err != nil {
		return "", err
	}
	programDir = dir
	file := filepath.Join(dir, "bootstrap")
	command := exec.Command("go", "build", "-o", file, "../../../cmd/bootstrap")
	command.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := command.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return file, os.Chmod(dir, 0o755)
})

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(programDir)
	os.Exit(code)
}

// stage2 is the tree of tools that make test has assembled.
func stage2(t *testing.T) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks("../../../var/stage2/current")
	if err == nil {
		dir, err = filepath.Abs(dir)
	}
	if err != nil {
		t.Fatalf("%v: `make sysroot` assembles the tools", err)
	}
	return dir
}

func newWorkspace(t *testing.T, who account) *workspace {
	t.Helper()
	dir, err := os.MkdirTemp("/var/tmp", "wildebeest-workspace-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	r := &workspace{who: who, dir: dir, state: filepath.Join(dir, "state"), tools: stage2(t), hosts: make(map[string]*host)}
	for _, name := range []string{"", "hosts", "recipes", "stage2", "state", "state/sources"} {
		err = errors.Join(err, os.MkdirAll(filepath.Join(dir, name), 0o755), os.Chmod(filepath.Join(dir, name), 0o755))
		if strings.HasPrefix(name, "state") {
			err = errors.Join(err, os.Chown(filepath.Join(dir, name), who.uid, who.uid))
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// add gives the driver an attack's recipes, and makes its host.
func (r *workspace) add(t *testing.T, a attack) {
	t.Helper()
	h := r.newHost(t, a.name)
	text := strings.ReplaceAll(a.recipe, "HOST", h.dir)
	if key, _, ok := strings.Cut(text, ":"); !ok || strings.ContainsAny(key, " \n") {
		text = section("build", text)
	}
	if !strings.Contains(text, "\ninstall: |\n") && !strings.HasPrefix(text, "install: |\n") {
		text += section("install", "mkdir -p %(installroot)/usr; echo > %(installroot)/usr/"+a.name)
	}
	if a.source != nil {
		text = "upstreams:\n  - http://192.0.2.1/" + a.name + "-1.tar : " + r.cache(t, a.name+"-1.tar", a.source(h.dir)) + "\n" + text
	}
	r.recipe(t, a.name, text)
	for name, text := range a.with {
		r.recipe(t, name, strings.ReplaceAll(text, "HOST", h.dir))
	}
}

// section is a section of a recipe.
func section(name, script string) string {
	return name + ": |\n  " + strings.ReplaceAll(strings.TrimSpace(script), "\n", "\n  ") + "\n"
}

// recipe writes a recipe of version 1, where the rest has no other.
func (r *workspace) recipe(t *testing.T, name, rest string) {
	t.Helper()
	if !strings.HasPrefix(rest, "version: ") {
		rest = "version: \"1\"\n" + rest
	}
	dir := filepath.Join(r.dir, "recipes", name)
	err := errors.Join(os.MkdirAll(dir, 0o755), os.WriteFile(filepath.Join(dir, "stone.yaml"),
		[]byte("name: "+name+"\nrelease: 1\n"+rest), 0o644))
	if err != nil {
		t.Fatal(err)
	}
}

// cache puts an archive where the driver has fetched sources, and returns its hash:
// nobody is asked for it.
func (r *workspace) cache(t *testing.T, name string, data []byte) string {
	t.Helper()
	hash := fmt.Sprintf("%x", sha256.Sum256(data))
	if err := os.WriteFile(filepath.Join(r.state, "sources", hash+"-"+name), data, 0o644); err != nil {
		t.Fatal(err)
	}
	return hash
}

// log is what a package's build printed.
func (r *workspace) log(name string) string {
	files, _ := filepath.Glob(filepath.Join(r.state, "logs", name, "*"))
	var all strings.Builder
	for _, file := range files {
		text, _ := os.ReadFile(file)
		all.Write(text)
	}
	return all.String()
}

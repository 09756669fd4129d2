// Package installed looks at what `make install` writes, as a user and a packager
// would: the files, the manual pages, and the completions in each shell.
package installed

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// root is what tools/install wrote, once for all tests.
var root = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "wildebeest-installed-")
	if err != nil {
		return "", err
	}
	command := exec.Command("tools/install", dir)
	command.Dir = "../.."
	command.Stderr = os.Stderr
	return dir, command.Run()
})

func installed(t *testing.T) string {
	t.Helper()
	dir, err := root()
	if err != nil {
		t.Fatalf("tools/install: %v; run `make` first", err)
	}
	return dir
}

func TestMain(m *testing.M) {
	code := m.Run()
	if dir, _ := root(); dir != "" {
		os.RemoveAll(dir)
	}
	os.Exit(code)
}

func TestFiles(t *testing.T) {
	dir := installed(t)
	for name, mode := range map[string]os.FileMode{
		"bin/getconf": 0o755, "bin/getent": 0o755, "bin/nscd": 0o755, "bin/wildebeest": 0o755, "bin/bootstrap": 0o755,
		"share/man/man1/getconf.1": 0o644, "share/man/man1/getent.1": 0o644, "share/man/man8/nscd.8": 0o644, "share/man/man1/wildebeest-scan.1": 0o644,
		"share/man/man1/bootstrap-stage3.1": 0o644, "share/bash-completion/completions/bootstrap": 0o644,
		"share/zsh/site-functions/_wildebeest": 0o644, "share/fish/vendor_completions.d/bootstrap.fish": 0o644,
		"share/doc/wildebeest/LICENSE": 0o644, "share/doc/wildebeest/CHANGELOG.md": 0o644,
	} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Error(err)
		} else if info.Mode() != mode || info.Size() == 0 {
			t.Errorf("%s has mode %v and %d bytes, want mode %v", name, info.Mode(), info.Size(), mode)
		}
	}
}

// TestManualPages has mandoc read every page: none has a warning.
func TestManualPages(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join(installed(t), "share/man/man[18]/*"))
	if err != nil || len(pages) < 20 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for _, page := range pages {
		if out, err := exec.Command("mandoc", "-T", "lint", "-W", "warning", page).CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%s: %v\n%s", filepath.Base(page), err, out)
		}
	}
}

// completions have a shell load the script of a tool and complete a command line
// with it; the output has what it offers.
var completions = map[string]struct{ file, program string }{
	"bash": {"share/bash-completion/completions/bootstrap", `. /usr/share/bash-completion/bash_completion
. "$1"
COMP_LINE="bootstrap st" COMP_POINT=12 COMP_WORDS=(bootstrap st) COMP_CWORD=1 COMP_TYPE=9
$(complete -p bootstrap | sed 's/.*-F \([^ ]*\).*/\1/') bootstrap st bootstrap
printf '%s\n' "${COMPREPLY[@]}"`},
	"fish": {"share/fish/vendor_completions.d/bootstrap.fish", `source $argv[1]
complete -C "bootstrap st"`},
	// The functions of zsh's completion need a terminal: what they are told is kept
	// in their place.
	"zsh": {"share/zsh/site-functions/_bootstrap", `autoload -Uz compinit && compinit -D -u
. "$1"
[ "$_comps[bootstrap]" = _bootstrap ] || exit 1
_describe() { print -l -- "${(@P)${@[-1]}}" "${(@)completions}" }
words=(bootstrap st) CURRENT=2
_bootstrap`},
}

func TestCompletions(t *testing.T) {
	dir := installed(t)
	for shell, c := range completions {
		t.Run(shell, func(t *testing.T) {
			options := map[string][]string{"bash": {"--norc", "-c", c.program, "bash"}, "fish": {"--no-config", "-c", c.program}, "zsh": {"-fc", c.program, "zsh"}}
			command := exec.Command(shell, append(options[shell], filepath.Join(dir, c.file))...)
			command.Env = append(os.Environ(), "PATH="+filepath.Join(dir, "bin")+":"+os.Getenv("PATH"), "HOME="+t.TempDir(), "TERM=dumb")
			out, err := command.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			var offered []string
			for _, line := range strings.Split(string(out), "\n") {
				if word := strings.FieldsFunc(line, func(c rune) bool { return strings.ContainsRune("\t :(", c) }); len(word) > 0 {
					offered = append(offered, word[0])
				}
			}
			for _, want := range []string{"stage2", "stage3", "status"} {
				if !slices.Contains(offered, want) {
					t.Errorf("%s is not offered:\n%s", want, out)
				}
			}
			if slices.Contains(offered, "enter") {
				t.Errorf("enter does not begin with st:\n%s", out)
			}
		})
	}
}

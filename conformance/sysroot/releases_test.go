package sysroot

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// TestEveryReleaseIsWhole holds each numbered release of musl to what the project says
// of it: names in the tables; and where releases.tsv has a sha256, a source with these
// bytes, whose headers make a sysroot that a compiler takes. A release without a
// sha256 says so instead of answering with another's.
func TestEveryReleaseIsWhole(t *testing.T) {
	host, err := musl.Host()
	if err != nil {
		t.Fatal(err)
	}
	cache, whole := fetch.UserCache(), 0
	for _, r := range musl.Releases() {
		if _, err := gnuism.ParseTarget(r.String()); err != nil {
			t.Errorf("names: %v", err)
		}
		include := filepath.Join(t.TempDir(), "sysroot")
		err := r.InstallHeaders(t.Context(), cache, host, include)
		switch {
		case r.SHA256 == "" && (err == nil || !strings.Contains(err.Error(), "only its names are known")):
			t.Errorf("the source of %s, which has no sha256: %v", r, err)
		case r.SHA256 == "":
			continue
		case err != nil && r != newest():
			t.Errorf("sysroot: %v", err)
			continue
		case err != nil: // testing's pool may have replaced the tarball
			t.Logf("%s is not tested here: %v", r, err)
			continue
		}
		whole++
		compile(t, host, r, filepath.Join(include, "include"))
	}
	if want := len(musl.WithSource()) - 1; whole < want {
		t.Errorf("%d releases have a sysroot, want at least %d", whole, want)
	}
}

func newest() musl.Release { return musl.Newest() }

// compile has a compiler read headers of the release.
func compile(t *testing.T, host musl.Machine, r musl.Release, include string) {
	t.Helper()
	compiler := host.Compiler()
	args := slices.Concat(compiler[1:], []string{"-nostdlibinc", "-isystem", include, "-fsyntax-only", "-D_GNU_SOURCE", "-xc", "-"})
	cmd := exec.Command(compiler[0], args...)
	cmd.Stdin = strings.NewReader("#include <stdio.h>\n#include <pthread.h>\n#include <sys/stat.h>\nint main(void) { struct stat s; return stat(\"/\", &s) || !stdout; }\n")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", r, err, out)
	}
	if _, err := os.Stat(filepath.Join(include, "bits", "alltypes.h")); err != nil {
		t.Errorf("%s: %v", r, err)
	}
}

package headers_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/sysroot"
)

// TestOverlaysPlace compiles a project that has overlays of its own, which it names
// with -isystem, in each way to name those of libwildebeest. C_INCLUDE_PATH, with
// which the driver names them, is behind the project's and ahead of the C library's;
// CFLAGS with -isystem, which the .pc files give, come first.
func TestOverlaysPlace(t *testing.T) {
	root := filepath.Join(sysroot.Find(t), "usr", "include")
	compilers := map[string][]string{
		"clang": {"--target=" + host().Triple, "--sysroot=" + sysroot.Find(t), "--gcc-toolchain=" + t.TempDir(), "-nostdinc++"},
		"gcc":   {"-nostdinc", "-idirafter", command(t, "gcc", "-print-file-name=include"), "-idirafter", root},
	}
	var overlay []string
	for _, module := range []string{"cdefs", "linux", "string"} {
		dir, err := filepath.Abs(filepath.Join(moduleDir, module, "include"))
		if err != nil {
			t.Fatal(err)
		}
		overlay = append(overlay, dir)
	}
	options := func(option string) (words []string) {
		for _, dir := range overlay {
			words = append(words, option, dir)
		}
		return words
	}
	project := []string{"-isystem", "testdata/place/override"}
	ways := []struct {
		name    string
		words   []string
		path    string // of C_INCLUDE_PATH
		refused string // the name that is not there
	}{
		{"C_INCLUDE_PATH", project, strings.Join(overlay, ":"), ""},
		{"-isystem ahead of the project's", slices.Concat(options("-isystem"), project), "", "PIDFD_SELF_PROJECT"},
		{"-isystem behind the project's", slices.Concat(project, options("-isystem")), "", ""},
		{"no overlay", project, "", "strndupa"},
	}
	for compiler, words := range compilers {
		for _, language := range []string{"c", "c++"} {
			for _, way := range ways {
				t.Run(compiler+" "+language+" "+way.name, func(t *testing.T) {
					cmd := exec.Command(compiler, slices.Concat([]string{"-fsyntax-only", "-D_GNU_SOURCE=1", "-x", language}, warnings, way.words, words,
						[]string{"testdata/place/project.c"})...)
					cmd.Env = append(os.Environ(), "C_INCLUDE_PATH="+way.path, "CPLUS_INCLUDE_PATH="+way.path)
					out, err := cmd.CombinedOutput()
					if accepted := way.refused == ""; (err == nil) != accepted || !strings.Contains(string(out), way.refused) {
						t.Errorf("%v; accepted: want %v, or refused for %s\n%s", err, accepted, way.refused, out)
					}
				})
			}
		}
	}
}

package headers_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestLimitsOfLinux asks the preprocessor for HOST_NAME_MAX and NGROUPS_MAX behind
// each header of the module limits, in each feature mode: alone, where ours may
// only say more than glibc under _GNU_SOURCE; behind limits.h, where both say the
// same; and before limits.h under _GNU_SOURCE, where both say the same too.
func TestLimitsOfLinux(t *testing.T) {
	headers := []string{"dirent.h", "values.h", "arpa/nameser.h", "resolv.h", "sys/param.h", "sys/utsname.h", "unistd.h", "grp.h"}
	modes := [][]string{{"-std=gnu11"}, {"-std=c99"}, {"-std=c99", "-D_POSIX_C_SOURCE=200809L"}, {"-std=c99", "-D_XOPEN_SOURCE=700"},
		{"-std=c99", "-D_GNU_SOURCE"}, {"-std=gnu11", "-D_GNU_SOURCE"}}
	targets := muslTargets(t)
	for _, header := range headers {
		include := "#include <" + header + ">\n"
		for _, mode := range modes {
			gnu := slices.Contains(mode, "-D_GNU_SOURCE")
			for _, to := range targets {
				same := func(text string) {
					if want, got := limits(t, glibc, text, mode), limits(t, to, text, mode); got != want {
						t.Errorf("%s %v %q: %s, glibc %s", to.name, mode, text, got, want)
					}
				}
				want, got := limits(t, glibc, include, mode), limits(t, to, include, mode)
				// glibc's sys/param.h has NGROUPS_MAX of linux/limits.h in every mode.
				if alone := want == "HOST_NAME_MAX 65536"; got != want && !alone && (!gnu || got != "64 65536") {
					t.Errorf("%s %v %s: %s, glibc %s", to.name, mode, header, got, want)
				}
				if !slices.Equal(mode, []string{"-std=c99"}) {
					same("#include <limits.h>\n" + include)
				}
				if gnu {
					same(include + "#include <limits.h>\n")
				}
			}
		}
	}
}

// limits returns what the two names stand for behind text: themselves if nothing.
func limits(t *testing.T, to target, text string, mode []string) string {
	t.Helper()
	compiler := exec.Command(to.compiler, slices.Concat([]string{"-E", "-P", "-xc", "-"}, mode, to.include)...)
	compiler.Stdin = strings.NewReader(text + "HOST_NAME_MAX NGROUPS_MAX\n")
	out, err := compiler.Output()
	if err != nil {
		t.Fatalf("%s: preprocess %q: %v", to.name, text, err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	return lines[len(lines)-1]
}

package headers_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/serpent-os/wildebeest/wildebeest/audit"
)

// TestNotesTellWhatIsLinked links programs for musl, with sections collected,
// and reads their notes: the modules that are used, and no others.
func TestNotesTellWhatIsLinked(t *testing.T) {
	for _, test := range []struct {
		label, program string
		want           []string
	}{
		{"nothing", "int main(void) { return 0; }\n", nil},
		{"macros alone", "#include <sys/stat.h>\nint main(void) { return ACCESSPERMS == 0; }\n", nil},
		{"error", "#include <error.h>\nint main(void) { error(0, 0, \"x\"); return 0; }\n", []string{"error"}},
		{"argz", "#include <argz.h>\nint main(void) { return (int)argz_count(\"\", 0); }\n", []string{"argz"}},
	} {
		t.Run(test.label, func(t *testing.T) {
			source := filepath.Join(t.TempDir(), "program.c")
			if err := os.WriteFile(source, []byte(test.program), 0o644); err != nil {
				t.Fatal(err)
			}
			for _, to := range muslTargets(t) {
				to.link = append([]string{"-Wl,--gc-sections"}, to.link...)
				got, err := audit.File(to.compile(t, source, "-D_GNU_SOURCE"))
				if err != nil {
					t.Fatal(err)
				}
				for _, module := range test.want {
					if !slices.Contains(got, module) {
						t.Errorf("%s: notes %v, want %v among them", to.name, got, test.want)
					}
				}
				if test.want == nil && len(got) > 0 {
					t.Errorf("%s: notes %v in a program that uses nothing", to.name, got)
				}
			}
		})
	}
}

package trial

import (
	"os"
	"regexp"

	"github.com/serpent-os/wildebeest/bootstrap/build"
)

// compiled is the log of a section build in which something was compiled or linked: it
// has the name of a source or an object.
var compiled = regexp.MustCompile(`(?s)==> build\n.*?\.(?:c|cc|cpp|cxx|o|lo)\b.*==> install\n`)

// builds tells whether a package is built, even where it failed in the section install:
// what a makefile's install wants is not what a draft can know.
func builds(failed *build.BuildError) bool {
	if failed == nil {
		return true
	}
	if failed.Command == nil || failed.Command.Section != "install" {
		return false
	}
	log, err := os.ReadFile(failed.Log)
	return err == nil && compiled.Match(log)
}

package frame

import (
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/serpent-os/wildebeest/internal/version"
)

// commit is the commit that the program was built from; the Makefile sets it with
// -X. A program that `go install` built has it in its build information.
var commit string

// revision is the commit, as far as the program knows it.
func revision() string {
	if commit != "" {
		return commit
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" {
			return setting.Value
		}
	}
	if info.Main.Version != "" && info.Main.Version != "(devel)" {
		return "of module " + info.Main.Version
	}
	return "unknown"
}

// writeVersion writes the version, the commit, and what the tool says of its data.
func (t *Tool) writeVersion(w io.Writer) error {
	_, err := fmt.Fprintf(w, "%s %s\ncommit: %s\n", t.Name, version.String(), revision())
	if err == nil && t.Data != nil {
		_, err = fmt.Fprintln(w, strings.Join(t.Data(), "\n"))
	}
	return Output(0, err)
}

package report

import (
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/serpent-os/wildebeest/internal/printable"
)

// GitHub writes the findings as workflow commands of GitHub Actions, which shows them
// beside the lines: what stops a build as an error, what behaves otherwise as a
// warning, and the rest as a notice.
func (r *Report) GitHub(w io.Writer) error {
	for i := range r.Findings {
		f := &r.Findings[i]
		command := "notice"
		switch f.Level {
		case Build:
			command = "error"
		case Behave:
			command = "warning"
		}
		_, err := fmt.Fprintf(w, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", command, property.Replace(printable.Name(path.Join(r.Within, f.File))),
			max(f.Line, 1), max(f.Column, 1), property.Replace("wildebeest "+f.Rule), message.Replace(printable.Line(f.Name+": "+r.describe(f.Rule)+"; "+remedyText(f.Remedy))))
		if err != nil {
			return err
		}
	}
	for _, n := range r.Notes {
		if _, err := fmt.Fprintf(w, "::notice file=%s::%s\n", property.Replace(printable.Name(path.Join(r.Within, n.File))), message.Replace(printable.Line(n.Text))); err != nil {
			return err
		}
	}
	return nil
}

// What stands for itself in a message, and in a property, of a workflow command.
var (
	message  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

package report

import "github.com/serpent-os/wildebeest/internal/format"

// Formats are the forms in which a report is written. A new one is a method in
// a file of its own and a line here.
var Formats = format.Set[*Report]{
	"text":   (*Report).Text,
	"json":   (*Report).JSON,
	"sarif":  (*Report).SARIF,
	"github": (*Report).GitHub,
}

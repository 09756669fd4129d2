// Package version is the project's version, which every tool, the library's .pc
// files and the reports give.
package version

import (
	_ "embed"
	"strings"
)

//go:embed VERSION
var text string

// String returns the version, such as "0.1.0".
func String() string { return strings.TrimSpace(text) }

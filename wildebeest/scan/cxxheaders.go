package scan

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/internal/tsv"
)

//go:embed cxxheaders.tsv
var cxxTable string

// cxxHeaders are the headers of C that each of C++'s brings: <string.h> of <cstring>.
var cxxHeaders = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	// A test holds the table to be right.
	_ = tsv.Parse("cxxheaders.tsv", cxxTable, 2, func(f []string) error {
		all[f[0]] = strings.Fields(f[1])
		return nil
	})
	return all
})

package build

import (
	"context"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/wildebeest/audit"
)

// scanSource returns the GNUisms that a source tree uses and libwildebeest has
// a module for.
func scanSource(ctx context.Context, dir string) ([]ledger.Finding, error) {
	return nil, nil
}

// linkedModules returns the modules in the installed files, by path.
func linkedModules(install string) (map[string][]string, error) {
	return audit.Tree(install)
}

package main

import (
	"context"
	"path/filepath"

	"github.com/serpent-os/wildebeest/musl"
)

// installHeaders installs the headers of each release of musl whose source is
// available below dir, as DIR/musl-VERSION/include. What is there already stays.
func (w *workspace) installHeaders(ctx context.Context, dir string) error {
	for _, r := range musl.WithSource() {
		if err := r.InstallHeaders(ctx, &w.cache, w.machine, filepath.Join(dir, r.String())); err != nil {
			return err
		}
	}
	return nil
}

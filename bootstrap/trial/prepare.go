package trial

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/draft"
	"github.com/serpent-os/wildebeest/bootstrap/driver"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/wildebeest/fix"
	"github.com/serpent-os/wildebeest/wildebeest/scan"
)

// Prepare unpacks a source, drafts its recipe and scans it for the musl of the recipes.
// Nothing of the source is run.
func Prepare(ctx context.Context, d *driver.Driver, source draft.Source) (t *Trial, err error) {
	work, err := d.State.Scratch(source.Name)
	if err != nil {
		return nil, err
	}
	defer func() {
		if left := d.State.DiscardWork(ctx, work); err == nil {
			err = left
		}
	}()
	dir, err := draft.Unpack(d.Builder.Sources, source, work)
	if err != nil {
		return nil, err
	}
	t = &Trial{Driver: d, File: filepath.Join(d.State.Trial(source.Name), recipe.FileName)}
	if t.Draft, err = draft.Of(ctx, source, dir, d.Recipes); err != nil {
		return nil, err
	}
	musl, err := d.Recipes.Named("musl")
	if err != nil {
		return nil, err
	}
	if t.Verdict, err = scan.Tree(ctx, dir, scan.Options{Target: "musl-" + musl.Version}); err != nil {
		return nil, fmt.Errorf("scan %s: %w", source.Name, err)
	}
	mended, _, err := fix.Tree(dir, t.Verdict.Findings)
	if err != nil {
		return nil, err
	}
	if len(mended) > 0 {
		var patch bytes.Buffer
		if err := fix.WritePatch(&patch, mended); err != nil {
			return nil, err
		}
		t.Mend = patch.Bytes()
	}
	return t, nil
}

package srctree

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/regular"
)

// maxDsc bounds a source description, in bytes.
const maxDsc = 1 << 20

// openDsc reads the upstream tarballs that a Debian source description names,
// which lie beside it. Debian's own patches are not applied.
func openDsc(ctx context.Context, name string) (Source, error) {
	text, err := regular.Read(name, maxDsc)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	m := &Memory{Path: name}
	tarballs := dscTarballs(string(text))
	for _, file := range slices.Sorted(maps.Keys(tarballs)) {
		path := filepath.Join(filepath.Dir(name), file)
		if err := verify(ctx, path, tarballs[file]); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		if err := m.addArchive(ctx, path); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	if len(m.packed) == 0 {
		return nil, fmt.Errorf("read %s: %w", name, errors.New("it names no tarball of sources under Checksums-Sha256"))
	}
	m.note(filepath.Base(name), "the upstream sources, without Debian's patches")
	return m, nil
}

// dscTarballs returns the tarballs under Checksums-Sha256 with their sums,
// without Debian's own part.
func dscTarballs(text string) map[string]string {
	out := map[string]string{}
	inside := false
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		switch {
		case strings.HasPrefix(line, "Checksums-Sha256:"):
			inside = true
		case !strings.HasPrefix(line, " "):
			inside = false
		case inside && len(fields) == 3 && strings.Contains(fields[2], ".tar.") && !strings.Contains(fields[2], ".debian.tar.") && !strings.HasSuffix(fields[2], ".asc"):
			if fields[2] == filepath.Base(fields[2]) {
				out[fields[2]] = fields[0]
			}
		}
	}
	return out
}

func verify(ctx context.Context, path, want string) error {
	f, err := regular.Open(path)
	if err != nil {
		return fmt.Errorf("%w (fetch it into the same directory)", err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, &counter{r: f, check: func(int64) error { return ctx.Err() }}); err != nil {
		return err
	}
	if got := hex.EncodeToString(h.Sum(nil)); !strings.EqualFold(got, want) {
		return fmt.Errorf("%s: sha256 is %s, the .dsc says %s", path, got, want)
	}
	return nil
}

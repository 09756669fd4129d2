package srctree

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
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
	tarballs, err := Tarballs(name)
	if err != nil {
		return nil, err
	}
	m := &Memory{Path: name}
	for _, file := range slices.Sorted(maps.Keys(tarballs)) {
		path := filepath.Join(filepath.Dir(name), file)
		if err := verify(ctx, path, tarballs[file]); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		if err := m.addArchive(ctx, path); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	m.note(filepath.Base(name), "the upstream sources, without Debian's patches")
	return m, nil
}

// Tarballs are the upstream tarballs, beside it, that a Debian source description (dsc(5))
// names, with their sha256. An error means that there is none.
func Tarballs(name string) (map[string]string, error) {
	text, err := regular.Read(name, maxDsc)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	tarballs := dscTarballs(string(text))
	if len(tarballs) == 0 {
		return nil, fmt.Errorf("read %s: it names no tarball of sources under Checksums-Sha256", name)
	}
	return tarballs, nil
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

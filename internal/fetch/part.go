package fetch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/internal/archive"
	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/internal/temporary"
)

// FetchPart is Fetch for what lies below some paths of an archive, which count
// from below its top directory: the path of a plain tar file. A source that
// comes as a corner of a whole project's archive is so decompressed once, and
// not at each build. The part is kept beside the archive as
// SHA256-NAME.part-PATHS-OWN: the hashes of the paths and of the part.
func (c *Cache) FetchPart(ctx context.Context, w Wanted, paths []string, progress func(from string)) (string, error) {
	of := sha256.Sum256([]byte(strings.Join(paths, "\x00")))
	stem := fmt.Sprintf("%s.part-%x-", c.Path(w), of[:8])
	if kept := c.keptPart(stem); kept != "" {
		return kept, nil
	}
	archive, err := c.Fetch(ctx, w, progress)
	if err != nil {
		return "", err
	}
	return c.cut(archive, paths, stem)
}

// keptPart returns the part whose bytes are those that its name tells, or "".
func (c *Cache) keptPart(stem string) string {
	entries, err := os.ReadDir(c.Dir)
	if err != nil {
		return ""
	}
	for _, entry := range entries {
		own, ok := strings.CutPrefix(entry.Name(), filepath.Base(stem))
		if file := filepath.Join(c.Dir, entry.Name()); ok && c.has(file, own) {
			return file
		}
	}
	return ""
}

// cut writes the part of an archive.
func (c *Cache) cut(from string, paths []string, stem string) (string, error) {
	cutting, err := temporary.NewFile(c.Dir, partial)
	if err != nil {
		return "", err
	}
	defer os.Remove(cutting.Name())
	defer cutting.Close()
	hash := sha256.New()
	if err := archive.CopyPart(from, paths, io.MultiWriter(cutting, hash)); err != nil {
		return "", err
	}
	if err := cutting.Sync(); err != nil {
		return "", err
	}
	part := stem + hex.EncodeToString(hash.Sum(nil))
	if err := durable.Rename(cutting.Name(), part); err != nil {
		return "", err
	}
	c.verified.Store(part, true)
	return part, nil
}

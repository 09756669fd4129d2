package source

import (
	"archive/tar"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
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
func (c *Cache) cut(archive string, paths []string, stem string) (string, error) {
	file, err := os.Open(archive)
	if err != nil {
		return "", err
	}
	defer file.Close()
	temporary, err := os.CreateTemp(c.Dir, ".partial-")
	if err != nil {
		return "", err
	}
	defer os.Remove(temporary.Name())
	defer temporary.Close()
	plain, end, err := openArchive(file)
	if err != nil {
		return "", fmt.Errorf("%s: %w", archive, err)
	}
	hash := sha256.New()
	err = copyPart(archive, plain, paths, io.MultiWriter(temporary, hash))
	if ended := end(err != nil); err == nil && ended != nil {
		err = fmt.Errorf("%s: %w", archive, ended)
	}
	if err != nil {
		return "", err
	}
	if err := temporary.Sync(); err != nil {
		return "", err
	}
	part := stem + hex.EncodeToString(hash.Sum(nil))
	if err := os.Rename(temporary.Name(), part); err != nil {
		return "", err
	}
	c.verified.Store(part, true)
	return part, nil
}

// copyPart copies the entries of a tar stream that lie below paths. Nothing below
// one of them is an error: the recipe means something else.
func copyPart(name string, plain io.Reader, paths []string, to io.Writer) error {
	missing := make(map[string]bool)
	for _, p := range paths {
		missing[p] = true
	}
	in, out := tar.NewReader(plain), tar.NewWriter(to)
	var bounds bounds
	for {
		header, err := in.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		_, rest, _ := strings.Cut(path.Clean(header.Name), "/")
		wanted := false
		for _, p := range paths {
			if rest == p || strings.HasPrefix(rest, p+"/") {
				wanted = true
				delete(missing, p)
			}
		}
		if !wanted {
			continue
		}
		if why := bounds.add(header); why != "" {
			return &RefusedError{Archive: name, Entry: header.Name, Why: why}
		}
		if err := out.WriteHeader(header); err != nil {
			return fmt.Errorf("%s: entry %q: %w", name, header.Name, err)
		}
		if _, err := io.Copy(out, in); err != nil {
			return fmt.Errorf("%s: entry %q: %w", name, header.Name, err)
		}
	}
	for _, p := range paths {
		if missing[p] {
			return fmt.Errorf("%s: holds nothing at %q below its top directory; correct the recipe's paths", name, p)
		}
	}
	return out.Close()
}

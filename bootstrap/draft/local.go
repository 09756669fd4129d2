package draft

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/internal/archive"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/internal/temporary"
)

// directory packs a tree that somebody works on: the archive is a file of the cache.
func (f *Finder) directory(ctx context.Context, dir string) (Source, error) {
	s, err := fromStem(filepath.Base(dir))
	if err != nil {
		return Source{}, fmt.Errorf("source %s: %w", dir, err)
	}
	if err := os.MkdirAll(f.Cache.Dir, 0o755); err != nil {
		return Source{}, err
	}
	work, err := temporary.NewDir(f.Cache.Dir, ".packed-")
	if err != nil {
		return Source{}, err
	}
	defer work.Remove()
	name := s.Name + "-" + s.Version
	packed := filepath.Join(work.Path, name+".tar")
	if err := archive.Pack(ctx, dir, name, packed); err != nil {
		return Source{}, fmt.Errorf("pack %s: %w", dir, err)
	}
	hash, err := f.Cache.Add(ctx, packed)
	if err != nil {
		return Source{}, err
	}
	kept, err := filepath.Abs(f.Cache.Path(fetch.Wanted{SHA256: hash, Name: name + ".tar"}))
	if err != nil {
		return Source{}, err
	}
	s.Upstream = recipe.Upstream{Location: fetch.FileScheme + kept, SHA256: hash}
	return s, nil
}

// maxDescription bounds a .dsc, in lines.
const maxDescription = 10_000

// described is a Debian source package (dsc(5)): its tarball without Debian's changes,
// which lies beside the description.
func (f *Finder) described(ctx context.Context, file string) (Source, error) {
	in, err := os.Open(file)
	if err != nil {
		return Source{}, err
	}
	defer in.Close()
	hash, name := "", ""
	sums := false
	lines := bufio.NewScanner(in)
	for n := 0; lines.Scan() && n < maxDescription; n++ {
		line := lines.Text()
		if !strings.HasPrefix(line, " ") {
			sums = strings.HasPrefix(line, "Checksums-Sha256:")
			continue
		}
		if fields := strings.Fields(line); sums && len(fields) == 3 && suffix.MatchString(fields[2]) && !strings.Contains(fields[2], ".debian.tar") && name == "" {
			hash, name = fields[0], fields[2]
		}
	}
	if err := lines.Err(); err != nil {
		return Source{}, err
	}
	if name == "" || name != filepath.Base(name) {
		return Source{}, fmt.Errorf("source %s: it names no tarball under Checksums-Sha256", file)
	}
	s, err := f.tarball(ctx, filepath.Join(filepath.Dir(file), name))
	if err == nil && s.Upstream.SHA256 != hash {
		err = &fetch.HashError{From: name, Want: hash, Got: s.Upstream.SHA256}
	}
	return s, err
}

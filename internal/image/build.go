package main

import (
	"archive/tar"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
	"github.com/google/go-containerregistry/pkg/v1/types"
	"github.com/serpent-os/wildebeest/internal/version"
)

// build makes the image of a machine.
func build(arch, programs string, created time.Time) (v1.Image, v1.Platform, error) {
	platform := v1.Platform{OS: "linux", Architecture: arch}
	if arch == "arm64" {
		platform.Variant = "v8"
	}
	text, err := files(programs, created)
	if err != nil {
		return nil, platform, err
	}
	layer, err := tarball.LayerFromOpener(func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil },
		tarball.WithMediaType(types.OCILayer))
	if err != nil {
		return nil, platform, err
	}
	image, err := mutate.Append(mutate.MediaType(empty.Image, types.OCIManifestSchema1), mutate.Addendum{
		Layer: layer, History: v1.History{Created: v1.Time{Time: created}, CreatedBy: "make image"},
	})
	if err != nil {
		return nil, platform, err
	}
	config, err := image.ConfigFile()
	if err != nil {
		return nil, platform, err
	}
	config = config.DeepCopy()
	config.OS, config.Architecture, config.Variant, config.Created = platform.OS, platform.Architecture, platform.Variant, v1.Time{Time: created}
	config.Config.Env = []string{"PATH=/usr/bin"}
	config.Config.Labels = map[string]string{
		"org.opencontainers.image.title":    "wildebeest",
		"org.opencontainers.image.version":  version.Number,
		"org.opencontainers.image.licenses": "MIT",
		"org.opencontainers.image.source":   "https://github.com/serpent-os/wildebeest",
	}
	image, err = mutate.ConfigFile(image, config)
	return mutate.ConfigMediaType(image, types.OCIConfigJSON), platform, err
}

// files is the tar archive of the programs in a directory, in the order of names.
func files(programs string, created time.Time) ([]byte, error) {
	entries, err := os.ReadDir(programs)
	if err != nil {
		return nil, err
	}
	if len(entries) == 0 {
		return nil, fmt.Errorf("there is no program in %s", programs)
	}
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, dir := range []string{"usr/", "usr/bin/"} {
		if err := w.WriteHeader(&tar.Header{Name: dir, Typeflag: tar.TypeDir, Mode: 0o755, ModTime: created}); err != nil {
			return nil, err
		}
	}
	for _, entry := range entries {
		text, err := os.ReadFile(filepath.Join(programs, entry.Name()))
		if err != nil {
			return nil, err
		}
		h := &tar.Header{Name: "usr/bin/" + entry.Name(), Typeflag: tar.TypeReg, Mode: 0o755, Size: int64(len(text)), ModTime: created}
		if err := w.WriteHeader(h); err != nil {
			return nil, err
		}
		if _, err := w.Write(text); err != nil {
			return nil, err
		}
	}
	err = w.Close()
	return out.Bytes(), err
}

package main

import (
	"archive/tar"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-containerregistry/pkg/v1/layout"
	"github.com/google/go-containerregistry/pkg/v1/validate"
	"github.com/serpent-os/wildebeest/internal/version"
)

// programs is a directory of programs.
func programs(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("program "+name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// all is every file of a directory.
func all(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		found[path[len(dir):]] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestImage(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1700000000")
	args := []string{"amd64=" + programs(t, "getent", "getconf"), "arm64=" + programs(t, "getent")}
	one, other := filepath.Join(t.TempDir(), "image"), filepath.Join(t.TempDir(), "image")
	for _, dir := range []string{one, other} {
		if err := run(dir, args); err != nil {
			t.Fatal(err)
		}
	}
	first, second := all(t, one), all(t, other)
	if len(first) != len(second) {
		t.Errorf("%d files, and then %d", len(first), len(second))
	}
	for name, text := range first {
		if second[name] != text {
			t.Errorf("%s differs when it is made again", name)
		}
	}
	index, err := layout.ImageIndexFromPath(one)
	if err != nil {
		t.Fatal(err)
	}
	if err := validate.Index(index); err != nil {
		t.Error(err)
	}
	named, err := index.IndexManifest()
	if err != nil || len(named.Manifests) != 1 || named.Manifests[0].Annotations["org.opencontainers.image.ref.name"] != version.Number {
		t.Fatalf("%+v, %v", named, err)
	}
	if index, err = index.ImageIndex(named.Manifests[0].Digest); err != nil {
		t.Fatal(err)
	}
	manifest, err := index.IndexManifest()
	if err != nil || len(manifest.Manifests) != 2 || manifest.Manifests[1].Platform.Architecture != "arm64" {
		t.Fatalf("%+v, %v", manifest, err)
	}
	image, err := index.Image(manifest.Manifests[0].Digest)
	if err != nil {
		t.Fatal(err)
	}
	config, err := image.ConfigFile()
	if err != nil || config.Architecture != "amd64" || config.Created.Unix() != 1700000000 || config.Config.Labels["org.opencontainers.image.licenses"] != "MIT" {
		t.Errorf("%+v, %v", config, err)
	}
	layers, err := image.Layers()
	if err != nil || len(layers) != 1 {
		t.Fatalf("%d layers, %v", len(layers), err)
	}
	plain, err := layers[0].Uncompressed()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for reader := tar.NewReader(plain); ; {
		h, err := reader.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if h.Mode != 0o755 || h.Uid != 0 || h.ModTime.Unix() != 1700000000 {
			t.Errorf("%+v", h)
		}
		text, _ := io.ReadAll(reader)
		if h.Typeflag == tar.TypeReg && !bytes.HasPrefix(text, []byte("program ")) {
			t.Errorf("%s has %q", h.Name, text)
		}
		names = append(names, h.Name)
	}
	if got := strings.Join(names, " "); got != "usr/ usr/bin/ usr/bin/getconf usr/bin/getent" {
		t.Errorf("the layer has %s", got)
	}
}

func TestWrong(t *testing.T) {
	there := t.TempDir()
	for _, test := range []struct {
		output string
		args   []string
		want   string
	}{
		{"", nil, "usage: "},
		{there, []string{"amd64=x"}, "is there already; name a new directory"},
		{there + "/a", []string{"amd64"}, `"amd64": write ARCH=PROGRAMS`},
		{there + "/b", []string{"amd64=" + there + "/none"}, "amd64: open "},
		{there + "/c", []string{"amd64=" + t.TempDir()}, "amd64: there is no program in "},
	} {
		if err := run(test.output, test.args); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v: %v, want %s", test.args, err, test.want)
		}
	}
	t.Setenv("SOURCE_DATE_EPOCH", "yesterday")
	if err := run(there+"/d", []string{"amd64=x"}); err == nil || !strings.Contains(err.Error(), "want seconds since 1970") {
		t.Error(err)
	}
}

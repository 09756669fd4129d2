package suite

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/internal/archive"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// glibcPrelude is what macros.yaml has for musl: the same compiler and linker.
const glibcPrelude = `toolchain="--start-no-unused-arguments -fuse-ld=lld --end-no-unused-arguments"
export CC="clang $toolchain" CXX="clang++ $toolchain" AR=llvm-ar
export CFLAGS="-O2 -pipe -ffile-prefix-map=%(workdir)=." LDFLAGS="-Wl,--build-id=none"
`

// A host builds a recipe's sections against its own glibc.
type host struct {
	Suite
	options
	sources *fetch.Cache
}

// onGlibc builds the tests, unless they are built, runs them in the test root, and
// returns what they say.
func (h *host) onGlibc(ctx context.Context, tests *recipe.Recipe, p *testRoot) (map[string]Result, error) {
	script, err := tests.Script(recipe.Context{
		WorkDir: h.BuildDir, InstallRoot: installDir, Jobs: h.jobs, Prelude: glibcPrelude,
	})
	if err != nil {
		return nil, err
	}
	base, err := filepath.Abs(filepath.Join(h.state, h.Name+"-glibc"))
	if err != nil {
		return nil, err
	}
	built := filepath.Join(base, fmt.Sprintf("%x", sha256.Sum256([]byte(script.Text+tests.Upstreams[0].SHA256)))[:16])
	if _, err := os.Stat(built); err != nil {
		if err := h.build(ctx, tests.Upstreams[0], script.Text, base, built, p); err != nil {
			return nil, err
		}
	}
	return p.run(ctx, "glibc", filepath.Join(built, h.tree()))
}

// build builds in the test root what is then at built.
func (h *host) build(ctx context.Context, upstream recipe.Upstream, script, base, built string, p *testRoot) error {
	if err := os.MkdirAll(base, 0o755); err != nil {
		return err
	}
	work, err := os.MkdirTemp(base, ".new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	tarball, err := h.sources.Fetch(ctx, fetch.Wanted{
		SHA256: upstream.SHA256, Name: upstream.FileName(), URL: upstream.Location,
	}, nil)
	if err != nil {
		return err
	}
	top, err := archive.ExtractFile(tarball, work, archive.Extraction{})
	if err != nil {
		return err
	}
	install := filepath.Join(work, "install")
	if err := os.Mkdir(install, 0o755); err != nil {
		return err
	}
	log := filepath.Join(base, "log")
	h.say("glibc: building; the log is " + log)
	if err := p.shell(ctx, filepath.Join(work, top), install, script, log); err != nil {
		return fmt.Errorf("build %s's tests against glibc: %w; the log is %s", h.Name, err, log)
	}
	return os.Rename(install, built)
}

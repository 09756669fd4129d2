package musl

import (
	"context"
	"strings"

	"github.com/serpent-os/wildebeest/internal/fetch"
)

// BuildLibrary builds the release's shared library for a machine and puts it into
// prefix, as lib/libc.so. It is for reading its symbols, not for running programs:
// nothing is optimised, which takes a third of the time. prefix appears when all
// of it is there, or not at all; what is there already stays.
func (r Release) BuildLibrary(ctx context.Context, cache *fetch.Cache, m Machine, prefix string) error {
	return r.install(ctx, cache, prefix, "lib/libc.so", func(source, to string) error {
		err := r.run(ctx, m, source, "./configure", "--prefix="+to, "--target="+m.Triple, "--disable-static", "--disable-optimize",
			"CC="+strings.Join(m.Compiler(), " "), "CFLAGS=-O0", "AR=llvm-ar", "RANLIB=llvm-ranlib")
		if err != nil {
			return err
		}
		return r.run(ctx, m, source, "make", "-s", "-j2", "lib/libc.so", to+"/lib/libc.so")
	})
}

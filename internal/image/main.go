// Image writes an OCI image of the tools: an image layout (a directory) with one image
// of several machines, under the version's name, which has the programs in /usr/bin
// and nothing else. Programs that are the same give the same bytes; SOURCE_DATE_EPOCH
// is the time of all files.
//
//	go run ./internal/image -o DIR ARCH=PROGRAMS...
//
// PROGRAMS is a directory, and ARCH the name that Go has for its machine.
package main

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/layout"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/types"
	"github.com/serpent-os/wildebeest/internal/version"
)

func main() {
	output := flag.String("o", "", "write the layout to `DIR`, which must not exist")
	flag.Parse()
	if err := run(*output, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "image:", err)
		os.Exit(1)
	}
}

func run(output string, args []string) error {
	if output == "" || len(args) == 0 {
		return fmt.Errorf("usage: image -o DIR ARCH=PROGRAMS, one or several")
	}
	if _, err := os.Lstat(output); err == nil {
		return fmt.Errorf("%s is there already; name a new directory, or remove it", output)
	}
	created, err := epoch()
	if err != nil {
		return err
	}
	all := mutate.IndexMediaType(empty.Index, types.OCIImageIndex)
	for _, arg := range args {
		arch, programs, ok := strings.Cut(arg, "=")
		if !ok {
			return fmt.Errorf("%q: write ARCH=PROGRAMS", arg)
		}
		image, platform, err := build(arch, programs, created)
		if err != nil {
			return fmt.Errorf("%s: %w", arch, err)
		}
		all = mutate.AppendManifests(all, mutate.IndexAddendum{Add: image, Descriptor: v1.Descriptor{Platform: &platform}})
	}
	to, err := layout.Write(output, empty.Index)
	if err != nil {
		return err
	}
	// By the name, tools take the image of their machine.
	return to.AppendIndex(all, layout.WithAnnotations(map[string]string{"org.opencontainers.image.ref.name": version.Number}))
}

// epoch is the time of SOURCE_DATE_EPOCH, or 1970.
func epoch() (time.Time, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		return time.Unix(0, 0).UTC(), nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH=%s: want seconds since 1970", text)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

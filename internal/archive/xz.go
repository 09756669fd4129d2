package archive

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"

	"github.com/serpent-os/wildebeest/internal/compression"
)

// xzMagic begins an xz file, xzMemory bounds what decompressing one may use:
// xz -9 needs 65 MiB.
const (
	xzMagic  = "\xfd7zXZ\x00"
	xzMemory = "256MiB"
)

// maxPadding bounds what may follow an archive's end, in bytes.
const maxPadding = 1 << 20

// open returns an archive's plain bytes, bounded. For xz, which is what takes most
// of the time before a build, the machine's own program is used where there is
// one. end has to be called when the archive was read, or given up: it tells
// whether the program found something wrong.
func open(file *os.File) (plain io.Reader, end func(givenUp bool) error, err error) {
	head := make([]byte, len(xzMagic))
	if _, err := file.ReadAt(head, 0); err != nil && err != io.EOF {
		return nil, nil, err
	}
	program, err := exec.LookPath("xz")
	if string(head) != xzMagic || err != nil {
		if plain, err = compression.Open(file); err == nil {
			plain, err = bounded(plain, file)
		}
		return plain, func(bool) error { return nil }, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	command := exec.CommandContext(ctx, program, "--decompress", "--stdout", "--threads=0", "--memlimit-decompress="+xzMemory)
	var errs bytes.Buffer
	command.Stdin, command.Stderr = file, &errs
	command.Env = []string{"LC_ALL=C"} // no XZ_OPT of the caller's
	output, err := command.StdoutPipe()
	if err == nil {
		plain, err = bounded(output, file)
	}
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		cancel()
		return nil, nil, err
	}
	return plain, func(givenUp bool) error {
		defer cancel()
		// An archive is padded; what is longer than that is no part of it.
		if _, err := io.CopyN(io.Discard, output, maxPadding); givenUp || err == nil {
			cancel()
			command.Wait()
			return nil
		}
		if err := command.Wait(); err != nil {
			return fmt.Errorf("xz: %w: %s", err, strings.TrimSpace(errs.String()))
		}
		return nil
	}, nil
}

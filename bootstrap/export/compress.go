package export

import (
	"compress/gzip"
	"io"
	"path/filepath"

	"github.com/klauspost/compress/zstd"
)

// Compress compresses what is written to w as the end of a file's name says: .gz and
// .tgz with gzip, .zst with zstandard, and any other not at all. Closing does not
// close w. The bytes do not depend on the machine.
func Compress(w io.Writer, name string) (io.WriteCloser, error) {
	switch filepath.Ext(name) {
	case ".gz", ".tgz":
		return gzip.NewWriterLevel(w, gzip.BestCompression)
	case ".zst":
		return zstd.NewWriter(w, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedBetterCompression))
	}
	return plain{w}, nil
}

type plain struct{ io.Writer }

func (plain) Close() error { return nil }

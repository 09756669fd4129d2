package archive

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// Bounds of one archive: a source tree has less of everything, and a bomb more.
const (
	maxEntries   = 1_000_000
	maxExtracted = 16 << 30 // bytes
	maxName      = 2048     // bytes of a name, or of a link's target
	maxDepth     = 256      // directories in a name

	// A compressed archive has at most ratio times its own bytes, or fewBytes. Of
	// sources, 5 to 20 times are usual; zeros compress 1,000 times with gzip and
	// 7,000 times with xz.
	maxRatio = 250
	fewBytes = 256 << 20
)

// bounds counts what was taken of one archive.
type bounds struct {
	entries int
	bytes   int64
	most    int64 // bytes
}

// boundsOf are those of a plain archive. A sparse file in it has more bytes than the
// archive itself: its holes.
func boundsOf(plain io.Reader) bounds {
	if reader, ok := plain.(*boundedReader); ok {
		return bounds{most: reader.most}
	}
	return bounds{most: maxExtracted}
}

// add counts an entry and says why it is too much, or "".
func (b *bounds) add(header *tar.Header) string {
	b.entries++
	b.bytes += header.Size
	switch {
	case b.entries > maxEntries:
		return fmt.Sprintf("is one of more than %d", maxEntries)
	case header.Size > b.most || b.bytes > b.most:
		return fmt.Sprintf("brings the contents over %d bytes, too much for an archive of its size", b.most)
	case len(header.Name) > maxName || len(header.Linkname) > maxName:
		return fmt.Sprintf("has a name or a link of more than %d bytes", maxName)
	case strings.Count(header.Name, "/") > maxDepth:
		return fmt.Sprintf("lies in more than %d directories", maxDepth)
	}
	return ""
}

// shortened is an entry's name for a message.
func shortened(name string) string {
	const most = 200
	if len(name) > most {
		return fmt.Sprintf("%q…", name[:most])
	}
	return fmt.Sprintf("%q", name)
}

// A bombError is an archive that has more in it than its size lets expect.
type bombError struct{ most int64 }

func (e *bombError) Error() string {
	return fmt.Sprintf("it unpacks to more than %d bytes, too much for an archive of its size; the archive is refused: take another one, from a place that you trust", e.most)
}

// bounded bounds the plain bytes of an archive's file.
func bounded(plain io.Reader, file *os.File) (io.Reader, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	most := int64(maxExtracted)
	if info.Size() < maxExtracted/maxRatio {
		most = max(info.Size()*maxRatio, fewBytes)
	}
	return &boundedReader{plain, most, most}, nil
}

type boundedReader struct {
	plain      io.Reader
	left, most int64
}

func (r *boundedReader) Read(p []byte) (int, error) {
	n, err := r.plain.Read(p)
	if r.left -= int64(n); r.left < 0 {
		return n, &bombError{r.most}
	}
	return n, err
}

// broken is the error of a stream that is no archive from some point on.
func (x *extractor) broken(err error) error {
	if errors.Is(err, tar.ErrHeader) {
		err = fmt.Errorf("it is no tar archive, plain or compressed with gzip, bzip2, xz or zstandard: %w", err)
	}
	return fmt.Errorf("%s: after %d entries: %w", x.name, x.bounds.entries, err)
}

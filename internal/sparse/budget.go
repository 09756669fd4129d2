package sparse

import (
	"fmt"
	"io"
)

// A Budget reads a file whose own numbers say what is read of it, such as an ELF
// file, up to a bound.
type Budget struct {
	From io.ReaderAt
	Left int64 // bytes
}

// ReadAt implements io.ReaderAt. Beyond the bound it is an error.
func (b *Budget) ReadAt(p []byte, offset int64) (int, error) {
	if b.Left -= int64(len(p)); b.Left < 0 {
		return 0, fmt.Errorf("its headers lead to more data than is read of one file")
	}
	return b.From.ReadAt(p, offset)
}

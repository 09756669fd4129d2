package sparse

import (
	"io"
	"math"
	"os"

	"golang.org/x/sys/unix"
)

// Data reads a file from its start without its holes. In the place of one stands a
// single zero byte: this is for searching, as no text goes across a hole.
func Data(file *os.File) io.Reader { return &data{file: file} }

type data struct {
	file    *os.File
	at, end int64 // of what is known to be no hole
}

func (d *data) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if d.at == d.end {
		begin, err := unix.Seek(int(d.file.Fd()), d.at, unix.SEEK_DATA)
		switch {
		case err == unix.ENXIO:
			return 0, io.EOF
		case err == unix.EINVAL: // a file system that does not tell
			begin, d.end = d.at, math.MaxInt64
		case err != nil:
			return 0, &os.PathError{Op: "seek data", Path: d.file.Name(), Err: err}
		default:
			if d.end, err = unix.Seek(int(d.file.Fd()), begin, unix.SEEK_HOLE); err != nil {
				return 0, &os.PathError{Op: "seek hole", Path: d.file.Name(), Err: err}
			}
		}
		if hole := begin > d.at; hole {
			d.at, p[0] = begin, 0
			return 1, nil
		}
	}
	n, err := d.file.ReadAt(p[:min(int64(len(p)), d.end-d.at)], d.at)
	d.at += int64(n)
	if n > 0 && d.at < d.end {
		return n, err
	}
	if err == io.EOF && n > 0 {
		err = nil
	}
	return n, err
}

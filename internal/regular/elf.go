package regular

import (
	"debug/elf"
	"fmt"
	"io"
	"math"
	"os"

	"golang.org/x/sys/unix"
)

// maxELF bounds what is read of an ELF file's headers and tables, in bytes. The
// tables of the largest libraries, as libLLVM's, have some 10 MB.
const maxELF = 64 << 20

// ELF reads an ELF file. What its headers name may be as large as the file, which
// may be a hole of terabytes: to read more than 64 MiB is an error, now or when
// sections are read.
func ELF(file io.ReaderAt) (*elf.File, error) { return elfWithin(file, maxELF) }

func elfWithin(file io.ReaderAt, most int64) (*elf.File, error) {
	return elf.NewFile(&bounded{file, most, most})
}

type bounded struct {
	file       io.ReaderAt
	left, most int64 // bytes
}

func (b *bounded) ReadAt(p []byte, at int64) (int, error) {
	if b.left -= int64(len(p)); b.left < 0 {
		return 0, fmt.Errorf("its headers name more than %d bytes to read", b.most)
	}
	return b.file.ReadAt(p, at)
}

// Data reads a file from its start without its holes. In the place of one stands a
// single zero byte.
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

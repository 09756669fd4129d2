package sparse

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strings"
)

// Kinds of sums. A file without holes has its sha256; one with holes, whose zeros
// would take hours to hash, has the sha256 of the offset and bytes of each block
// that is not all zero, and of its size.
const (
	plainSum  = "sha256:"
	sparseSum = "sparse-sha256:"
)

// block is the length of a block of a sparse sum, in bytes.
const block = 64 << 10

// Sum identifies the contents of a file: a kind, and hexadecimal digits.
func Sum(file *os.File) (string, error) {
	info, err := file.Stat()
	if err != nil {
		return "", err
	}
	holes, err := hasHoles(file, info.Size())
	if err != nil {
		return "", err
	}
	return sumOf(file, info.Size(), holes)
}

// HasSum tells whether a file has the contents that a sum identifies, wherever it
// has holes now.
func HasSum(file *os.File, sum string) (bool, error) {
	info, err := file.Stat()
	if err != nil {
		return false, err
	}
	now, err := sumOf(file, info.Size(), strings.HasPrefix(sum, sparseSum))
	return now == sum, err
}

func sumOf(file *os.File, size int64, holes bool) (string, error) {
	hash := sha256.New()
	if !holes {
		_, err := io.Copy(hash, io.NewSectionReader(file, 0, size))
		return plainSum + hex.EncodeToString(hash.Sum(nil)), err
	}
	err := blocks(file, size, func(offset int64, data []byte) error {
		if bytes.Count(data, []byte{0}) == len(data) {
			return nil
		}
		var at [8]byte
		binary.BigEndian.PutUint64(at[:], uint64(offset))
		hash.Write(at[:])
		hash.Write(data)
		return nil
	})
	fmt.Fprintf(hash, "%d", size)
	return sparseSum + hex.EncodeToString(hash.Sum(nil)), err
}

// blocks calls each for every aligned block of a file that has data.
func blocks(file *os.File, size int64, each func(offset int64, data []byte) error) error {
	buffer := make([]byte, block)
	next := int64(0) // the first block that was not given yet
	return Extents(file, func(offset, length int64) error {
		for at := max(offset/block*block, next); at < offset+length; at += block {
			data := buffer[:min(block, size-at)]
			if n, err := file.ReadAt(data, at); n < len(data) {
				return err
			}
			if err := each(at, data); err != nil {
				return err
			}
			next = at + block
		}
		return nil
	})
}

// FirstDifference returns the offset of the first byte that two files of the same
// size do not have in common, or -1.
func FirstDifference(one, other *os.File) (int64, error) {
	info, err := one.Stat()
	if err != nil {
		return 0, err
	}
	first := int64(-1)
	buffer := make([]byte, block)
	for _, order := range [][2]*os.File{{one, other}, {other, one}} { // where either has data
		err := blocks(order[0], info.Size(), func(offset int64, data []byte) error {
			if first >= 0 && offset > first {
				return io.EOF
			}
			n, err := order[1].ReadAt(buffer[:len(data)], offset)
			if err != nil && err != io.EOF {
				return err
			}
			for i := range data {
				if i >= n || data[i] != buffer[i] {
					if at := offset + int64(i); first < 0 || at < first {
						first = at
					}
					return io.EOF
				}
			}
			return nil
		})
		if err != nil && err != io.EOF {
			return 0, err
		}
	}
	return first, nil
}

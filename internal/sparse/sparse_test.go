package sparse

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// aFile is a file of size bytes with texts at their offsets.
func aFile(t *testing.T, size int64, texts map[int64]string) *os.File {
	t.Helper()
	file, err := os.CreateTemp(t.TempDir(), "")
	check(t, err)
	t.Cleanup(func() { file.Close() })
	check(t, file.Truncate(size))
	for at, text := range texts {
		_, err := file.WriteAt([]byte(text), at)
		check(t, err)
	}
	return file
}

const huge = 8 << 40

func TestHolesAreNotRead(t *testing.T) {
	from := aFile(t, huge, map[int64]string{1 << 40: "one", huge - 10: "two"})
	to := aFile(t, 0, nil)
	check(t, Copy(to, from))
	if first, err := FirstDifference(from, to); first != -1 || err != nil {
		t.Errorf("the copy differs from byte %d on: %v", first, err)
	}
	sum, err := Sum(from)
	check(t, err)
	if ok, err := HasSum(to, sum); !ok || err != nil || !strings.HasPrefix(sum, sparseSum) {
		t.Errorf("the copy is not of the sum %s: %v", sum, err)
	}
	for _, at := range []int64{0, 1<<40 + 1, 1<<40 + 200_000, huge - 1} {
		other := aFile(t, huge, map[int64]string{1 << 40: "one", huge - 10: "two"})
		_, err := other.WriteAt([]byte("x"), at)
		check(t, err)
		if first, err := FirstDifference(from, other); first != at || err != nil {
			t.Errorf("differs from byte %d on, want %d: %v", first, at, err)
		}
		if ok, err := HasSum(other, sum); ok || err != nil {
			t.Errorf("with another byte at %d the sum is the same: %v", at, err)
		}
	}
	all, err := io.ReadAll(Data(from))
	check(t, err)
	if len(all) > 1<<20 || !bytes.Contains(all, []byte("one")) || !bytes.Contains(all, []byte("two")) {
		t.Errorf("%d bytes of data", len(all))
	}
}

// TestSumsOfZeros has a file with zeros on the disk: the same contents.
func TestSumsOfZeros(t *testing.T) {
	const size = 3*block + 5
	with := aFile(t, size, map[int64]string{block: "x"})
	without := aFile(t, 0, nil)
	text := make([]byte, size)
	text[block] = 'x'
	_, err := without.Write(text)
	check(t, err)
	sum, err := Sum(with)
	check(t, err)
	if ok, err := HasSum(without, sum); !ok || err != nil {
		t.Errorf("%s: %v", sum, err)
	}
	sum, err = Sum(without)
	check(t, err)
	if want := fmt.Sprintf("sha256:%x", sha256.Sum256(text)); sum != want {
		t.Errorf("%s, want %s", sum, want)
	}
	if ok, err := HasSum(with, sum); !ok || err != nil {
		t.Errorf("%s: %v", sum, err)
	}
}

func TestSmallFiles(t *testing.T) {
	for _, text := range []string{"", "x", strings.Repeat("text", block)} {
		from := aFile(t, 0, map[int64]string{0: text})
		path := filepath.Join(t.TempDir(), "copy")
		to, err := os.Create(path)
		check(t, err)
		check(t, Copy(to, from))
		check(t, to.Close())
		got, err := os.ReadFile(path)
		check(t, err)
		if string(got) != text {
			t.Errorf("%d bytes are copied as %d", len(text), len(got))
		}
	}
}

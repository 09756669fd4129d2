package archive

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// zeros writes n bytes.
func zeros(t *testing.T, w io.Writer, n int64) {
	t.Helper()
	if _, err := io.CopyN(w, zeroReader{}, n); err != nil {
		t.Fatal(err)
	}
}

type zeroReader struct{}

func (zeroReader) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// bomb writes an archive of one file of zeros, over what its size allows.
func bomb(t *testing.T, w io.Writer) {
	t.Helper()
	out := tar.NewWriter(w)
	const size = fewBytes + 1<<20
	if err := out.WriteHeader(&tar.Header{Name: "a/zeros", Typeflag: tar.TypeReg, Mode: 0o644, Size: size}); err != nil {
		t.Fatal(err)
	}
	zeros(t, out, size)
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}

func wantBomb(t *testing.T, label, file string) {
	t.Helper()
	_, err := ExtractFile(file, filepath.Join(t.TempDir(), "in"), Extraction{})
	var bomb *bombError
	var refused *RefusedError
	if !errors.As(err, &bomb) && !errors.As(err, &refused) || !strings.Contains(err.Error(), file) {
		t.Errorf("%s: extraction says %v", label, err)
	}
	if err := CopyPart(file, []string{"other"}, io.Discard); !errors.As(err, &bomb) {
		t.Errorf("%s: a part of it says %v", label, err)
	}
}

// TestBombs has archives that unpack to far more than their size.
func TestBombs(t *testing.T) {
	dir := t.TempDir()
	packed, err := os.Create(filepath.Join(dir, "a.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	w := gzip.NewWriter(packed)
	bomb(t, w)
	if err := errors.Join(w.Close(), packed.Close()); err != nil {
		t.Fatal(err)
	}
	wantBomb(t, "gzip", packed.Name())
	program, err := exec.LookPath("xz")
	if err != nil {
		t.Fatal(err)
	}
	xz := exec.Command(program, "-1", "--stdout")
	in, err := xz.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(filepath.Join(dir, "a.tar.xz"))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	xz.Stdout = out
	if err := xz.Start(); err != nil {
		t.Fatal(err)
	}
	bomb(t, in)
	if err := errors.Join(in.Close(), xz.Wait()); err != nil {
		t.Fatal(err)
	}
	wantBomb(t, "xz", out.Name())
}

// TestSparseOfTerabytes has an entry of 8 TiB that is a hole, as `tar -S` writes it.
func TestSparseOfTerabytes(t *testing.T) {
	const list = "1\n8796093022207\n1\n"
	records := map[string]string{"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "a/sparse", "GNU.sparse.realsize": "8796093022208"}
	var data bytes.Buffer
	var pax strings.Builder
	for key, value := range records {
		pax.WriteString(paxRecord(key, value))
	}
	body := list + strings.Repeat("\x00", 512-len(list)) + "x"
	raw(&data, "a/PaxHeaders/sparse", 'x', pax.String())
	raw(&data, "a/GNUSparseFile.0/sparse", '0', body)
	data.Write(make([]byte, 1024))
	_, err := Extract("x.tar", bytes.NewReader(data.Bytes()), t.TempDir(), Extraction{})
	var refused *RefusedError
	if !errors.As(err, &refused) || refused.Entry != "a/sparse" || !strings.Contains(err.Error(), "brings the contents over") {
		t.Errorf("got %v", err)
	}
}

// paxRecord is "LENGTH KEY=VALUE\n", whose length counts itself.
func paxRecord(key, value string) string {
	body := " " + key + "=" + value + "\n"
	n := len(body)
	for len(strconv.Itoa(n))+len(body) != n {
		n = len(strconv.Itoa(n)) + len(body)
	}
	return strconv.Itoa(n) + body
}

// raw writes a tar header and body that package tar does not write.
func raw(w *bytes.Buffer, name string, kind byte, body string) {
	var header [512]byte
	copy(header[:], name)
	copy(header[100:], "0000644\x000000000\x000000000\x00"+fmt.Sprintf("%011o\x0014000000000\x00        %c", len(body), kind))
	copy(header[257:], "ustar\x0000")
	sum := 0
	for _, b := range header {
		sum += int(b)
	}
	copy(header[148:], fmt.Sprintf("%06o\x00 ", sum))
	w.Write(header[:])
	w.WriteString(body)
	w.Write(make([]byte, (512-len(body)%512)%512))
}

// TestHoles has a sparse file in a small archive.
func TestHoles(t *testing.T) {
	dir := t.TempDir()
	sparse := filepath.Join(dir, "image")
	if err := errors.Join(os.WriteFile(sparse, []byte("x"), 0o644), os.Truncate(sparse, fewBytes+1<<20)); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"gnu", "pax"} {
		file := filepath.Join(dir, format+".tar")
		if out, err := exec.Command("tar", "--format="+format, "--sparse", "-C", dir, "-cf", file, "image").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		into := filepath.Join(dir, "in-"+format)
		_, err := ExtractFile(file, into, Extraction{})
		var refused *RefusedError
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), `"image"`) {
			t.Errorf("%s: extraction says %v", format, err)
		}
		if err := CopyPart(file, []string{""}, io.Discard); !errors.As(err, &refused) {
			t.Errorf("%s: a part of it says %v", format, err)
		}
		if left, err := os.ReadDir(into); err != nil || len(left) > 0 {
			t.Errorf("%s: extracted %v, %v", format, left, err)
		}
	}
}

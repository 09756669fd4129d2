package archive

import (
	"archive/tar"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func archive(t testing.TB, headers ...tar.Header) []byte {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, h := range headers {
		body := []byte(h.PAXRecords["body"])
		h.PAXRecords = nil
		if h.Typeflag == tar.TypeReg {
			h.Size = int64(len(body))
		}
		h.Mode |= 0o644
		h.ModTime = time.Unix(1600000000, 0)
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(body); h.Typeflag == tar.TypeReg && err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func file(name, body string) tar.Header {
	return tar.Header{Name: name, Typeflag: tar.TypeReg, PAXRecords: map[string]string{"body": body}}
}

func link(kind byte, name, target string) tar.Header {
	return tar.Header{Name: name, Typeflag: kind, Linkname: target}
}

func TestExtractRefusesWhatLeaves(t *testing.T) {
	for label, headers := range map[string][]tar.Header{
		"parent":              {file("../evil", "x")},
		"parent inside":       {file("a/../../evil", "x")},
		"absolute":            {file("/evil", "x")},
		"absolute link":       {link(tar.TypeSymlink, "a/l", "/etc/passwd")},
		"link out":            {link(tar.TypeSymlink, "a/l", "../../evil")},
		"hard link out":       {link(tar.TypeLink, "a/l", "../evil")},
		"absolute hard link":  {link(tar.TypeLink, "a/l", "/etc/passwd")},
		"device":              {{Name: "a/null", Typeflag: tar.TypeChar}},
		"fifo":                {{Name: "a/fifo", Typeflag: tar.TypeFifo}},
		"through a link":      {link(tar.TypeSymlink, "p/q", "."), link(tar.TypeSymlink, "p/l", "q/../..")},
		"through one to be":   {link(tar.TypeSymlink, "p/l", "q/../.."), link(tar.TypeSymlink, "p/q", ".")},
		"below a link":        {link(tar.TypeSymlink, "a/b/l", "../.."), link(tar.TypeSymlink, "a/b/l/x", "../../..")},
		"hard link of a link": {link(tar.TypeSymlink, "a/b/l", "../../x"), link(tar.TypeLink, "l", "a/b/l")},
		"missing directory":   {link(tar.TypeSymlink, "a/l", "missing/../../x")},
		"file below a link":   {{Name: "a/b/", Typeflag: tar.TypeDir}, link(tar.TypeSymlink, "a/l", "b"), file("a/l/x", "x")},
		"directory below one": {{Name: "a/b/", Typeflag: tar.TypeDir}, link(tar.TypeSymlink, "a/l", "b"), {Name: "a/l/x/", Typeflag: tar.TypeDir}},
		"hard link below one": {file("a/b/f", "x"), link(tar.TypeSymlink, "a/l", "b"), link(tar.TypeLink, "a/h", "a/l/f")},
		"file below a file":   {file("a/f", "x"), file("a/f/x", "x")},
		"missing hard link":   {link(tar.TypeLink, "a/h", "a/f")},
		"hard link of a dir":  {{Name: "a/b/", Typeflag: tar.TypeDir}, link(tar.TypeLink, "a/h", "a/b")},
		"endless links":       {link(tar.TypeSymlink, "a/l", "l/../../../evil")},
		"parent at the end":   {file("a/b/..", "x")},
		"replaced between":    {{Name: "a/b/c/", Typeflag: tar.TypeDir}, link(tar.TypeSymlink, "a/x", "b/c"), link(tar.TypeSymlink, "a/l", "x/../../.."), link(tar.TypeSymlink, "a/x", "."), link(tar.TypeSymlink, "a/m", "l/evil")},
		"long name":           {file(strings.Repeat("a/", 100)+strings.Repeat("b/", 1000)+"c", "x")},
		"deep name":           {file(strings.Repeat("a/", 300)+"c", "x")},
		"long link":           {link(tar.TypeSymlink, "a/l", strings.Repeat("x", 3000))},
		"directory replaced":  {{Name: "a/b/", Typeflag: tar.TypeDir}, link(tar.TypeSymlink, "a/b", ".")},
	} {
		t.Run(label, func(t *testing.T) {
			base := t.TempDir()
			_, err := Extract("x.tar", bytes.NewReader(archive(t, headers...)), filepath.Join(base, "in"), Extraction{})
			var refused *RefusedError
			if !errors.As(err, &refused) {
				t.Errorf("got %v, want a refusal", err)
			}
			if _, err := os.Lstat(filepath.Join(base, "evil")); err == nil {
				t.Error("a file was written outside")
			}
		})
	}
}

// TestExtractNeverWritesThroughLinks has a link that stays inside, and a file
// that would go through it.
func TestExtractNeverWritesThroughLinks(t *testing.T) {
	dir := t.TempDir()
	data := archive(t, file("a/target", "old"), link(tar.TypeSymlink, "a/l", "target"), file("a/l", "new"))
	if _, err := Extract("x.tar", bytes.NewReader(data), dir, Extraction{}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a/target": "old", "a/l": "new"} {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, want)
		}
	}
}

func TestExtractRenames(t *testing.T) {
	dir := t.TempDir()
	data := archive(t, file("zlib-1.2.13/src/a.c", "a"),
		link(tar.TypeLink, "zlib-1.2.13/src/h.c", "zlib-1.2.13/src/a.c"))
	top, err := Extract("x.tar", bytes.NewReader(data), dir, Extraction{TopDir: "zlib"})
	if err != nil || top != "zlib" {
		t.Fatalf("top %q, %v", top, err)
	}
	found, _ := filepath.Glob(filepath.Join(dir, "*", "*", "*"))
	if len(found) != 2 {
		t.Errorf("extracted %v, want src/a.c and src/h.c of zlib", found)
	}
	info, err := os.Stat(filepath.Join(dir, "zlib/src/a.c"))
	if err != nil || !info.ModTime().Equal(time.Unix(1600000000, 0)) {
		t.Errorf("modification time not kept: %v, %v", info, err)
	}
}

func TestExtractTruncated(t *testing.T) {
	data := archive(t, file("a/b", "0123456789"))
	if _, err := Extract("x.tar", bytes.NewReader(data[:515]), t.TempDir(), Extraction{}); err == nil {
		t.Error("a truncated archive was taken for whole")
	}
	if _, err := Extract("x.tar", bytes.NewReader(nil), t.TempDir(), Extraction{}); err == nil {
		t.Error("an empty archive was taken for whole")
	}
}

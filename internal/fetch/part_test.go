package fetch

import (
	"archive/tar"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/internal/archive"
)

// TestFetchPart cuts an archive, extracts the part and finds it again without
// the archive; a part with other bytes is cut anew.
func TestFetchPart(t *testing.T) {
	body := string(tarOf(t, file("z-1/README", "r"), file("z-1/src/a.c", "a"), file("z-1/srcx/b.c", "b"),
		link(tar.TypeLink, "z-1/src/h.c", "z-1/src/a.c"), link(tar.TypeSymlink, "z-1/src/l.c", "a.c")))
	cache := &Cache{Dir: t.TempDir()}
	want := Wanted{SHA256: hashOf(body), Name: "a.tar", URL: server(t, body) + "/a.tar"}
	if _, err := cache.FetchPart(context.Background(), want, []string{"src", "src/a.c"}, nil); err != nil {
		t.Errorf("a path below another: %v", err)
	}
	part, err := cache.FetchPart(context.Background(), want, []string{"src"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if top, err := archive.ExtractFile(part, dir, archive.Extraction{TopDir: "z"}); err != nil || top != "z" {
		t.Fatalf("top %q, %v", top, err)
	}
	found, _ := filepath.Glob(filepath.Join(dir, "z", "*", "*"))
	if len(found) != 3 {
		t.Errorf("the part has %v, want a.c, h.c and l.c of src", found)
	}

	if err := os.Remove(cache.Path(want)); err != nil {
		t.Fatal(err)
	}
	unreachable := want
	unreachable.URL = ""
	fresh := &Cache{Dir: cache.Dir}
	if again, err := fresh.FetchPart(context.Background(), unreachable, []string{"src"}, nil); err != nil || again != part {
		t.Errorf("the part was not found again: %q, %v", again, err)
	}
	if err := os.WriteFile(part, []byte("damaged"), 0o644); err != nil {
		t.Fatal(err)
	}
	fresh = &Cache{Dir: cache.Dir}
	if _, err := fresh.FetchPart(context.Background(), unreachable, []string{"src"}, nil); err == nil {
		t.Error("a damaged part was taken for whole")
	}
	if again, err := fresh.FetchPart(context.Background(), want, []string{"src"}, nil); err != nil || again != part {
		t.Errorf("the damaged part was not cut anew: %q, %v", again, err)
	}
	if got, err := HashFile(part); err != nil || !strings.HasSuffix(part, got) {
		t.Errorf("the part's name does not tell its hash: %s, %v", got, err)
	}
}

func TestFetchPartOfNothing(t *testing.T) {
	body := string(tarOf(t, file("z-1/src/a.c", "a")))
	cache := &Cache{Dir: t.TempDir()}
	_, err := cache.FetchPart(context.Background(), Wanted{SHA256: hashOf(body), Name: "a.tar", URL: server(t, body) + "/a.tar"}, []string{"src", "lib"}, nil)
	if err == nil || !strings.Contains(err.Error(), `nothing at "lib"`) {
		t.Errorf("got %v, want an error that names lib", err)
	}
	if left, _ := filepath.Glob(filepath.Join(cache.Dir, ".partial-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func tarOf(t *testing.T, headers ...tar.Header) []byte {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, h := range headers {
		body := h.Uname
		h.Uname, h.Size, h.Mode = "", int64(len(body)), 0o644
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, body); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// file is an entry whose body tarOf finds in Uname.
func file(name, body string) tar.Header {
	return tar.Header{Name: name, Typeflag: tar.TypeReg, Uname: body}
}

func link(kind byte, name, target string) tar.Header {
	return tar.Header{Name: name, Typeflag: kind, Linkname: target}
}

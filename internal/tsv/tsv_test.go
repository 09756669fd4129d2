package tsv

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	var got [][]string
	err := Parse("t.tsv", "# comment\n\na\tb\nc\t\n", 2, func(f []string) error { got = append(got, f); return nil })
	if diff := cmp.Diff([][]string{{"a", "b"}, {"c", ""}}, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	refuse := errors.New("no such name")
	for _, test := range []struct {
		name, text, want string
		row              func([]string) error
	}{
		{"columns", "# one\na\tb\na\n", "t.tsv:3: the line has 1 fields between tabs, the table has 2 columns", func([]string) error { return nil }},
		{"row", "a\tb\n", "t.tsv:1: no such name", func([]string) error { return refuse }},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := Parse("t.tsv", test.text, 2, test.row)
			if err == nil || err.Error() != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
	long := strings.NewReader("a\tb\n" + strings.Repeat("x", maxLine+1))
	err := Read("t.tsv", long, 2, func([]string) error { return nil })
	if want := "t.tsv:2: bufio.Scanner: token too long"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if err := Parse("t.tsv", "a\n", Any, func([]string) error { return refuse }); !errors.Is(err, refuse) {
		t.Errorf("the cause is lost: %v", err)
	}
}

func TestReadFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.tsv")
	if err := ReadFile(path, 1, nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	if err := os.WriteFile(path, []byte("a\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	rows := 0
	if err := ReadFile(path, 1, func([]string) error { rows++; return nil }); err != nil || rows != 1 {
		t.Errorf("%d rows, %v", rows, err)
	}
}

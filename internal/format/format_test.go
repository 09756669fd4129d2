package format

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var numbers = Set[int]{
	"hex":     func(n int, w io.Writer) error { _, err := fmt.Fprintf(w, "%x", n); return err },
	"decimal": func(n int, w io.Writer) error { _, err := fmt.Fprintf(w, "%d", n); return err },
}

func TestWrite(t *testing.T) {
	for name, want := range map[string]string{"hex": "ff", "decimal": "255"} {
		var b strings.Builder
		if err := numbers.Write(&b, name, 255); err != nil || b.String() != want {
			t.Errorf("%s: got %q, %v, want %q", name, b.String(), err, want)
		}
	}
}

func TestUnknownName(t *testing.T) {
	if diff := cmp.Diff([]string{"decimal", "hex"}, numbers.Names()); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	want := `unknown format "roman": known are decimal, hex`
	if err := numbers.Write(io.Discard, "roman", 4); err == nil || err.Error() != want {
		t.Errorf("got error %v, want %s", err, want)
	}
}

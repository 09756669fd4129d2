package gnuism

import (
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/musl"
)

// TestEveryReleaseHasAColumn holds the derived tables against musl/releases.tsv: each
// release is there, and was read from the source that the list names.
func TestEveryReleaseHasAColumn(t *testing.T) {
	rows, err := covered()
	if err != nil {
		t.Fatal(err)
	}
	all := musl.Releases()
	if len(rows) != len(all) {
		t.Errorf("the tables have %d releases, musl/releases.tsv has %d: run make generate", len(rows), len(all))
	}
	for i, r := range all[:min(len(all), len(rows))] {
		if rows[i].Version != r.Version || rows[i].SHA256 != r.SHA256 {
			t.Errorf("%s stands in the tables as %+v: run make generate", r, rows[i])
		}
		if got, err := ParseTarget(r.String()); err != nil || got.String() != r.String() {
			t.Errorf("target %s: %v, %v", r, got, err)
		}
	}
}

func TestReleaseWithoutNamesIsRefused(t *testing.T) {
	rows, err := covered()
	if err != nil {
		t.Fatal(err)
	}
	err = requireColumn(musl.Release{Version: "9.9.9"}, rows)
	if err == nil || !strings.Contains(err.Error(), "musl-9.9.9") || !strings.Contains(err.Error(), "know musl-1.1.24, ") || !strings.Contains(err.Error(), "make generate") {
		t.Errorf("a release without a column of names: %v", err)
	}
}

package gnuism

import "testing"

func TestEveryNameHasARemedy(t *testing.T) {
	db, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	missing := 0
	for i := range db.Names {
		n := &db.Names[i]
		for _, r := range []Release{0, Newest} {
			if _, ok := db.Remedy(n, r); !ok {
				missing++
				if missing < 60 {
					t.Errorf("%s (%s of %s) has no remedy for %v", n.Name, n.Kind, n.Home, r)
				}
			}
		}
	}
	for i := range db.Headers {
		h := &db.Headers[i]
		if _, ok := db.HeaderRemedy(h.Name); h.Glibc && !h.In(Newest) && !ok {
			t.Errorf("header %s has no remedy", h.Name)
		}
	}
	if len(db.Names) < 5000 || missing > 0 {
		t.Errorf("%d of %d names have no remedy", missing, len(db.Names))
	}
}

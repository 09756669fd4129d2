package suggest

import "testing"

func TestNearest(t *testing.T) {
	known := []string{"status", "stage2", "stage3", "strndupa", "plan"}
	for word, want := range map[string]string{
		"stauts": "status", "stage": "stage2", "STAGE3": "stage3", "strdupa": "strndupa", "stat": "status",
		"planning": "", "pl": "", "xyz": "", "status": "",
	} {
		if got, ok := Nearest(word, known); got != want || ok != (want != "") {
			t.Errorf("nearest to %q: %q, want %q", word, got, want)
		}
	}
}

package ledger_test

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
)

// The ledger of a state directory is STATE/ledger.jsonl.
func ExampleOpen() {
	dir, err := os.MkdirTemp("", "example-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	book, err := ledger.Open(filepath.Join(dir, "ledger.jsonl"))
	if err != nil {
		fmt.Println(err)
		return
	}
	err = book.Add(ledger.Record{
		Name: "audit", Version: "3.0.9", Release: 1, Key: "6f1e", Outcome: ledger.Built,
		Declared: []string{"cdefs"}, Linked: map[string][]string{"/usr/sbin/auditd": {"string"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	report := book.Make(book.Names(), func(module string) bool { return module == "cdefs" })
	for _, d := range report.Dependents {
		fmt.Println(d.Name, "declares", d.Declared, "and uses", d.Used)
	}
	// Output: audit declares [cdefs] and uses [string]
}

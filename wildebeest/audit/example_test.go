package audit_test

import (
	"fmt"
	"os"

	"github.com/serpent-os/wildebeest/wildebeest/audit"
)

// A program that is not linked to libwildebeest has none of its modules.
func ExampleFile() {
	program, err := os.Executable()
	if err != nil {
		fmt.Println(err)
		return
	}
	modules, err := audit.File(program)
	fmt.Println(len(modules), err)
	// Output: 0 <nil>
}

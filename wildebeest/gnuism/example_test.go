package gnuism_test

import (
	"fmt"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

func ExampleDB_Lookup() {
	db, err := gnuism.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	name, known := db.Lookup("argp_parse")
	fmt.Println(known, name.Name, name.Kind)
	_, known = db.Lookup("no_such_function")
	fmt.Println(known)
	// Output:
	// true argp_parse function
	// false
}

package musl_test

import (
	"fmt"

	"github.com/serpent-os/wildebeest/musl"
)

func ExampleParse() {
	release, err := musl.Parse("1.2.3")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(release, release.Date.Format("2006-01-02"), release.Tarball())
	// Output: musl-1.2.3 2022-04-07 musl-1.2.3.tar.gz
}

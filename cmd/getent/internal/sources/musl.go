package sources

import "github.com/serpent-os/wildebeest/cmd/getent/internal/muslproto"

// muslSource is what is built into musl.
var muslSource = source{
	name:      "musl",
	protocols: muslproto.Find,
}

package sources

import "github.com/serpent-os/wildebeest/cmd/getent/internal/myhostname"

// myhostnameSource is what nss-myhostname(8) knows of this machine.
var myhostnameSource = source{
	name:       "myhostname",
	running:    true,
	hostByName: myhostname.HostByName,
	hostByAddr: myhostname.HostByAddr,
}

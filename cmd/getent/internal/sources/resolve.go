package sources

import "github.com/serpent-os/wildebeest/cmd/getent/internal/resolved"

// resolveSource is systemd-resolved, as nss-resolve(8).
var resolveSource = source{
	name:       "resolve",
	running:    true,
	hostByName: resolved.HostByName,
	hostByAddr: resolved.HostByAddr,
}

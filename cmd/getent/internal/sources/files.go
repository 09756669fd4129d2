package sources

import (
	"github.com/serpent-os/wildebeest/cmd/getent/internal/files"
	accounts "github.com/serpent-os/wildebeest/cmd/internal/accounts/files"
)

// filesSource is the files in /etc.
var filesSource = source{
	name:       "files",
	hostByName: files.HostByName,
	hostByAddr: files.HostByAddr,
	hosts:      files.Hosts,
	aliases:    files.Aliases,
	ethers:     files.Ether,
	netgroups:  accounts.Netgroup,
	networks:   files.Networks,
	protocols:  files.Protocols,
	programs:   files.RPC,
	ports:      files.Services,
	shells:     files.Shells,
}

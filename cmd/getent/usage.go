package main

import (
	"io"

	"github.com/serpent-os/wildebeest/internal/version"
)

const versionText = "getent (Wildebeest) " + version.Number + `
Licence MIT. Answers as programs linked to musl get them, in glibc's form.
`

const usageText = `Usage: getent [OPTION...] database [key ...]
Get entries from administrative database.

  -A, --no-addrconfig        do not filter out unsupported IPv4/IPv6 addresses
                             (with ahosts*)
  -i, --no-idn               disable IDN encoding
      --libc=NAME            answer as programs of this libc get it: musl (the
                             default), a release such as musl-1.2.3, or glibc;
                             also $GETENT_LIBC
      --root=DIR             read the files of the system below DIR
  -s, --service=CONFIG       Service configuration to be used
  -?, --help                 Give this help list
      --usage                Give a short usage message
  -V, --version              Print program version

Mandatory or optional arguments to long options are also mandatory or optional
for any corresponding short options.

Supported databases:
ahosts ahostsv4 ahostsv6 aliases ethers group gshadow hosts initgroups
netgroup networks passwd protocols rpc services shadow shells

For example:
  getent passwd root 1000
  getent -s 'hosts:files [NOTFOUND=return] dns' ahosts example.org
`

const shortUsage = `Usage: getent [-Ai?V] [-s CONFIG] [--no-addrconfig] [--no-idn]
            [--libc=NAME] [--root=DIR] [--service=CONFIG] [--help] [--usage]
            [--version] database [key ...]
`

const tryHelp = "Try `getent --help' or `getent --usage' for more information.\n"

// complain writes one message: getent: what was attempted: cause.
func complain(w io.Writer, attempt string, err error) {
	io.WriteString(w, "getent: "+attempt+": "+err.Error()+"\n")
}

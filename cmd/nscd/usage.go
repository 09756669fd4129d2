package main

import "github.com/serpent-os/wildebeest/internal/version"

const usageText = `Usage: nscd [OPTION...]
Tell programs linked to musl which users and groups systemd's databases have.

      --connections=N     serve N clients at once; default 16384, or what the
                          limit of open files allows
      --multiplexer       ask systemd's multiplexer rather than each service
      --searches=N        look for N users or groups at once; default 16
  -s, --service=CONFIG    ask these services, as in nsswitch.conf(5): files,
                          compat, systemd; default "files systemd"
      --socket=PATH       listen at PATH; default /var/run/nscd/socket
      --timeout=TIME      answer within TIME, such as 800ms; default 1.5s
  -h, --help              print this text
  -V, --version           print the version

For example:
  nscd --timeout=1s --service='group: systemd'
`

const versionText = "nscd (Wildebeest) " + version.Number + ": users and groups for programs linked to musl\n"

const tryHelp = "Try `nscd --help' for more information.\n"

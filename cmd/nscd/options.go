package main

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/pflag"

	"github.com/serpent-os/wildebeest/cmd/internal/nscdproto"
	"github.com/serpent-os/wildebeest/cmd/internal/nss"
	"github.com/serpent-os/wildebeest/cmd/nscd/internal/server"
)

// options is a parsed command line.
type options struct {
	socket   string
	settings server.Settings
	version  bool

	multiplexer bool
	lists       map[string][]nss.Service // by database
}

// databases are those that clients ask for.
var databases = [...]string{"passwd", "group"}

// sources are the services of nsswitch.conf(5) that can be asked. The service nscd is
// this daemon.
var sources = [...]string{"files", "compat", "systemd"}

const defaultServices = "files systemd"

// services are those of a database, in their order.
func (o *options) services(database string) []nss.Service { return o.lists[database] }

func parseOptions(args []string) (*options, error) {
	o := &options{lists: map[string][]nss.Service{}}
	flags := pflag.NewFlagSet("nscd", pflag.ContinueOnError)
	flags.SortFlags = false
	flags.Usage = func() {}
	flags.SetOutput(nowhere{})
	flags.StringVar(&o.socket, "socket", nscdproto.Path, "")
	lists := flags.StringArrayP("service", "s", nil, "")
	flags.BoolVar(&o.multiplexer, "multiplexer", false, "")
	flags.DurationVar(&o.settings.TimeLimit, "timeout", 1500*time.Millisecond, "")
	flags.IntVar(&o.settings.Connections, "connections", 16384, "")
	flags.IntVar(&o.settings.Searches, "searches", 16, "")
	flags.BoolVarP(&o.version, "version", "V", false, "")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, pflag.ErrHelp) {
			return nil, err
		}
		return nil, &failure{"read the command line", err}
	}
	if flags.NArg() > 0 {
		return nil, &failure{"read the command line", errors.New("there are no arguments, only options: " + flags.Arg(0))}
	}
	for _, text := range append([]string{defaultServices}, *lists...) {
		if err := o.setServices(text); err != nil {
			return nil, &failure{"read --service=" + text, err}
		}
	}
	return o, o.check()
}

// setServices reads the services of one database, DATABASE:CONFIG, or of all.
func (o *options) setServices(text string) error {
	name, config, one := strings.Cut(text, ":")
	if !one {
		config = text
	} else if !slices.Contains(databases[:], name) {
		return errors.New("no such database: use passwd or group")
	}
	list, ok := nss.ParseLine(config)
	if !ok {
		return errors.New("malformed services: correct the brackets")
	}
	for _, sv := range list {
		if !slices.Contains(sources[:], sv.Name) {
			return errors.New("no such service: " + sv.Name + ": use " + strings.Join(sources[:], ", "))
		}
	}
	for _, database := range databases {
		if !one || database == name {
			o.lists[database] = list
		}
	}
	return nil
}

// check holds the numbers against their bounds, and lowers the number of connections
// to what the limit of open files allows.
func (o *options) check() error {
	s := &o.settings
	for _, c := range []struct {
		option       string
		value        int64
		least, most  int64
		shown, bound string
	}{
		{"timeout", int64(s.TimeLimit), int64(10 * time.Millisecond), int64(time.Minute), s.TimeLimit.String(), "10ms to 1m"},
		{"connections", int64(s.Connections), 4, 1 << 20, fmt.Sprint(s.Connections), "4 to 1048576"},
		{"searches", int64(s.Searches), 1, 256, fmt.Sprint(s.Searches), "1 to 256"},
	} {
		if c.value < c.least || c.value > c.most {
			return &failure{"read --" + c.option + "=" + c.shown, errors.New("use " + c.bound)}
		}
	}
	var files syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &files); err != nil {
		return &failure{"get the limit of open files", err}
	}
	// A search has a file or a socket open, triage two.
	room := int64(min(files.Cur, math.MaxInt32)) - int64(s.Searches) - 32
	if room < 4 {
		return &failure{"start", fmt.Errorf("the limit of open files (ulimit -n) is %d: raise it to %d", files.Cur, s.Searches+36)}
	}
	s.Connections = int(min(int64(s.Connections), room))
	return nil
}

// nowhere takes what pflag would print: the caller reports its errors.
type nowhere struct{}

func (nowhere) Write(p []byte) (int, error) { return len(p), nil }

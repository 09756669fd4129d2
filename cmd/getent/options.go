package main

import (
	"bufio"
	"io"
	"strings"

	"github.com/serpent-os/wildebeest/cmd/internal/process"
)

// options is a parsed command line.
type options struct {
	noAddrconfig bool
	noIDN        bool
	glibc        bool
	before124    bool // as musl before 1.2.4
	root         string
	services     []serviceOption
	args         []string
}

// option is one row of the option table.
type option struct {
	short byte // 0: none
	long  string
	arg   bool
}

// optionTable is in the order in which glibc's getent lists what an ambiguous
// abbreviation could mean.
var optionTable = [...]option{
	{'s', "service", true},
	{'i', "no-idn", false},
	{'A', "no-addrconfig", false},
	{0, "libc", true},
	{0, "root", true},
	{'?', "help", false},
	{0, "usage", false},
	{'V', "version", false},
}

// parseOptions reads args as getopt_long(3) does for glibc's getent: options may
// follow keys unless POSIXLY_CORRECT is set, and long ones may be abbreviated.
// With a nil result the command is over and the int is its exit code.
func parseOptions(out *bufio.Writer, stderr io.Writer, args []string) (*options, int) {
	opt := &options{}
	if libc := process.Getenv("GETENT_LIBC"); !opt.setLibc(libc) {
		io.WriteString(stderr, "getent: read $GETENT_LIBC: no such libc: "+libc+": set it to musl, musl-1.2.3 or the like, or glibc\n")
		return nil, exitUsage
	}
	_, posix := process.LookupEnv("POSIXLY_CORRECT")
	bad := func(text string) (*options, int) {
		io.WriteString(stderr, "getent: "+text+"\n"+tryHelp)
		return nil, exitOption
	}
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		switch {
		case arg == "--":
			opt.args = append(opt.args, args...)
			args = nil
		case strings.HasPrefix(arg, "--"):
			name, value, hasValue := strings.Cut(arg[2:], "=")
			o, problem := findLong(name, arg)
			switch {
			case o == nil:
				return bad(problem)
			case hasValue && !o.arg:
				return bad("option '--" + o.long + "' doesn't allow an argument")
			case o.arg && !hasValue && len(args) == 0:
				return bad("option '--" + o.long + "' requires an argument")
			case o.arg && !hasValue:
				value, args = args[0], args[1:]
			}
			if done, code := opt.apply(out, stderr, o, value); done {
				return nil, code
			}
		case len(arg) > 1 && arg[0] == '-':
			for i := 1; i < len(arg); i++ {
				o, value := findShort(arg[i]), ""
				switch {
				case o == nil:
					return bad("invalid option -- '" + arg[i:i+1] + "'")
				case o.arg && i+1 < len(arg):
					value, i = arg[i+1:], len(arg)
				case o.arg && len(args) == 0:
					return bad("option requires an argument -- '" + arg[i:i+1] + "'")
				case o.arg:
					value, args = args[0], args[1:]
				}
				if done, code := opt.apply(out, stderr, o, value); done {
					return nil, code
				}
			}
		case posix:
			opt.args = append(append(opt.args, arg), args...)
			args = nil
		default:
			opt.args = append(opt.args, arg)
		}
	}
	return opt, exitOK
}

// apply carries out one option. done means that nothing is left to do.
func (opt *options) apply(out *bufio.Writer, stderr io.Writer, o *option, value string) (done bool, code int) {
	switch o.long {
	case "service":
		so, ok := parseServiceOption(value)
		if !ok {
			io.WriteString(stderr, "getent: Unknown database name\n")
			return true, exitUsage
		}
		opt.services = append(opt.services, so)
	case "no-idn":
		opt.noIDN = true
	case "no-addrconfig":
		opt.noAddrconfig = true
	case "libc":
		if !opt.setLibc(value) {
			io.WriteString(stderr, "getent: --libc: no such libc: "+value+": use musl, musl-1.2.3 or the like, or glibc\n"+tryHelp)
			return true, exitOption
		}
	case "root":
		opt.root = value
	case "help":
		out.WriteString(usageText)
		return true, exitOK
	case "usage":
		out.WriteString(shortUsage)
		return true, exitOK
	case "version":
		out.WriteString(versionText)
		return true, exitOK
	}
	return false, exitOK
}

// setLibc chooses whose answers are given; the empty name leaves the default, which
// is the newest musl.
func (opt *options) setLibc(name string) bool {
	release, isMusl := strings.CutPrefix(name, "musl-")
	switch {
	case name == "":
	case name == "glibc":
		opt.glibc = true
	case name == "musl":
		opt.glibc, opt.before124 = false, false
	case isMusl:
		number, ok := parseRelease(release)
		if !ok {
			return false
		}
		opt.glibc, opt.before124 = false, number < 1_02_04
	default:
		return false
	}
	return true
}

// parseRelease reads a release of musl: 1.2.3 is 1_02_03. Those before 1.2.2 were
// never looked at.
func parseRelease(text string) (number int, ok bool) {
	parts := strings.Split(text, ".")
	if len(parts) != 3 {
		return 0, false
	}
	for _, part := range parts {
		if len(part) != 1 && len(part) != 2 || strings.Trim(part, "0123456789") != "" {
			return 0, false
		}
		n := 0
		for _, c := range []byte(part) {
			n = n*10 + int(c-'0')
		}
		number = number*100 + n
	}
	return number, number >= 1_02_02
}

func findShort(c byte) *option {
	for i := range optionTable {
		if optionTable[i].short == c {
			return &optionTable[i]
		}
	}
	return nil
}

// findLong finds the option of a full or abbreviated name, or says why not.
func findLong(name, arg string) (*option, string) {
	var found []*option
	for i := range optionTable {
		o := &optionTable[i]
		if o.long == name {
			return o, ""
		}
		if strings.HasPrefix(o.long, name) {
			found = append(found, o)
		}
	}
	switch len(found) {
	case 0:
		return nil, "unrecognized option '" + arg + "'"
	case 1:
		return found[0], ""
	}
	problem := "option '" + arg + "' is ambiguous; possibilities:"
	for _, o := range found {
		problem += " '--" + o.long + "'"
	}
	return nil, problem
}

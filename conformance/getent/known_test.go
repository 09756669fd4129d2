package getent

import (
	"fmt"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/known"
	"github.com/serpent-os/wildebeest/internal/version"
)

// A difference is a case of known.tsv: a row there says what the reference and
// what getent answers, and why.
type difference struct {
	tree  tree
	musl  bool // the reference is a musl program, else glibc's getent
	args  []string
	ours  []string // getent's own arguments, where they aren't args
	sh    string   // a redirection of standard output
	limit string   // a limit that sh sets
	dns   bool
	env   string // a variable of the environment
}

var differences = map[string]difference{
	"hosts-all-lines":          {tree: tree{"hosts": "10.0.0.1 one\n10.0.0.2 one\n"}, args: []string{"hosts", "one"}},
	"hosts-nsswitch":           {tree: tree{"hosts": "10.0.0.1 one\n", "nsswitch.conf": "hosts: nosuch\n"}, args: []string{"hosts", "one"}},
	"address-space":            {tree: tree{"passwd": "a:x:1:1:::\n"}, args: []string{"passwd", "a"}, limit: "ulimit -v 500000"},
	"open-files":               {tree: tree{"passwd": "a:x:1:1:::\n"}, args: []string{"passwd", "a"}, limit: "ulimit -n 3"},
	"userdb-no-id":             {tree: tree{"userdb/a.user": `{"userName":"a"}`}, args: []string{"-s", "systemd", "passwd", "a"}},
	"hosts-case":               {tree: tree{"hosts": "10.0.0.1 One\n"}, args: []string{"-s", "files", "hosts", "one"}},
	"hosts-inet-aton":          {tree: tree{"hosts": "10.1 one\n"}, args: []string{"hosts", "one"}},
	"hosts-last-line":          {tree: tree{"hosts": "10.0.0.1 one"}, args: []string{"-s", "files", "hosts", "one"}},
	"hosts-nul":                {musl: true, dns: true, tree: tree{"hosts": "10.9.9.9\x00two one\n"}, args: []string{"hosts", "10.9.9.9"}},
	"group-nul":                {musl: true, tree: tree{"group": "a:x:1:b,\x00c,d\n"}, args: []string{"group", "a"}},
	"shadow-nul":               {musl: true, tree: tree{"shadow": "b:*:1::::::\na:*\x00\na:*:2::::::\n"}, args: []string{"shadow", "a"}},
	"hosts-unknown-address":    {args: []string{"-s", "files", "hosts", "10.0.0.1"}},
	"ahosts-no-raw":            {tree: tree{"hosts": "10.0.0.1 one\n"}, args: []string{"ahosts", "one"}},
	"ahosts-addrconfig":        {tree: tree{"hosts": "10.0.0.1 one\n"}, args: []string{"ahostsv4", "one"}},
	"ahosts-continue":          {tree: tree{"hosts": "10.0.0.1 one\n", "nsswitch.conf": "hosts: files [SUCCESS=continue] nosuch\n"}, args: []string{"ahosts", "one"}},
	"ahosts-idn":               {musl: true, dns: true, args: []string{"ahosts", "bücher"}},
	"dns-tcp":                  {musl: true, dns: true, args: []string{"ahostsv4", "many"}},
	"passwd-short-line":        {tree: tree{"passwd": "a:x:1:1\n"}, args: []string{"passwd"}},
	"passwd-leading-blank":     {tree: tree{"passwd": "  a:x:1:1:::\n"}, args: []string{"passwd"}},
	"passwd-empty-id":          {tree: tree{"passwd": "a:x::1:::\n"}, args: []string{"passwd"}},
	"passwd-large-id":          {tree: tree{"passwd": "a:x:4294967296:1:::\n"}, args: []string{"passwd"}},
	"passwd-last-line":         {tree: tree{"passwd": "a:x:1:1:::/bin/sh"}, args: []string{"passwd"}},
	"passwd-compat":            {tree: tree{"passwd": "+a:x:1:1:::\n"}, args: []string{"passwd"}},
	"passwd-extra-field":       {tree: tree{"passwd": "a:x:1:1:g:/:/bin/sh:b\n"}, args: []string{"passwd"}},
	"group-empty-member":       {tree: tree{"group": "a:x:1:b,,c\n"}, args: []string{"group"}},
	"group-no-members":         {tree: tree{"group": "a:x:1\n"}, args: []string{"group"}},
	"initgroups-comment":       {tree: tree{"group": "#a:x:1:b\n"}, args: []string{"initgroups", "b"}, ours: []string{"--libc=glibc", "-s", "files", "group"}},
	"shadow-list":              {musl: true, tree: tree{"shadow": "a:x:1::::::\n"}, args: []string{"shadow"}},
	"shadow-short-line":        {tree: tree{"shadow": "a:x:1:2:3\n"}, args: []string{"shadow", "a"}},
	"services-name":            {tree: tree{"services": "http 80/tcp www\n"}, args: []string{"services", "www"}},
	"services-blank-name":      {musl: true, tree: tree{"services": "a \v\t9/udp\n"}, args: []string{"services", "\v"}},
	"services-other-protocols": {tree: tree{"services": "http 80/sctp\n"}, args: []string{"services", "http"}},
	"protocols-builtin":        {tree: tree{"protocols": "tcp 6 TCP\n"}, args: []string{"protocols", "tcp"}},
	"shells":                   {tree: tree{"shells": "/bin/sh\n"}, args: []string{"shells"}},
	"aliases-empty-member":     {tree: tree{"aliases": "a: b,,c\n"}, args: []string{"aliases"}, ours: []string{"--libc=glibc", "aliases"}},
	"last-line-blank":          {tree: tree{"services": "  http 80/tcp www"}, args: []string{"services"}, ours: []string{"--libc=glibc", "services"}},
	"malformed-nsswitch":       {tree: tree{"nsswitch.conf": "passwd: files [x\n"}, args: []string{"passwd", "a"}, ours: []string{"--libc=glibc", "passwd", "a"}},
	"host-conf-message":        {tree: tree{"host.conf": "multi\n", "hosts": "10.0.0.1 one\n"}, args: []string{"hosts", "one"}, ours: []string{"--libc=glibc", "hosts", "one"}},
	"host-conf-reorder":        {tree: tree{"host.conf": "multi on\nreorder on\n", "hosts": "10.0.0.1 one\n127.0.0.5 one\n"}, args: []string{"hosts", "one"}, ours: []string{"--libc=glibc", "hosts", "one"}},
	"compat-other-service":     {tree: tree{"nsswitch.conf": "passwd: compat\npasswd_compat: files\n", "passwd": "+\na:x:1:1:::\n"}, args: []string{"passwd", "a"}, ours: []string{"--libc=glibc", "passwd", "a"}},
	"idn-invalid":              {env: "LC_ALL=C.UTF-8", tree: tree{"hosts": "10.0.0.1 xn--a\n"}, args: []string{"-A", "ahostsv4", "xn--a"}, ours: []string{"--libc=glibc", "-A", "ahostsv4", "xn--a"}},
	"idn-no-locale":            {env: "LC_ALL=xx_XX.UTF-8", tree: tree{"hosts": "10.0.0.1 xn--9ca\n"}, args: []string{"-A", "ahostsv4", "é"}, ours: []string{"--libc=glibc", "-A", "ahostsv4", "é"}},
	"write-error":              {tree: tree{"passwd": "a:x:1:1:::\n"}, args: []string{"passwd"}, sh: ">/dev/full"},
	"write-closed":             {tree: tree{"passwd": "a:x:1:1:::\n"}, args: []string{"passwd"}, sh: ">&-"},
	"version":                  {args: []string{"--version"}},
}

// answer shows a result in one line.
func (r result) answer() string {
	text := strings.ReplaceAll(fmt.Sprintf("%d %s%s", r.code, r.stdout, r.stderr), toolPath, "getent")
	text = strings.Replace(text, "(Wildebeest) "+version.Number, "(Wildebeest) VERSION", 1)
	if r.code == hung {
		text = "never returns"
	}
	if i := strings.Index(text, "(Debian"); i >= 0 {
		text = text[:i] + "…"
	}
	text = strings.NewReplacer("\n", "\\n", "\t", "\\t", "\v", "\\v").Replace(text)
	if r := []rune(text); len(r) > 100 {
		text = string(r[:100]) + "…"
	}
	return text
}

func (d *difference) run(t *testing.T) (reference, ours string) {
	d.tree.write(t)
	ourArgs := d.args
	if d.ours != nil {
		ourArgs = d.ours
	}
	path := glibcPath
	if d.musl {
		path = muslPath
	}
	if d.limit != "" {
		under := func(path string, args []string) string {
			return execute(t, "/bin/sh", append([]string{"-c", d.limit + `; exec "$0" "$@"`, path}, args...)...).answer()
		}
		return under(path, d.args), under(toolPath, ourArgs)
	}
	if d.sh != "" {
		return redirected(t, d.sh, path, d.args...).answer(), redirected(t, d.sh, toolPath, ourArgs...).answer()
	}
	var env []string
	if d.env != "" {
		env = []string{d.env}
	}
	return executeEnv(t, env, path, d.args...).answer(), executeEnv(t, env, toolPath, ourArgs...).answer()
}

// TestKnownDifferences holds known.tsv against what is true: a row for each
// difference, with both answers.
func TestKnownDifferences(t *testing.T) {
	rows, err := known.Read("getent")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]known.Row{}
	for _, row := range rows {
		said[row.Case] = row
	}
	knotd(t)
	for name, d := range differences {
		t.Run(name, func(t *testing.T) {
			if d.tree == nil {
				d.tree = tree{}
			}
			if d.dns {
				d.tree["resolv.conf"] = "nameserver 127.0.0.1\nsearch example.test\n"
			}
			reference, ours := d.run(t)
			if reference == ours {
				t.Errorf("there is no difference: both answer %q", ours)
			}
			if row := said[name]; row.Reference != reference || row.Ours != ours {
				t.Errorf("known.tsv should say:\ngetent\t%s\t%s\t%s\t…\n%+v", name, reference, ours, row)
			}
		})
	}
	for name := range said {
		if _, ok := differences[name]; !ok {
			t.Errorf("known.tsv has a row that no test holds: %s", name)
		}
	}
}

package getent

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// knotd starts a name server on loopback with the zones of testdata/dns.
func knotd(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	zones, err := filepath.Abs("testdata/dns")
	if err != nil {
		t.Fatal(err)
	}
	conf := fmt.Sprintf("server:\n    listen: [127.0.0.1@53, ::1@53]\n    rundir: %s\ndatabase:\n    storage: %s\nzone:\n", dir, dir)
	for _, zone := range []string{"example.test", "10.in-addr.arpa", "8.b.d.0.1.0.0.2.ip6.arpa"} {
		conf += fmt.Sprintf("  - domain: %s\n    file: %s/%s.zone\n", zone, zones, zone)
	}
	conf += fmt.Sprintf("  - domain: .\n    file: %s/root.zone\n", zones)
	path := filepath.Join(dir, "knot.conf")
	if err := os.WriteFile(path, []byte(conf), 0o644); err != nil {
		t.Fatal(err)
	}
	serveNames(t, "127.0.0.1:53", "knotd", "-c", path)
}

// dnsmasq starts a name server at 127.0.0.53 that asks knotd's for what it doesn't know.
func dnsmasq(t *testing.T) {
	t.Helper()
	serveNames(t, "127.0.0.53:53", "dnsmasq", "--keep-in-foreground", "--conf-file=/dev/null", "--pid-file=", "--user=root", "--group=root", "--no-hosts", "--no-resolv",
		"--listen-address=127.0.0.53", "--bind-interfaces", "--server=127.0.0.1", "--server=/refused.test/",
		"--host-record=own.example.test,10.3.3.3", "--address=/below.test/10.3.3.4", "--cname=other.example.test,own.example.test", "--ptr-record=9.3.3.10.in-addr.arpa,nine.example.test")
}

// serveNames starts a name server and waits until it takes connections.
func serveNames(t *testing.T, address, program string, arguments ...string) {
	t.Helper()
	log, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	cmd := exec.Command(program, arguments...)
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	for range 100 {
		if c, err := net.Dial("tcp", address); err == nil {
			c.Close()
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	text, _ := os.ReadFile(log.Name())
	t.Fatalf("%s doesn't answer:\n%s", program, text)
}

// withAddresses gives loopback the addresses of a machine in a network.
func withAddresses(t *testing.T, addresses ...string) {
	t.Helper()
	for _, a := range addresses {
		args := []string{"addr", "add", a, "dev", "lo"}
		undo := []string{"addr", "del", a, "dev", "lo"}
		if out, err := exec.Command("ip", args...).CombinedOutput(); err != nil {
			t.Fatalf("ip %v: %s", args, out)
		}
		t.Cleanup(func() { exec.Command("ip", undo...).Run() })
	}
}

var dnsNames = []string{
	"a", "a.example.test", "a.example.test.", "b", "six", "both", "c1", "c2", "dang", "txt", "loop1",
	"under_score", "sub.deep", "many", "many6", "nx", "nx.example.test", "A.EXAMPLE.test", "a..b", ".a",
	"10.0.0.1", "10.0.0.2", "10.0.0.4", "10.0.0.99", "2001:db8::6", "2001:db8::7", "example.test", "self",
	"single", "single.", "127.1", "0x7f000001", "1.2.3", "::ffff:10.0.0.1", "fe80::1", "fe80::1%lo", "fe80::1%1",
	"fe80::1%nosuch", "fe80::12%1", "fe80::aaaa:bbbb%lo", "fe80::1%12345", "2001:db8::1%lo", "1.2.3.4.5", "300.1.1.1", "08.1", "a b", "-a", "a!b", "*", "",
}

func TestNames(t *testing.T) {
	knotd(t)
	resolv := "nameserver 127.0.0.1\nsearch example.test\n"
	for _, machine := range []struct {
		name      string
		addresses []string
	}{
		{"loopback", nil},
		{"v4", []string{"10.9.9.9/24"}},
		{"v6", []string{"2001:db8::99/64"}},
		{"both", []string{"10.9.9.9/24", "2001:db8::99/64"}},
	} {
		t.Run(machine.name, func(t *testing.T) {
			withAddresses(t, machine.addresses...)
			tr := tree{"resolv.conf": resolv, "nsswitch.conf": "hosts: files dns\n", "hosts": "10.0.0.9 fromfile ff\n2001:db8::9 fromfile\n"}
			tr.write(t)
			for _, name := range append(dnsNames, "fromfile", "ff") {
				for _, db := range []string{"hosts", "ahosts", "ahostsv4", "ahostsv6"} {
					likeGlibc(t, nil, db, "--", name)
					// Debian 12's musl doesn't ask again over TCP; since 1.2.4 it does.
					if name != "" && name != "many" && name != "many6" {
						likeMusl(t, nil, db, name)
					}
				}
				likeGlibc(t, nil, "-A", "ahosts", "--", name)
				likeGlibc(t, nil, "-A", "ahostsv6", "--", name)
			}
		})
	}
}

func TestInternationalNames(t *testing.T) {
	knotd(t)
	withAddresses(t, "10.9.9.9/24")
	tree{"resolv.conf": "nameserver ::1\nsearch example.test\n"}.write(t)
	for _, name := range []string{"bücher.example.test", "bücher", "BÜCHER", "xn--bcher-kva", "straße", "a\u200db", "\xff"} {
		for _, args := range [][]string{{"ahosts", name}, {"-i", "ahosts", name}, {"ahostsv4", name}, {"hosts", name}} {
			want := executeEnv(t, []string{"LC_ALL=C.UTF-8"}, glibcPath, args...)
			got := executeEnv(t, []string{"LC_ALL=C.UTF-8"}, toolPath, append([]string{"--libc=glibc"}, args...)...)
			same(t, "glibc", nil, args, got, want)
		}
	}
}

func TestResolvConf(t *testing.T) {
	knotd(t)
	withAddresses(t, "10.9.9.9/24", "2001:db8::99/64")
	for _, conf := range []string{
		"", "nameserver ::1\ndomain example.test\n", "nameserver 127.0.0.1\nsearch nx.test example.test\n",
		"nameserver 127.0.0.1\nsearch example.test\noptions ndots:2\n",
		"nameserver 127.0.0.1\nsearch example.test\noptions ndots:0\n",
		"nameserver 127.0.0.1\nsearch example.test nx.test\noptions use-vc\n",
		"nameserver 127.0.0.1\nsearch example.test\noptions edns0 rotate\n",
		"nameserver 127.0.0.3\nnameserver 127.0.0.1\nsearch example.test\noptions timeout:1\n",
		"# c\n; c\n nameserver 1.1.1.1\nnameserver 127.0.0.1 # c\ndomain x.test\nsearch example.test\n",
		"search deep.example.test example.test\n", "search .\n", "nameserver bad\nsearch example.test.\n",
	} {
		t.Run(conf, func(t *testing.T) {
			tr := tree{"resolv.conf": conf, "nsswitch.conf": "hosts: files dns\n"}
			tr.write(t)
			for _, name := range []string{"a", "sub.deep", "sub", "nx", "many6", "c1.example.test", "single", "both"} {
				likeGlibc(t, tr, "hosts", name)
				likeGlibc(t, tr, "ahosts", name)
				if name != "many6" {
					likeMusl(t, tr, "ahosts", name)
				}
			}
		})
	}
}

// TestForwarder asks a server that forwards and caches, as routers and containers have.
// It rotates the addresses of a name: none here has two of a family.
func TestForwarder(t *testing.T) {
	knotd(t)
	tr := tree{"resolv.conf": "nameserver 127.0.0.53\nsearch example.test\n", "nsswitch.conf": "hosts: files dns\n", "passwd": "root:x:0:0::/:\n", "group": "root:x:0:\n"}
	tr.write(t) // with the user and group that dnsmasq is to have
	dnsmasq(t)
	withAddresses(t, "10.9.9.9/24", "2001:db8::99/64")
	for range 2 { // from the zones, then from the cache
		for _, keys := range [][]string{
			{"a", "six", "both", "c1", "c2", "sub.deep", "self", "A.EXAMPLE.test"}, {"dang", "txt", "loop1", "nx", "a..b", "nx.example.test"},
			{"own", "other", "x.below.test"}, {"10.0.0.1", "10.0.0.2", "10.0.0.99", "10.3.3.3", "10.3.3.9", "2001:db8::6", "2001:db8::7"},
		} {
			for _, database := range []string{"hosts", "ahosts", "ahostsv4", "ahostsv6"} {
				likeGlibc(t, tr, append([]string{database}, keys...)...)
				likeMusl(t, tr, append([]string{database}, keys...)...)
			}
		}
		likeGlibc(t, tr, "ahosts", "refused.test") // musl waits long for who refuses
	}
}

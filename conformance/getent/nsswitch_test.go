package getent

import "testing"

var switchTree = tree{
	"passwd":   "root:x:0:0:root:/root:/bin/sh\nu:x:5:5::/:\n",
	"group":    "root:x:0:\ng:x:5:u,v\ng2:x:6:v,u\n",
	"hosts":    "10.0.0.1 one\n10.0.0.2 one two\n::1 localhost\n127.0.0.1 localhost\n",
	"services": "http 80/tcp www\n",
	"networks": "net 10.0.0.0\n",
	"netgroup": "ng (h,u,d)\n",
	"aliases":  "a: b\n",
	"ethers":   "0:1:2:3:4:5 h\n",
}

// Lines of nsswitch.conf, and arguments of -s, for passwd.
var serviceLists = []string{
	"", " ", "files", "nosuch", "nosuch files", "files nosuch", "files files", "FILES",
	"files [NOTFOUND=return] nosuch", "nosuch [UNAVAIL=return] files", "nosuch [UNAVAIL=continue] files",
	"nosuch [!UNAVAIL=return] files", "nosuch [unavail=RETURN] files", "files [SUCCESS=continue] nosuch",
	"files [SUCCESS=continue] files", "files [SUCCESS=merge] files", "files [NOTFOUND=continue] files",
	"nosuch [UNAVAIL=return NOTFOUND=continue] files", "nosuch[UNAVAIL=return]files", "nosuch [ UNAVAIL = return ] files",
	"nosuch [UNAVAIL=return", "nosuch UNAVAIL=return] files", "nosuch [UNAVAIL=bad] files", "nosuch [BAD=return] files",
	"[NOTFOUND=return] files", "files [NOTFOUND=return] [UNAVAIL=return] nosuch", "nosuch [] files", "nosuch [=] files",
	"nosuch [!UNAVAIL=continue] files", "nosuch [SUCCESS=return] files", "nosuch [TRYAGAIN=return] files", "files # c", "files# c",
	"nosuch [UNAVAIL=merge] files", "files [!SUCCESS=return] files", "nosuch [!NOTFOUND=return] files",
	"files\tnosuch", "files:nosuch", "nosuch [UNAVAIL=return]  # files", "files,nosuch", "nosuch files [NOTFOUND=return]",
}

func TestNsswitchLines(t *testing.T) {
	for _, list := range serviceLists {
		tr := tree{}
		for name, text := range switchTree {
			tr[name] = text
		}
		tr["nsswitch.conf"] = "passwd: " + list + "\ngroup:\t" + list + "\nhosts: " + list + "\nservices: " + list + "\n"
		tr.write(t)
		shown := tree{"nsswitch.conf": tr["nsswitch.conf"]}
		for _, args := range [][]string{
			{"passwd", "u", "nobody"}, {"passwd"}, {"group"}, {"group", "g"}, {"initgroups", "u"}, {"hosts", "one"}, {"hosts"},
			{"ahosts", "one"}, {"services", "http"}, {"networks", "net"}, {"passwd", "0"},
		} {
			if args[0] == "ahosts" && list == "files [SUCCESS=continue] nosuch" {
				continue // ahosts-continue of known.tsv
			}
			likeGlibc(t, shown, args...)
		}
	}
}

func TestServiceOption(t *testing.T) {
	for _, conf := range []string{"", "passwd: nosuch\n", "passwd: files\ngroup: nosuch\n"} {
		tr := tree{"nsswitch.conf": conf}
		for name, text := range switchTree {
			tr[name] = text
		}
		tr.write(t)
		shown := tree{"nsswitch.conf": conf}
		for _, list := range serviceLists {
			likeGlibc(t, shown, "-s", list, "passwd", "u")
			likeGlibc(t, shown, "-s", "passwd:"+list, "passwd", "u")
		}
		for _, args := range [][]string{
			{"-s", "group:nosuch", "passwd", "u"}, {"-s", "passwd:files", "-s", "passwd:nosuch", "passwd", "u"},
			{"-s", "passwd:nosuch", "-s", "passwd:files", "passwd", "u"}, {"-s", "nosuch", "-s", "passwd:files", "passwd", "u"},
			{"-s", "passwd:files", "-s", "nosuch", "passwd", "u"}, {"-s", "ahosts:nosuch", "ahosts", "one"}, {"-s", "hosts:nosuch", "ahosts", "one"},
			{"-s", "nosuch", "ahosts", "one"}, {"-s", "nosuch", "hosts"}, {"-s", "initgroups:nosuch", "initgroups", "u"}, {"-s", "group:nosuch", "initgroups", "u"},
			{"-s", "initgroups:files", "initgroups", "u"}, {"-s", "nosuch", "initgroups", "u"}, {"-s", "foo:files", "passwd", "u"}, {"-s", ":files", "passwd", "u"},
			{"-s", "publickey:files", "passwd", "u"}, {"-s", "PASSWD:files", "passwd", "u"}, {"-s", "passwd :nosuch", "passwd", "u"}, {"-s", " passwd:nosuch", "passwd", "u"},
			{"-s", "nosuch", "netgroup", "ng"}, {"-s", "nosuch", "netgroup", "ng", "h", "u", "d"}, {"-s", "nosuch", "ethers", "h"}, {"-s", "nosuch", "aliases"},
			{"-s", "nosuch", "networks", "10.0.0.0"}, {"-s", "files nosuch", "group"}, {"-s", "passwd:", "passwd", "u"}, {"-s", "ahostsv4:files", "passwd", "u"},
		} {
			likeGlibc(t, shown, args...)
		}
	}
}

// TestServiceWithoutDatabase: a service that exists but lacks a database is passed
// over as one that doesn't exist, so that the answer before it counts.
func TestServiceWithoutDatabase(t *testing.T) {
	switchTree.write(t)
	for _, args := range [][]string{
		{"-s", "files [SUCCESS=continue] dns", "passwd", "u"}, {"-s", "files [SUCCESS=continue] dns", "group", "g"},
		{"-s", "files [SUCCESS=continue] compat", "services", "http"}, {"-s", "files [SUCCESS=continue] compat", "hosts", "one"},
		{"-s", "files [SUCCESS=continue] dns files", "passwd", "u"}, {"-s", "files [SUCCESS=continue] files", "netgroup", "ng"},
	} {
		likeGlibc(t, nil, args...)
	}
}

func TestNsswitchFile(t *testing.T) {
	for _, conf := range []string{
		"passwd: nosuch\npasswd: files\n", "passwd: files\npasswd: nosuch\n", "passwd:files", "passwd files\n", " passwd: nosuch\n", "passwd : nosuch\n",
		"#passwd: nosuch\n", "passwd:\n", "passwd:\r\n", "passwd: nosuch\r\n", "passwd: files\r\n", "PASSWD: nosuch\n", "passwd: nosuch # files\n", "passwd: nosuch\\\n files\n",
		"passwd: nosuch\ngroup: files\n", "\x00passwd: nosuch\n", "passwd: nosuch\x00\n", "passwd", ":", "passwd: nosuch [UNAVAIL=return\npasswd: files\n",
		"passwd: files\npasswd: nosuch [UNAVAIL=return\n", "initgroups: nosuch\n", "initgroups: files\ngroup: nosuch\n", "group: nosuch\n", "group: files [SUCCESS=return] files\n",
		"group: files files\n", "initgroups: files files\n", "initgroups: files [SUCCESS=continue] files\n", "group: files [SUCCESS=merge] files\n", "foo: x [bad\n", "group: files [SUCCESS=continue] files\n", "group: files [SUCCESS=merge] nosuch\n",
		"group: nosuch files\n", "initgroups: nosuch files\n",
	} {
		tr := tree{"nsswitch.conf": conf}
		for name, text := range switchTree {
			tr[name] = text
		}
		tr.write(t)
		shown := tree{"nsswitch.conf": conf}
		for _, args := range [][]string{{"passwd", "u"}, {"passwd"}, {"initgroups", "u"}, {"group", "g"}, {"group"}, {"group", "6", "5"}} {
			likeGlibc(t, shown, args...)
		}
	}
}

func TestCommandLine(t *testing.T) {
	switchTree.write(t)
	for _, args := range [][]string{
		{}, {"--"}, {"-A"}, {"nosuch"}, {"nosuch", "x"}, {""}, {"-"}, {"-", "x"}, {"passwd", "u", "--nosuch"}, {"--nosuch"}, {"-x"}, {"-Ax"}, {"-s"}, {"--service"},
		{"--serv", "files", "passwd", "u"}, {"--service=files", "passwd", "u"}, {"--service=", "passwd", "u"}, {"-sfiles", "passwd", "u"}, {"-As", "files", "passwd", "u"},
		{"passwd", "u", "-s", "nosuch"}, {"passwd", "--", "u", "-s"}, {"passwd", "-A", "u"}, {"--no-addrconfig", "-i", "passwd", "u"}, {"--no-i", "passwd", "u"}, {"--no-", "passwd"},
		{"--no", "passwd"}, {"--help=x"}, {"--usage=x"}, {"--version=x"}, {"--no-idn=x"}, {"ethers"}, {"initgroups"}, {"netgroup"}, {"netgroup", "ng", "h"}, {"netgroup", "a", "b", "c", "d", "e"},
		{"passwd", ""}, {"group", ""}, {"passwd", "-1"}, {"passwd", "--", "-1"}, {"passwd", "u", "u", "nobody", "root"}, {"ahosts"}, {"ahostsv6"}, {"hosts"}, {"--nosuch=x", "passwd"}, {"---", "passwd"},
		{"-s", "foo:bar", "--nosuch"}, {"--nosuch", "-s", "foo:bar"},
	} {
		likeGlibc(t, nil, args...)
		want := executeEnv(t, []string{"POSIXLY_CORRECT=1"}, glibcPath, args...)
		got := executeEnv(t, []string{"POSIXLY_CORRECT=1", "GETENT_LIBC=glibc"}, toolPath, args...)
		same(t, "glibc", tree{"POSIXLY_CORRECT": ""}, args, got, want)
	}
}

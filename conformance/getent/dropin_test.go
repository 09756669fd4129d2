package getent

import (
	"net"
	"os"
	"testing"
	"time"
)

// TestDropIn holds records in files against nss-systemd, without a daemon.
func TestDropIn(t *testing.T) {
	tr := tree{
		"nsswitch.conf": "passwd: files systemd\ngroup: files [SUCCESS=merge] systemd\nshadow: files systemd\ngshadow: files systemd\n", "machine-id": "0123456789abcdef0123456789abcdef\n",
		"userdb/byname.user":             `{"userName":"byname","uid":6000,"gid":6000,"disposition":"regular"}`,
		"userdb/6001.user":               `{"userName":"byuid","uid":6001,"gid":6001}`,
		"userdb/6002.user":               `{"userName":"both","uid":6002,"gid":6002}`,
		"userdb/both.user":               `{"userName":"both","uid":6002,"gid":6002}`,
		"userdb/wrongname.user":          `{"userName":"other","uid":6003}`,
		"userdb/6004.user":               `{"userName":"wronguid","uid":6005}`,
		"userdb/bad.user":                `{"userName":"bad","uid":6006`,
		"userdb/inpriv.user":             `{"userName":"inpriv","uid":6008,"privileged":{"hashedPassword":["$6$inl"]}}`,
		"userdb/signed.user":             `{"userName":"signed","uid":6018,"signature":[{"data":"x","key":"y"}]}`,
		"userdb/pm.user":                 `{"userName":"pm","uid":6010,"shell":"/bin/sh","perMachine":[{"matchMachineId":"0123456789abcdef0123456789abcdef","shell":"/bin/zsh"},{"matchHostname":["otherhost"],"shell":"/bin/no"}]}`,
		"userdb/bind.user":               `{"userName":"bind","disposition":"regular","binding":{"0123456789abcdef0123456789abcdef":{"uid":6012,"gid":6012,"homeDirectory":"/home/b"}}}`,
		"userdb/root.user":               `{"userName":"root","uid":0,"homeDirectory":"/rr"}`,
		"userdb/relative.user":           `{"userName":"relative","uid":6019,"homeDirectory":"relative"}`,
		"userdb/extra.user":              `{"userName":"extra","uid":6021,"unknownField":[1,{"a":null}]}`,
		"userdb/intrinsic.user":          `{"userName":"intrinsic","uid":6017,"disposition":"intrinsic"}`,
		"userdb/grp.group":               `{"groupName":"grp","gid":6100,"members":["byname"],"administrators":["adm"]}`,
		"userdb/priv.user":               `{"userName":"priv","uid":6030}`,
		"userdb/priv.user-privileged":    `{"privileged":{"hashedPassword":["$6$abc"]}}`,
		"userdb/badpriv.user":            `{"userName":"badpriv","uid":6031}`,
		"userdb/badpriv.user-privileged": `no JSON`,
		"userdb/aged.user":               `{"userName":"aged","uid":6032,"notAfterUSec":99999999999999,"lastPasswordChangeUSec":86400000000000,"passwordChangeMinUSec":86400000000,"passwordChangeMaxUSec":864000000000,"passwordChangeWarnUSec":86400000000,"passwordChangeInactiveUSec":172800000000}`,
		"userdb/locked.user":             `{"userName":"locked","uid":6033,"locked":true}`,
		"userdb/named.user":              `{"userName":"named","realName":"Real: Name\nx","uid":6034,"homeDirectory":"/a/../b"}`,
		"userdb/colon.user":              `{"userName":"colon","uid":6035.0,"homeDirectory":"/a:b"}`,
		"userdb/-dash.user":              `{"userName":"-dash","uid":6036}`,
		"userdb/hash.group":              `{"groupName":"hash","gid":6101,"administrators":["adm"],"members":["m1","m1","m2"]}`,
		"userdb/hash.group-privileged":   `{"privileged":{"hashedPassword":["$6$grp"]}}`,
		"userdb/odd.group":               `{"groupName":"odd","gid":6102,"members":["m:3","ok"]}`,
		"userdb/byname:grp.membership":   "{}", "userdb/zz:grp.membership": "x", "userdb/none:grp.membership": "", "userdb/a:b:grp.membership": "{}", "userdb/:grp.membership": "{}",
		"userdb/byname:wheel.membership": "{}", "userdb/byname:nosuch.membership": "{}", "group": "wheel:x:10:\n",
		"userdb/6100.group": `{"groupName":"grp","gid":6100,"members":["byname"]}`,
	}
	tr.write(t)
	if err := os.MkdirAll("/run/userdb", 0o755); err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll("/run/userdb")
	for name, text := range map[string]string{"byname": `{"userName":"byname","uid":6099}`, "runonly": `{"userName":"runonly","uid":6025}`, "masked": `{"userName":"masked","uid":6026}`} {
		if err := os.WriteFile("/run/userdb/"+name+".user", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("/dev/null", "/etc/userdb/masked.user"); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"byname", "6000", "byuid", "6001", "both", "6002", "wrongname", "other", "6003", "6004", "6005", "bad", "inpriv", "signed", "pm", "bind", "6012", "root", "0",
		"nobody", "65534", "relative", "extra", "intrinsic", "runonly", "masked", "", ".", "..", "../userdb/byname"} {
		likeGlibc(t, nil, "passwd", key)
	}
	for _, key := range []string{"grp", "6100", "root", "0", "nobody", "nogroup", "65534", "byname", ""} {
		likeGlibc(t, nil, "group", key)
	}
	for _, args := range [][]string{
		{"passwd"}, {"group"}, {"shadow"}, {"gshadow"}, {"initgroups", "byname", "zz", "none", "a", "m1"}, {"passwd", "--", "priv", "badpriv", "named", "colon", "-dash"},
		{"shadow", "--", "priv"}, {"shadow", "badpriv"}, {"shadow", "inpriv"}, {"shadow", "aged", "locked", "byname", "root", "nobody", "-dash"}, {"gshadow", "hash", "grp", "root", "nogroup"}, {"gshadow", "wheel"},
		{"group", "hash", "odd", "wheel", "10"}, {"-s", "systemd", "group", "wheel"}, {"-s", "systemd", "initgroups", "byname"},
	} {
		likeGlibc(t, nil, args...)
	}
}

// TestSlowDaemons asks daemons that say nothing, drip or never end. glibc's client of
// nscd waits 5 s, nss-systemd 45 s; a daemon that was too slow isn't asked again.
func TestSlowDaemons(t *testing.T) {
	endless := func(c net.Conn, text string, pause time.Duration) {
		for {
			if _, err := c.Write([]byte(text)); err != nil {
				return
			}
			time.Sleep(pause)
		}
	}
	for name, peer := range map[string]func(net.Conn){
		"silent":   func(c net.Conn) { c.Read(make([]byte, 1<<20)); c.Read(make([]byte, 1)) },
		"dripping": func(c net.Conn) { endless(c, "\x02", 500*time.Millisecond) },
		"endless":  func(c net.Conn) { endless(c, "\x02\x00\x00\x00", 0) },
	} {
		t.Run(name, func(t *testing.T) {
			serve(t, "/run/nscd", "socket", peer)
			tree{"passwd": "root:x:0:0:::\n"}.write(t)
			start := time.Now()
			stderr, code := limited(t, "passwd", "a", "b", "c", "d")
			if took := time.Since(start); code != 2 || stderr == "" || took > 12*time.Second {
				t.Errorf("code %d after %v, %s", code, took, stderr)
			}
		})
	}
	t.Run("records without end", func(t *testing.T) {
		serve(t, "/run/systemd/userdb", "io.test.Bad", func(c net.Conn) {
			endless(c, `{"parameters":{"record":{"userName":"a","uid":7}},"continues":true}`+"\x00", 0)
		})
		defer os.RemoveAll("/run/systemd")
		tree{}.write(t)
		start := time.Now()
		if _, code := limited(t, "-s", "systemd", "passwd", "b"); code != 2 || time.Since(start) > 12*time.Second {
			t.Errorf("code %d after %v", code, time.Since(start))
		}
	})
}

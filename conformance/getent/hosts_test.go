package getent

import "testing"

// TestHostConf holds what host.conf(5) changes against glibc's getent.
func TestHostConf(t *testing.T) {
	hosts := "10.0.0.1 one uno\n10.0.0.2 two one\n::1 one six\n10.0.0.1 ONE uno2\n::ffff:10.0.0.9 one mapped\nfd00::1 x one one y\n" +
		"127.0.0.6 loc.example.test loc.b.test loc.b a.b.example.test.b.test\n127.0.0.7 .example.test x.EXAMPLE.test\n"
	for _, conf := range []string{
		"", "multi on", "multi off", "Multi ON", "multi onx", "multi,on", "multi#on", "multi on # c", " \tmulti\v\fon", "multi", "multi zz", "mult on", "multi on\nmulti off", "multi off\nmulti on", "#multi on",
		"multi on\x00off", "multi\x00on\nreorder on", "order hosts,bind\nmulti on", "reorder", "bogus", "multi on\r\n",
		"trim .example.test", "trim example.test", "trim .b.test,.example.test", "TRIM .EXAMPLE.test # c", "trim .a , .b", "trim .a ,.b.test", "trim ,.test", "trim .a,", "trim .a;.test",
		"trim .a,.b,.c,.d,.test", "trim .a\ntrim .test", "trim .test,.example.test", "trim .example.test,.test", "trim", "trim#.test", "multi on\ntrim .test,.b",
	} {
		tr := tree{"host.conf": conf + "\n", "hosts": hosts, "nsswitch.conf": "hosts: files\n"}
		tr.write(t)
		for _, args := range [][]string{{"hosts", "one", "ONE", "127.0.0.6", "127.0.0.7", "loc.example.test"}, {"-A", "ahosts", "one"}, {"-A", "ahostsv4", "uno"}} {
			likeGlibc(t, tr, args...)
		}
	}
	tr := tree{"host.conf": "trim .example.test\n", "other.conf": "multi on\n", "hosts": hosts, "nsswitch.conf": "hosts: files\n"}
	tr.write(t)
	for _, variable := range []string{
		"RESOLV_MULTI=on", "RESOLV_MULTI=OFF x", "RESOLV_MULTI=", "RESOLV_MULTI= on", "RESOLV_HOST_CONF=/etc/other.conf", "RESOLV_HOST_CONF=/nonexistent",
		"RESOLV_ADD_TRIM_DOMAINS=.test", "RESOLV_OVERRIDE_TRIM_DOMAINS=.b.test", "RESOLV_OVERRIDE_TRIM_DOMAINS=", "RESOLV_ADD_TRIM_DOMAINS=.a,.b,.c,.test",
	} {
		for _, args := range [][]string{{"hosts", "uno", "127.0.0.6"}, {"-A", "ahostsv4", "one"}} {
			want, got := executeEnv(t, []string{variable}, glibcPath, args...), executeEnv(t, []string{variable}, toolPath, append([]string{"--libc=glibc"}, args...)...)
			want.stderr, got.stderr = warnings.ReplaceAllString(want.stderr, ""), warnings.ReplaceAllString(got.stderr, "")
			same(t, "glibc", tr, append([]string{variable}, args...), got, want)
		}
	}
}

// TestSeveralLines compares generated files in which a name stands in several lines.
func TestSeveralLines(t *testing.T) {
	for seed := *firstSeed; seed < *firstSeed+uint64(*sweep); seed++ {
		g := newGenerator(seed)
		name := func() string { return g.pick("one", "ONE", "two", "three", "x") }
		text := ""
		for range 2 + g.IntN(5) {
			text += g.address() + g.blank() + name() + g.words(name) + "\n"
		}
		tr := tree{"host.conf": "multi on\n", "hosts": text, "nsswitch.conf": "hosts: files\n"}
		tr.write(t)
		likeGlibc(t, tr, "hosts", "one", "x")
		likeGlibc(t, tr, "-A", "ahosts", "two", "ONE")
	}
}

// TestScopes compares numeric addresses with scopes, and the column they stand in.
func TestScopes(t *testing.T) {
	knotd(t) // musl asks DNS for what is no address
	tree{"nsswitch.conf": "hosts: files\n", "resolv.conf": "nameserver 127.0.0.1\n"}.write(t)
	var keys []string
	for _, address := range []string{"::", "::1", "fe80::1", "fe80::aaaa:bbbb:cccc:dddd", "1::1:1234", "ff02::1", "2001:db8::1", "::ffff:1.2.3.4"} {
		for _, scope := range []string{"1", "12", "1234", "12345", "123456", "4294967295", "0", "lo"} {
			keys = append(keys, address+"%"+scope)
		}
	}
	keys = append(keys, "ff01::1%lo", "ff11::1%lo", "ff12::1%lo", "ff03::1%lo", "fec0::1%lo", "fe80::1%4294967296", "fe80::1%-1", "fe80::1%+1", "fe80::1%01", "fe80::1% 1", "fe80::1%1x", "fe80::1%0x1", "fe80::%", "1.2.3.4%1")
	for _, database := range []string{"ahosts", "ahostsv4", "ahostsv6", "hosts"} {
		likeGlibc(t, nil, append([]string{"-A", database}, keys...)...)
	}
	likeMusl(t, nil, append([]string{"ahosts"}, keys...)...)
}

// TestLocales compares international names in locales.
func TestLocales(t *testing.T) {
	tr := tree{"nsswitch.conf": "hosts: files\n", "hosts": "10.0.0.1 xn--bcher-kva\n10.0.0.2 bücher\n10.0.0.3 a.xn--9ca\n"}
	tr.write(t)
	for _, locale := range [][]string{
		nil, {"LC_ALL=C"}, {"LC_ALL=POSIX", "LANG=C.UTF-8"}, {"LC_ALL=C.UTF-8"}, {"LANG=C.utf8"}, {"LC_ALL=", "LC_CTYPE=C.UTF-8", "LANG=C"}, {"LC_CTYPE=C", "LANG=C.UTF-8"}, {"LC_MESSAGES=C.UTF-8"},
		{"LC_ALL=en_US", "LANG=C.UTF-8"},
	} {
		for _, args := range [][]string{{"-A", "ahosts"}, {"-i", "-A", "ahosts"}, {"hosts"}} {
			args = append(args, "bücher", "BÜCHER", "xn--bcher-kva", "XN--BCHER-KVA", "a.é", "é", "\xff", "a\u200db")
			same(t, "glibc", tr, append(locale, args...), executeEnv(t, locale, toolPath, append([]string{"--libc=glibc"}, args...)...), executeEnv(t, locale, glibcPath, args...))
		}
	}
}

// TestEtherKeys compares keys that are Ethernet addresses, or nearly.
func TestEtherKeys(t *testing.T) {
	tr := tree{"ethers": "1:2:3:4:5:6 host\n1:2:3:4:5:60 sixty\n1:2:3:4:5:0 zero\n10:2:3:4:5:6 ten\n"}
	tr.write(t)
	keys := []string{"010:2:3:4:5:6", "1-2-3-4-5-6", " 1:2:3:4:5:6", "0x1:2:3:4:5:6", "1:2:3:4:5", "1 :2:3:4:5:6", "host", "HOST"}
	for _, last := range []string{"6", "60", "600", "006", "60x", "6x", "6 x", "6\t", "6-", "6#", "60#", "06", "6:", "60:7", "", "6é", "g", "0g"} {
		keys = append(keys, "1:2:3:4:5:"+last)
	}
	likeGlibc(t, tr, append([]string{"ethers", "--"}, keys...)...)
}

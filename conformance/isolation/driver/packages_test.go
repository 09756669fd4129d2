package driver

// packages are attacks by what a package installs: on the driver, on whoever uses
// the state, and on what is built with it.
var packages = []attack{
	{name: "installed-set-id", tries: "a set-user-ID program of root's, for other users of the machine",
		recipe: installs("cp /serpent/usr/bin/env usr/env; chmod 6755 usr/env; echo attack: mode $(stat -c %%a usr/env)"), want: "attack: mode 6755"},
	{name: "installed-capabilities", tries: "a program with all file capabilities",
		recipe: installs("cp /serpent/usr/bin/env usr/env\n" +
			perl(`my ($f, $n, $v) = ("usr/env", "security.capability", pack("V*", 0x02000001, 0xffffffff, 0, 0xffffffff, 0)); print "attack: ", syscall(188, $f, $n, $v, 20, 0) < 0 ? "$!" : "set", "\n"`)),
		want: "attack: "},
	{name: "installed-fifo", tries: "a fifo, for which whoever reads the package waits", recipe: installs("mkfifo usr/x"), want: `installs "/usr/x", a fifo`},
	{name: "installed-socket", tries: "a socket",
		recipe: installs(perl(`use Socket; socket(S, PF_UNIX, SOCK_STREAM, 0); bind(S, sockaddr_un("usr/x")) or die "$!"`)), want: `installs "/usr/x", a socket`},
	{name: "installed-device", tries: "a node of the host's disk",
		recipe: installs("mknod usr/x b 8 0 2>&1 || echo attack: no node; echo > usr/y"), want: "attack: no node"},
	{name: "installed-link-to-host", tries: "a link to a directory of the host where the tools of stage2 get theirs",
		recipe: "builddeps: [sbin-link]\n", with: map[string]string{"sbin-link": installs("ln -s HOST/dir usr/sbin")}, want: "usr/sbin: it is a link to "},
	{name: "installed-link-up", tries: "a link by .. to a directory of the host, and a package that installs a file below it",
		recipe: "builddeps: [lib-link, lib-file]\n", with: map[string]string{
			"lib-link": installs("ln -s ../../../../../../../../../../../../HOST/dir usr/lib"),
			"lib-file": installs("mkdir usr/lib; echo > usr/lib/evil"),
		}, want: "/usr/lib is installed by both lib-file and lib-link"},
	{name: "installed-links-compose", tries: "the same through a link to its own directory, which stays inside as a text",
		recipe: "builddeps: [x-link, y-link, y-file]\n", with: map[string]string{
			"x-link": installs("ln -s . usr/x"),
			"y-link": installs("ln -s x/x/x/x/x/x/x/x/x/x/../../../../../../../../../../../../HOST/dir usr/y"),
			"y-file": installs("mkdir usr/y; echo > usr/y/evil"),
		}, want: "/usr/y is installed by both y-file and y-link"},
	{name: "installed-mount-point", tries: "links to the host with the names that a build's mounts have",
		recipe: "builddeps: [mount-links]\n", with: map[string]string{
			"mount-links": installs("ln -s HOST/dir serpent; ln -s HOST/dir build; ln -s HOST/dir recipe; ln -s HOST/dir dev; ln -s HOST/dir proc; ln -s HOST/dir tmp"),
		}, want: "mount-links"},
	{name: "installed-line-feed", tries: "a name that is two lines of a list", recipe: installs("echo > usr/$'a\\nb'"), want: "has a control character; rename it"},
	{name: "installed-escapes", tries: "a name of escape sequences", recipe: installs("echo > usr/$'\\e]0;CANARY\\a\\e[2J'"), want: "has a control character; rename it"},
	{name: "installed-not-text", tries: "two names that JSON makes one", recipe: installs("echo > usr/$'\\xff'; echo > usr/$'\\xfe'"), want: "is not UTF-8; rename it"},
	{name: "installed-bidi", tries: "a name that shows as another one", recipe: installs("echo > usr/$'a\\xe2\\x80\\xaec.exe'; mkfifo usr/$'a\\xe2\\x80\\xaec.exe2'"), want: "a fifo"},
	{name: "installed-link-target", tries: "a link whose target has escape sequences", recipe: installs("ln -s $'\\e]0;CANARY\\a' usr/x"), want: "has a control character; rename it"},
	{name: "installed-immutable", tries: "a file that can't be removed",
		recipe: installs("echo > usr/x\n" + perl(`open(F, "<", "usr/x"); my $v = pack("L", 0x10); print "attack: ", ioctl(F, 0x40086602, $v) ? "immutable" : "$!", "\n"`)),
		want:   "attack: "},
	{name: "installed-depth", tries: "4,000 directories in each other, deeper than paths go",
		recipe: installs(perl(`for (1 .. 4000) { mkdir "d" or die; chdir "d" or die }`)), want: "with a path of more than"},
	{name: "installed-locked", tries: "directories and files of mode 0, which their owner can't look into",
		recipe: installs("mkdir -p usr/a/b; echo > usr/a/b/c; chmod 0 usr/a/b/c usr/a/b usr/a; echo attack: locked"), want: "attack: locked"},
	{name: "installed-holes", tries: "40 files of 8 TiB that take no disk",
		recipe: installs("for i in $(seq 40); do truncate -s 8T usr/$i; done"), want: "(--package-limit)"},
	{name: "installed-hard-link", tries: "a hard link to a file that the build keeps and changes",
		recipe: section("build", "echo > kept") + "install: |\n  mkdir -p %(installroot)/usr; cp -l kept %(installroot)/usr/x 2>&1 || { echo attack: no link; echo > %(installroot)/usr/x; }\n", want: "attack: no link"},
	{name: "installed-owner", tries: "files of a user that the build does not have",
		recipe: installs("echo > usr/x; chown 4000000:4000000 usr/x 2>&1 || echo attack: no such user"), want: "attack: no such user"},
	{name: "installed-nothing", tries: "a directory of the package replaced by a link to the host",
		recipe: "install: |\n  rm -rf %(installroot) 2>&1 || true; ln -s HOST/dir %(installroot) 2>&1 || true; mv %(installroot) /build/x 2>&1 || echo attack: stays\n", want: "the install section put nothing into"},
}

// installs is an install section that begins in the directory of the package,
// which has usr.
func installs(script string) string {
	return section("install", "cd %(installroot); mkdir -p usr\n"+script)
}

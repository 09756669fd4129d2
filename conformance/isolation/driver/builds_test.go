package driver

// jobserver finds the jobserver of make.
const jobserver = `server=${MAKEFLAGS##*--jobserver-auth=}; server=${server%%%% *}
case $server in
fifo:*) in=${server#fifo:} out=$in ;;
*) in=/proc/self/fd/${server%%%%,*} out=/proc/self/fd/${server#*,} ;;
esac
`

// builds are attacks by what a build does, with the limits that builds have by
// themselves.
var builds = []attack{
	{name: "flooded-jobs", tries: "more jobs for the jobserver than its pipe holds, so that who gives one back waits",
		recipe: jobserver + "timeout 5 sh -c \"head -c 200000 /dev/zero | tr '\\\\0' + >>$out\" 2>&1 || true\necho attack: flooded", want: "attack: flooded"},
	{name: "kept-jobs", tries: "to take all jobs and keep them, so that no other build begins",
		recipe: jobserver + "timeout 1 cat $in >/dev/null || true\necho attack: kept", want: "attack: kept"},
	{name: "said-read-only", tries: "to print what the driver looks for in the log of a build that failed",
		recipe: "echo \"mkdir: cannot create directory '/usr/x': Read-only file system\"; echo 'make: *** [x] Error 1'; echo attack: said", want: "attack: said"},
	{name: "left-daemon", tries: "a process that goes on after the build, in a session of its own", // setsid(2) is 112
		recipe: perl(`if (!fork) { syscall(112); open(STDOUT, ">", "/dev/null"); open(STDERR, ">&STDOUT"); exec "sleep", "` + asleep + `" } sleep 1`), want: "left processes running: sleep " + asleep},
	{name: "last-words", tries: "escape sequences in the last lines, which the driver shows",
		recipe: "printf 'error: \\033]0;CANARY\\007\\033[2J\\033]52;c;Q0FOQVJZ\\007\\n'; exit 3", want: "the build ended with status 3"},
	{name: "last-line", tries: "one line of 60 MB before it fails",
		recipe: "head -c 60000000 /dev/zero | tr '\\0' x; echo; exit 3", want: "the build ended with status 3"},
	{name: "forged-failure", tries: "to write the driver's own note of what failed, with escape sequences and 50 MB",
		recipe: "{ head -c 50000000 /dev/zero; printf '\\033]0;CANARY\\007\\n1\\0002\\0003\\n'; } >/recipe/failure; exit 4", want: "the build ended with status 4"},
	{name: "replaced-failure", tries: "a link to the host in place of that note",
		recipe: "rm -f /recipe/failure 2>&1 || true; ln -sf HOST/victim /recipe/failure 2>&1 || echo attack: stays", want: "attack: stays"},
	{name: "changed-script", tries: "to change the script that runs it, and the patches", recipe: "{ echo evil >> /recipe/script; } 2>&1 || touch /recipe/patches/x 2>&1 || echo attack: read-only; true", want: "attack: read-only"},
	{name: "changed-tools", tries: "to change the tools that all later builds have", recipe: "touch /serpent/usr/bin/evil 2>&1 || chmod 777 /serpent/usr/bin/env 2>&1 || echo attack: read-only; true", want: "attack: read-only"},
	{name: "killed-all", tries: "to end the first process of its namespaces, and the driver", recipe: "kill -9 1 2>&1 || true; kill -STOP 1 2>&1 || true; kill -9 -1 2>&1 || true; echo attack: goes on", want: "attack: goes on"},
	{name: "network", tries: "to connect to the network", recipe: "(exec 3<>/dev/tcp/192.0.2.1/80) 2>&1 || true", want: "tried to use the network"},
	{name: "descriptors", tries: "to write to what the driver has open", recipe: `for f in /proc/self/fd/* /proc/1/fd/*; do n=${f##*/}; [ $n -le 2 ] || [ ! -w $f ] || { echo '{"status":0}' >>$f; } 2>/dev/null || true; done; echo attack: wrote; exit 5`, want: "the build ended with status 5"},
	{name: "deep-build", tries: "5,000 directories in each other, to be removed after the build",
		recipe: perl(`for (1 .. 5000) { mkdir "d" or die; chdir "d" or die }`) + "\necho attack: made", want: "attack: made"},
	{name: "locked-build", tries: "the same of mode 0, with a name of 255 bytes",
		recipe: "mkdir -p a/b/$(printf 'x%%.0s' $(seq 255)); echo > a/b/c; chmod 0 a/b/* a/b a; echo attack: locked", want: "attack: locked"},
	{name: "build-as-link", tries: "a link to the host in place of the build directory's own",
		source: from(file("t/a.c", source)), recipe: "cd /build; mv t u; ln -s HOST t; ls; echo attack: replaced", want: "the build ended with status 1 in install: `cd /build/t`"},
	{name: "read-host", tries: "to read the secret by its path", recipe: "cat HOST/secret 2>&1 || echo attack: no such file", want: "attack: no such file"},
	{name: "environment", tries: "to read the caller's environment", recipe: "env; cat /proc/1/environ | tr '\\0' '\\n'; echo attack: read", want: "attack: read"},
}

// limits are builds that take more than their limits allow.
var limits = []attack{
	{name: "endless", tries: "never to end, deaf to signals", recipe: "trap '' TERM INT HUP\nwhile :; do sleep 1; echo; done", want: "its time limit (--time-limit 25s)", limit: "time-limit"},
	{name: "silent", tries: "to print nothing, stopped by itself", recipe: "kill -STOP $$", want: "its limit of silence (--silence-limit 12s)", limit: "silence-limit"},
	{name: "closed", tries: "the same with no output open", recipe: "exec >/dev/null 2>&1; sleep " + asleep, want: "its limit of silence", limit: "silence-limit"},
	{name: "memory", tries: "to take all memory", recipe: perl(`$x = "x" x (1 << 20); push @all, $x . $_ for 1 .. 4000`), want: "its memory limit (--memory-limit 256M)", asUser: "Out of memory", limit: "memory-limit"},
	{name: "files-in-memory", tries: "to fill /tmp, /dev/shm and /dev", recipe: "head -c 400M /dev/zero >/tmp/x || head -c 400M /dev/zero >/dev/shm/x || head -c 400M /dev/zero >/dev/x || exit 6", want: "No space left on device"},
	{name: "processes", tries: "to start processes without end", recipe: perl(`for (1 .. 300) { my $p = fork; defined $p or die "fork: $!"; exec "sleep", "` + asleep + `" unless $p }`), want: "its limit of processes (--process-limit 150)", asUser: "fork: Resource temporarily unavailable", limit: "process-limit"},
	{name: "fork-bomb", tries: "the same by each of the processes", recipe: "bomb() { bomb | bomb & }; bomb; wait; sleep " + asleep, want: "its time limit (--time-limit 25s)", limit: "time-limit"},
	{name: "disk", tries: "to fill the disk", recipe: "for i in 1 2 3 4 5 6 7 8 9; do head -c 20M /dev/urandom >$i; echo $i; sleep 1; done; sleep " + asleep, want: "its disk limit (--disk-limit 60M)", limit: "disk-limit"},
	{name: "disk-in-package", tries: "the same in the directory of the package", recipe: "cd /install\n" + perl(`for (1 .. 9) { open($f[$_], ">", "x$_") or die "$!"; print { $f[$_] } "x" x (20 << 20); print "$_\n"; sleep 1 } sleep 98765`), want: "its disk limit (--disk-limit 60M)", limit: "disk-limit"},
	{name: "disk-removed", tries: "the same with files that are removed while they are open", recipe: perl(`for (1 .. 9) { open($f[$_], ">", "x$_") or die "$!"; unlink "x$_"; print { $f[$_] } "x" x (20 << 20); print "$_\n"; sleep 1 } sleep 98765`), want: "its disk limit (--disk-limit 60M)", limit: "disk-limit"},
	{name: "log", tries: "a log without end", recipe: "yes", want: "its log limit (--log-limit 2M)", limit: "log-limit"},
	{name: "line", tries: "one line without end", recipe: "tr '\\0' x </dev/zero", want: "its log limit (--log-limit 2M)", limit: "log-limit"},
	{name: "file", tries: "a file without end", recipe: "truncate -s 1T x", want: "its limit of a file's size (--file-size-limit 1G)", limit: "file-size-limit"},
}

// ledgers are attacks on what the ledger and the root of a build tell.
var ledgers = []attack{
	{name: "evidence-by-link", tries: "a link to the host as source, so that the ledger has the host's files as the package's",
		source: func(host string) []byte {
			return archive(directory("t"), file("t/a.c", source), link("t/x", "."), link("t/h", out(host)))
		}, want: takeOther},
	{name: "evidence-by-link-in-build", tries: "the same by a link that the build makes", recipe: "ln -s HOST/secret h.c; ln -s HOST d; echo attack: made", want: "attack: made"},
	{name: "evidence-by-device", tries: "a source that includes an endless device of the host",
		source: from(file("t/a.c", "#include <../../../../../../../../../../../../../../dev/zero>\n#include \"/dev/zero\"\n"+source)), recipe: "builddeps: [musl]\nbuild: |\n  echo attack: built\n",
		with: map[string]string{"musl": "version: 1.2.3\n" + section("install", "mkdir -p %(installroot)/usr/include; echo > %(installroot)/usr/include/stdio.h")}, want: "attack: built"},
	// The first attack's package musl is the other's, too.
	{name: "evidence-by-include", tries: "a source that includes a secret file of the host",
		source: func(host string) []byte {
			return archive(file("t/a.c", "#include <"+up(host+"/secret")+">\n#include \""+host+"/secret\"\n"+source))
		}, recipe: "builddeps: [musl]\nbuild: |\n  echo attack: built\n", want: "attack: built"},
}

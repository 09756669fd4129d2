/* SPDX-License-Identifier: MIT */
/* first ROLE COMMAND ARGUMENT ...: run as the first process of a PID namespace. It
   starts COMMAND, the daemon, and when that listens asks for the user "u" of a source
   that hangs: itself, with ROLE first; as a child that has not become its program yet,
   with ROLE child; as one that has, with ROLE program. Prints the result, and for how
   many ms that took. */
#define _GNU_SOURCE
#include <errno.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void ask(void)
{
	static char buf[4096];
	struct passwd user, *u = 0;
	struct timespec a, b;
	clock_gettime(CLOCK_MONOTONIC, &a);
	int e = getpwnam_r("u", &user, buf, sizeof buf, &u);
	clock_gettime(CLOCK_MONOTONIC, &b);
	printf("%s %ld\n", e ? "unknown" : u ? "found" : "missing",
		(b.tv_sec - a.tv_sec) * 1000 + (b.tv_nsec - a.tv_nsec) / 1000000);
	fflush(stdout);
}

static int listens(void)
{
	struct sockaddr_un to = { AF_UNIX, "/var/run/nscd/socket" };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	int ok = !connect(fd, (void *)&to, sizeof to);
	close(fd);
	return ok;
}

int main(int argc, char **argv)
{
	if (mount("proc", "/proc", "proc", 0, 0))
		return perror("mount /proc"), 1;
	pid_t daemon = fork();
	if (!daemon) {
		execv(argv[2], argv + 2);
		_exit(127);
	}
	while (!listens()) {
		if (waitpid(daemon, 0, WNOHANG) == daemon)
			return fputs("the daemon has ended\n", stderr), 1;
		usleep(1000);
	}
	if (!strcmp(argv[1], "first")) {
		ask();
	} else {
		pid_t child = fork();
		if (!child) {
			prctl(PR_SET_NAME, strcmp(argv[1], "child") ? "program" : "(unit)");
			ask();
			_exit(0);
		}
		waitpid(child, 0, 0);
	}
	kill(daemon, SIGTERM);
	waitpid(daemon, 0, 0);
	return 0;
}

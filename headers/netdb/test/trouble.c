/* Files of /etc that are missing, directories, loops, unreadable, or no text:
 * results and errno. Protocols are left out where the file is what is wrong: musl
 * knows them without one. So are the errno values of entries one by one where a
 * file can't be opened, which glibc does not tell. */
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <netdb.h>
#include <rpc/netdb.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const names[] = {"networks", "services", "protocols", "rpc", "netgroup"};

static char buffer[1024];

static void each(const char *what, int tells)
{
	printf("%s: one by one", what);
	errno = 0;
	printf(" %d", getnetent() != NULL);
	printf(" %d", tells ? errno : -1);
	errno = 0;
	printf(", %d", getservent() != NULL);
	printf(" %d", tells ? errno : -1);
	errno = 0;
	printf(", %d", getrpcent() != NULL);
	printf(" %d\n", tells ? errno : -1);
	endnetent();
	endservent();
	endrpcent();
}

#define KEY(call) \
	errno = 0; \
	printf("  %s %d", #call, (call) != NULL); \
	printf(" errno %d\n", errno)
#define KEY_R(call) \
	printf("  %s %d\n", #call, (call))

static void keys(void)
{
	struct netent net, *n = &net;
	struct rpcent rpc, *r = &rpc;
	int h_error;

	KEY(getnetbyname("lan"));
	KEY(getnetbyaddr(0xc0a80100, AF_INET));
	KEY(getrpcbyname("nfs"));
	KEY(getrpcbynumber(100003));
	KEY_R(getnetbyname_r("lan", &net, buffer, sizeof buffer, &n, &h_error));
	KEY_R(getnetbyaddr_r(0xc0a80100, AF_INET, &net, buffer, sizeof buffer, &n, &h_error));
	KEY_R(getrpcbyname_r("nfs", &rpc, buffer, sizeof buffer, &r));
	KEY_R(getrpcbynumber_r(100003, &rpc, buffer, sizeof buffer, &r));
	KEY_R(setnetgrent("users"));
	endnetgrent();
	KEY_R(innetgr("users", NULL, "ann", NULL));
}

static void with(const char *what, int tells, uid_t user)
{
	fflush(stdout);
	if (fork() == 0) {
		if (user && geteuid() == 0 && (setgroups(0, NULL) || setgid(user) || setuid(user)))
			perror("setuid");
		each(what, tells);
		keys();
		fflush(stdout);
		_exit(0);
	}
	wait(NULL);
}

static void all_files(void (*make)(const char *path))
{
	char path[64];

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		snprintf(path, sizeof path, "/etc/%s", names[i]);
		remove(path);
		make(path);
	}
}

static void directory(const char *path) { mkdir(path, 0755); }
static void nothing(const char *path) { (void)path; }

static void loop(const char *path)
{
	if (symlink(path, path))
		perror(path);
}

static void write_to(const char *path, const char *text, size_t size)
{
	FILE *file = fopen(path, "we");

	if (!file || fwrite(text, 1, size, file) != size || fclose(file))
		perror(path);
}

static void secret(const char *path)
{
	write_to(path, "lan 192.168.1.0\n", 16);
	chmod(path, 0);
}

static void empty(const char *path) { write_to(path, "", 0); }

static void long_line(const char *path)
{
	static char text[200000];

	memset(text, 'x', sizeof text);
	*text = '#'; /* a network without address is 255.255.255.255 in glibc */
	memcpy(text + sizeof text - 17, "\nlan 192.168.1.0\n", 17);
	write_to(path, text, sizeof text);
}

int main(void)
{
	if ((unshare(CLONE_NEWNS) && unshare(CLONE_NEWUSER | CLONE_NEWNS)) ||
	    mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) || mount("tmpfs", "/etc", "tmpfs", 0, NULL))
		perror("/etc of its own");
	chmod("/etc", 0755);
	write_to("/etc/nsswitch.conf", "networks: files\nservices: files\nrpc: files\nnetgroup: files\n", 60);
	all_files(nothing);
	with("missing", 0, 0);
	all_files(directory);
	with("directory", 1, 0);
	all_files(loop);
	with("loop", 0, 0);
	all_files(secret);
	with("unreadable", 0, 65534);
	all_files(empty);
	with("empty", 0, 0);
	all_files(long_line);
	with("long line", 0, 0);
	return 0;
}

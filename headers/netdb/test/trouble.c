/* Files of /etc that are missing, directories, loops, unreadable, or no text:
 * results and errno. Protocols are left out where the file is what is wrong: musl
 * knows them without one. So are the errno values of entries one by one where a
 * file can't be opened, which glibc does not tell. */
#define _GNU_SOURCE
#include "../../testing/own_etc.h"

#include <netdb.h>
#include <rpc/netdb.h>
#include <sys/socket.h>

static const char *const files[] = {
	"/etc/networks", "/etc/services", "/etc/protocols", "/etc/rpc", "/etc/netgroup", NULL,
};

static char buffer[1024];

static void one_by_one(const char *what)
{
	int tells = !strcmp(what, "directory");

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

static void each(const char *what)
{
	one_by_one(what);
	keys();
}

static void secret(const char *path)
{
	write_to(path, "lan 192.168.1.0\n", 16);
	chmod(path, 0);
}

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
	own_etc();
	remake(files, missing);
	print_as(0, each, "missing");
	remake(files, directory);
	print_as(0, each, "directory");
	remake(files, loop);
	print_as(0, each, "loop");
	remake(files, secret);
	print_as(65534, each, "unreadable");
	remake(files, empty);
	print_as(0, each, "empty");
	remake(files, long_line);
	print_as(0, each, "long line");
	return 0;
}

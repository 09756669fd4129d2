/* res_ninit when memory runs out, at every allocation there is: -1, or all of
 * what /etc/resolv.conf says; and where a file can't be opened. */
#define _GNU_SOURCE
#include "../../testing/each_failure.h"
#include "../../testing/root.h"
#include <resolv.h>
#include <sys/resource.h>

static struct __res_state state;

static enum outcome read_conf(void)
{
	memset(&state, 0, sizeof state);
	if (res_ninit(&state))
		return outcome_of(0);
	return state.nscount == 3 && state._u._ext.nsaddrs[1] && state._u._ext.nsaddrs[2] && state.ndots == 4
		&& !strcmp(state.dnsrch[1], "b.example") ? RIGHT : WRONG;
}

static void forget(void)
{
	if (state.options & RES_INIT)
		res_nclose(&state);
	memset(&state, 0, sizeof state);
}

static void no_descriptors(void)
{
	struct rlimit limit, before;

	getrlimit(RLIMIT_NOFILE, &before);
	limit = before;
	limit.rlim_cur = 3;
	setrlimit(RLIMIT_NOFILE, &limit);
	memset(&state, 0, sizeof state);
	errno = 0;
	printf("no descriptors: %d", res_ninit(&state));
	printf(" %d init %d\n", errno == EMFILE, (state.options & RES_INIT) != 0);
	setrlimit(RLIMIT_NOFILE, &before);
}

static void kinds_of_file(void)
{
	struct __res_state s;

	memset(&s, 0, sizeof s);
	unlink("/etc/resolv.conf");
	mkdir("/etc/resolv.conf", 0755);
	printf("directory: %d", res_ninit(&s));
	printf(" %d servers\n", s.nscount);
	res_nclose(&s);
	rmdir("/etc/resolv.conf");
	if (symlink("resolv.conf", "/etc/resolv.conf"))
		perror("symlink");
	memset(&s, 0, sizeof s);
	printf("loop: %d", res_ninit(&s));
	printf(" %d servers\n", s.nscount);
	res_nclose(&s);
}

int main(void)
{
	FILE *file;

	setvbuf(stdout, NULL, _IOLBF, 0);
	own_root();
	file = fopen("/etc/resolv.conf", "w");
	fprintf(file, "nameserver 192.0.2.1\nnameserver 2001:db8::1\nnameserver 2001:db8::2\noptions ndots:4\nsearch a.example b.example ");
	for (int i = 0; i < 600; i++)
		fprintf(file, "d%d ", i);
	fprintf(file, "\n");
	fclose(file);
	no_descriptors(); /* first: glibc remembers what it has read */
	each_failure("res_ninit", read_conf, forget);
	kinds_of_file();
	return 0;
}

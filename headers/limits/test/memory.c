/* initgroups when memory runs out, at every allocation there is: -1, or all groups.
 * glibc is the one that prints what is right, so the loop that fails allocations is
 * left out there. An ordinary user gets EPERM in the end, which counts as an end. */
#define _GNU_SOURCE
#include "../../testing/failing_malloc.h"

#include <errno.h>
#include <grp.h>
#include <sched.h>
#include <stdio.h>
#include <sys/mount.h>
#include <unistd.h>

static void enter(int groups)
{
	if (unshare(CLONE_NEWNS) && unshare(CLONE_NEWUSER | CLONE_NEWNS)) {
		perror("unshare");
		_exit(1);
	}
	mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL);
	if (mount("tmpfs", "/etc", "tmpfs", 0, NULL)) {
		perror("mount /etc");
		_exit(1);
	}
	FILE *file = fopen("/etc/group", "we");
	if (!file)
		_exit(1);
	for (int i = 0; i < groups; i++)
		fprintf(file, "g%d:x:%d:user\n", i, 1000 + i);
	fclose(file);
	file = fopen("/etc/nsswitch.conf", "we");
	if (!file || fputs("group: files\n", file) < 0 || fclose(file))
		_exit(1);
}

static int is_done(int result)
{
	return result == 0 || errno == EPERM;
}

int main(void)
{
	int wrong = 0;

	enter(200);
	int whole = is_done(initgroups("user", 7));
	int all = getgroups(0, NULL);
#ifndef __GLIBC__
	int refused = 0;
	malloc_set_mark();
	for (long n = 1;; n++) {
		malloc_rewind();
		malloc_fail_at(n);
		errno = 0;
		int result = initgroups("user", 7), done = is_done(result), failed = malloc_failed;
		malloc_fail_at(-1);
		refused += !done;
		wrong += !done && (result != -1 || !failed);
		wrong += done && getgroups(0, NULL) != all;
		malloc_rewind();
		wrong += !is_done(initgroups("user", 7));
		if (!failed)
			break;
	}
	wrong += refused == 0;
#endif
	(void)all;
	printf("whole %d wrong %d\n", whole, wrong);
	return 0;
}

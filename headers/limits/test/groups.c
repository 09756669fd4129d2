/* initgroups for users of few groups and of many, with an /etc/group of this
 * program's own in a mount namespace; getgroups, and what sysconf says of both. */
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

static void enter(void)
{
	if (unshare(CLONE_NEWNS)) {
		perror("unshare");
		exit(1);
	}
	mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL);
	if (mount("tmpfs", "/etc", "tmpfs", 0, NULL)) {
		perror("mount /etc");
		exit(1);
	}
	FILE *file = fopen("/etc/nsswitch.conf", "we");
	if (!file || fputs("group: files\n", file) < 0 || fclose(file))
		exit(1);
}

static void write_groups(int count)
{
	FILE *file = fopen("/etc/group", "we");

	if (!file)
		exit(1);
	for (int i = 0; i < count; i++)
		fprintf(file, "g%d:x:%d:%s\n", i, 1000 + i, i % 3 ? "other,user" : "user");
	fprintf(file, "last:x:999:other\n");
	if (fclose(file))
		exit(1);
}

static int compare(const void *a, const void *b)
{
	gid_t x = *(const gid_t *)a, y = *(const gid_t *)b;
	return x < y ? -1 : x > y;
}

static gid_t groups[NGROUPS_MAX];

/* In a child: each case starts with the groups of this process. */
static void try(const char *user, gid_t group, uid_t as)
{
	fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		if (setgroups(0, NULL) || (as && setuid(as)))
			_exit(1);
		errno = 0;
		int result = initgroups(user, group), error = errno;
		int count = getgroups(NGROUPS_MAX, groups);
		printf("%s %d: %d %d, %d groups:", user, (int)group, result, result ? error : 0, count);
		qsort(groups, count > 0 ? (size_t)count : 0, sizeof *groups, compare);
		unsigned sum = 0;
		for (int i = 0; i < count; i++) {
			if (i < 5 || i >= count - 3)
				printf(" %d", (int)groups[i]);
			sum = sum * 31 + groups[i];
		}
		printf(" %u\n", sum);
		fflush(stdout);
		_exit(0);
	}
	waitpid(child, NULL, 0);
}

int main(void)
{
	static const int counts[] = {0,	 1,   2,   31,	32,   33,    62,    63,	   64,
				     65, 127, 128, 129, 1000, 65534, 65535, 65536, 66000};

	printf("%d %d\n", HOST_NAME_MAX, NGROUPS_MAX);
	printf("%ld %ld\n", sysconf(_SC_HOST_NAME_MAX), sysconf(_SC_NGROUPS_MAX));
	errno = 0;
	printf("%ld %d %ld\n", sysconf(_SC_PAGESIZE), sysconf(_SC_OPEN_MAX) > 0,
	       sysconf(_SC_CLK_TCK));
	printf("%ld", sysconf(-1));
	printf(" %d\n", errno);
	if (geteuid()) {
		puts("initgroups: only root may set groups, so the rest is not tested");
		return 0;
	}
	enter();
	for (unsigned i = 0; i < sizeof counts / sizeof *counts; i++) {
		write_groups(counts[i]);
		try("user", 7, 0);
		try("other", 1001, 0);
		try("nobody", 999, 0);
		try("", 5, 0);
		try("user", 7, 1000);
	}
	unlink("/etc/group");
	try("user", 7, 0);
	return 0;
}

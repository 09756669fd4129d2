/* Descriptors closed by ranges, programs run by descriptor, groups. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void open_ones(const char *what)
{
	printf("%s:", what);
	for (int fd = 100; fd < 110; fd++)
		printf(" %d", fcntl(fd, F_GETFD));
	puts("");
}

static void fill(void)
{
	for (int fd = 100; fd < 110; fd++)
		dup2(1, fd);
}

static void ranges(void)
{
	fill();
	open_ones("filled");
	printf("%d\n", close_range(102, 104, 0));
	open_ones("102 to 104");
	printf("%d\n", close_range(106, ~0U, CLOSE_RANGE_CLOEXEC));
	open_ones("106 on exec");
	errno = 0;
	printf("%d", close_range(5, 4, 0));
	printf(" %d\n", errno);
	errno = 0;
	printf("%d", close_range(5, 6, 1 << 20));
	printf(" %d\n", errno);
	fill();
	errno = 77;
	closefrom(105);
	printf("errno %d\n", errno);
	open_ones("from 105");
	closefrom(3);
	open_ones("from 3");
}

static void run(const char *directory, const char *path, int flags)
{
	char *arguments[] = {(char *)"sh", (char *)"-c", (char *)"echo ran $X; exit 7", NULL};
	char *environment[] = {(char *)"X=with", NULL};
	int status = 0, fd = open(directory, O_PATH);

	fflush(stdout);
	pid_t child = fork();
	if (!child) {
		execveat(fd, path, arguments, environment, flags);
		_exit(errno);
	}
	waitpid(child, &status, 0);
	printf("%s %s: %d\n", directory, path, WEXITSTATUS(status));
	close(fd);
}

int main(void)
{
	char directory[PATH_MAX];
	socklen_t length = 5;

	ranges();
	run("/bin", "sh", 0);
	run("/bin/sh", "", AT_EMPTY_PATH);
	run("/bin", "none", 0);
	run("/etc", "passwd", 0);
	run("/bin", "", 0);
	gid_t groups[64];
	int count = getgroups(64, groups);
	for (int i = 0; i < count; i++)
		if (!group_member(groups[i]))
			puts("not a member");
	printf("%d\n", group_member(987654));
	printf("%d %d\n", __environ == environ, (int)length);
	int (*pointer)(unsigned, unsigned, int) = close_range;
	printf("%d\n", pointer(900, 901, 0));
	(void)directory;
	return 0;
}

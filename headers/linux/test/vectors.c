/* preadv2 and pwritev2: offsets, the file's own position, flags and errors. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#if defined __GLIBC__ && !defined RWF_NOAPPEND /* Debian added it to 2.36 */
#define RWF_NOAPPEND 0x20
#endif

static void result(const char *what, ssize_t value)
{
	int error = errno;

	printf("%s: %zd", what, value);
	if (value < 0)
		printf(" errno %d", error);
	puts("");
}

int main(void)
{
	char one[3] = {'x', 'y', 'z'}, two[5] = {'1', '2', '3', '4', '5'};
	struct iovec io[2] = {{one, sizeof one}, {two, sizeof two}};
	int fd = open("b", O_RDWR | O_CREAT, 0600);

	result("pwritev2", pwritev2(fd, io, 2, 2, 0));
	result("pwritev2 append", pwritev2(fd, io, 1, 0, RWF_APPEND));
	result("pwritev2 dsync", pwritev2(fd, io, 1, -1, RWF_DSYNC));
	result("position", lseek(fd, 0, SEEK_CUR));
	memset(one, 0, sizeof one);
	memset(two, 0, sizeof two);
	result("preadv2", preadv2(fd, io, 2, 0, 0));
	for (int i = 0; i < 3; i++)
		printf("%02x ", one[i]);
	printf("%.5s\n", two);
	result("preadv2 position", preadv2(fd, io, 1, -1, 0));
	result("preadv2 flags", preadv2(fd, io, 1, 0, 0x4000));
	result("preadv2 offset", preadv2(fd, io, 1, -2, 0));
	result("preadv2 bad", preadv2(-1, io, 1, 0, 0));
	close(fd);
	printf("%d\n", RWF_NOAPPEND);
	return 0;
}

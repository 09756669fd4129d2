/* The constants, and O_ACCMODE on descriptors of every kind. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define VALUE(name) {#name, name}

static const struct {
	const char *name;
	long long value;
} values[] = {
	VALUE(O_ACCMODE), VALUE(O_FSYNC), VALUE(F_EXLCK), VALUE(F_SHLCK),
	VALUE(LOCK_SH), VALUE(LOCK_EX), VALUE(LOCK_NB), VALUE(LOCK_UN),
	VALUE(LOCK_MAND), VALUE(LOCK_READ), VALUE(LOCK_WRITE), VALUE(LOCK_RW),
	VALUE(FALLOC_FL_NO_HIDE_STALE), VALUE(FALLOC_FL_COLLAPSE_RANGE),
	VALUE(FALLOC_FL_ZERO_RANGE), VALUE(FALLOC_FL_INSERT_RANGE),
	VALUE(FALLOC_FL_UNSHARE_RANGE), VALUE(SYNC_FILE_RANGE_WRITE_AND_WAIT),
	VALUE(RWH_WRITE_LIFE_NOT_SET),
};

#include <sys/file.h>

static void mode_of(const char *name, int flags)
{
	int fd = open("/proc/self/stat", flags);
	int got = fcntl(fd, F_GETFL);

	printf("%s: %d, path %d\n", name, got & O_ACCMODE, (got & O_PATH) != 0);
	close(fd);
}

int main(void)
{
	for (unsigned i = 0; i < sizeof values / sizeof *values; i++)
		printf("%s %lld\n", values[i].name, values[i].value);
	mode_of("O_RDONLY", O_RDONLY);
	mode_of("O_PATH", O_PATH);
	int fd = open("locked", O_CREAT | O_RDWR | O_TRUNC, 0600);
	int other = open("locked", O_WRONLY);
	printf("%d %d\n", fcntl(fd, F_GETFL) & O_ACCMODE, fcntl(other, F_GETFL) & O_ACCMODE);
	printf("%d\n", flock(fd, LOCK_EX | LOCK_NB));
	printf("%d", flock(other, LOCK_SH | LOCK_NB));
	printf(" %s\n", errno == EWOULDBLOCK ? "EWOULDBLOCK" : "other");
	printf("%d", flock(fd, LOCK_UN));
	printf(" %d\n", flock(other, LOCK_SH | LOCK_NB));
	printf("%d", fallocate(fd, FALLOC_FL_ZERO_RANGE, 0, 4096) == 0 || errno == EOPNOTSUPP);
	printf(" %d\n", fallocate(fd, 0x40000000, 0, 1) == -1 && errno == EOPNOTSUPP);
	return 0;
}

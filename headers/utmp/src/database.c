/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "database.h"

#include <errno.h>
#include <fcntl.h>
#include <paths.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct wildebeest_utmp wildebeest_utmp = {
	.lock = PTHREAD_MUTEX_INITIALIZER, .path = _PATH_UTMP, .fd = -1,
};

int wildebeest_utmp_open(int writable)
{
	struct wildebeest_utmp *u = &wildebeest_utmp;

	if (u->fd >= 0 && (u->writable || !writable))
		return 0;
	int fd = open(u->path, (writable ? O_RDWR : O_RDONLY) | O_CLOEXEC);
	if (fd < 0)
		return -1;
	if (u->fd >= 0) {
		close(u->fd);
	} else {
		u->next = 0;
		u->has_last = 0;
	}
	u->fd = fd;
	u->writable = writable;
	return 0;
}

void wildebeest_utmp_close(void)
{
	struct wildebeest_utmp *u = &wildebeest_utmp;

	if (u->fd >= 0)
		close(u->fd);
	u->fd = -1;
	u->has_last = 0;
}

int wildebeest_utmp_lock(int fd, short type)
{
	struct flock all = {.l_type = type, .l_whence = SEEK_SET};
	static const struct timespec pause = {0, 20 * 1000 * 1000};

	for (int tries = 10 * 50; tries > 0; tries--) {
		if (fcntl(fd, F_SETLK, &all) == 0)
			return 0;
		if ((errno != EACCES && errno != EAGAIN) || nanosleep(&pause, NULL))
			return -1;
	}
	errno = ETIMEDOUT;
	return -1;
}

int wildebeest_utmp_read(void)
{
	struct wildebeest_utmp *u = &wildebeest_utmp;
	struct utmpx entry;
	int caller = errno;

	if (wildebeest_utmp_lock(u->fd, F_RDLCK))
		return -1;
	ssize_t got = pread(u->fd, &entry, sizeof entry, u->next);
	int error = errno;
	wildebeest_utmp_lock(u->fd, F_UNLCK);
	if (got != (ssize_t)sizeof entry) {
		u->has_last = 0;
		/* Observed on glibc 2.36: the end is no error. */
		errno = got < 0 ? error : caller;
		return -1;
	}
	u->last = entry;
	u->has_last = 1;
	u->next += sizeof entry;
	errno = caller;
	return 0;
}

int wildebeest_utmp_find(const struct utmpx *wanted,
			 int (*match)(const struct utmpx *, const struct utmpx *))
{
	int caller = errno;

	errno = 0;
	while (wildebeest_utmp_read() == 0)
		if (match(wanted, &wildebeest_utmp.last)) {
			errno = caller;
			return 0;
		}
	if (!errno)
		errno = ESRCH;
	return -1;
}

int wildebeest_utmp_append(int fd, const struct utmpx *entry, off_t *end)
{
	off_t size = lseek(fd, 0, SEEK_END);

	if (size < 0)
		return -1;
	off_t start = size - size % (off_t)sizeof *entry;
	if (start != size && ftruncate(fd, start))
		return -1;
	ssize_t written = pwrite(fd, entry, sizeof *entry, start);
	if (written != (ssize_t)sizeof *entry) {
		int error = written < 0 ? errno : ENOSPC;
		if (ftruncate(fd, start) == 0 || error)
			errno = error;
		return -1;
	}
	*end = start + sizeof *entry;
	return 0;
}

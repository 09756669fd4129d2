/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <shadow.h>
#include <time.h>
#include <unistd.h>

int wildebeest_accounts_lock = -1;
pthread_mutex_t wildebeest_accounts_lock_mutex = PTHREAD_MUTEX_INITIALIZER;

/* Tries until it works, a signal comes, or 15 seconds are over (shadow(3)): no
 * alarm is set, as a caller may have one of its own. */
static int take(int fd)
{
	struct flock all = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	static const struct timespec pause = {0, 50 * 1000 * 1000};

	for (int tries = 15 * 20; tries > 0; tries--) {
		if (fcntl(fd, F_SETLK, &all) == 0)
			return 0;
		if (errno != EACCES && errno != EAGAIN)
			return -1;
		if (nanosleep(&pause, NULL))
			return -1;
	}
	errno = ETIMEDOUT;
	return -1;
}

/* 0, or -1: also where this process has the lock already. */
int lckpwdf(void)
{
	int result = -1;

	pthread_mutex_lock(&wildebeest_accounts_lock_mutex);
	if (wildebeest_accounts_lock == -1) {
		int fd = open("/etc/.pwd.lock", O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

		if (fd >= 0 && (result = take(fd)) == 0) {
			wildebeest_accounts_lock = fd;
		} else if (fd >= 0) {
			int error = errno;
			close(fd);
			errno = error;
		}
	}
	pthread_mutex_unlock(&wildebeest_accounts_lock_mutex);
	return result;
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <sys/random.h>

/* arc4random(3): it can't fail, so it ends the program where the kernel has no
 * random numbers. */
void arc4random_buf(void *buf, size_t size)
{
	unsigned char *at = buf;
	int saved = errno;

	while (size) {
		ssize_t got = getrandom(at, size, 0);

		if (got < 0 && errno != EINTR)
			abort();
		if (got > 0) {
			at += got;
			size -= (size_t)got;
		}
	}
	errno = saved;
}

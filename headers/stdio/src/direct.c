/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

#include <string.h>
#include <unistd.h>

/* How much of the data musl writes at once: all that the buffer can't hold, or
 * in a line-buffered stream all up to the last newline. */
static size_t unbuffered_part(FILE *stream, const char *data, size_t size)
{
	if (size > __fbufsize(stream))
		return size;
	if (!__flbf(stream))
		return 0;
	const char *newline = memrchr(data, '\n', size);
	return newline ? (size_t)(newline - data) + 1 : 0;
}

size_t wildebeest_stdio_direct(FILE *stream, const char *data, size_t size, int *error)
{
	size_t part, done = 0;
	int caller = errno, fd;

	if (__fpending(stream) || !__fwritable(stream) || __freading(stream) ||
	    !(part = unbuffered_part(stream, data, size)))
		return 0;
	if ((fd = fileno_unlocked(stream)) < 0) { /* no file behind it */
		errno = caller;
		return 0;
	}
	while (done < part) {
		ssize_t written = write(fd, data + done, part - done);

		if (written < 0)
			*error = errno;
		if (written <= 0)
			break;
		done += written;
	}
	errno = caller;
	return done;
}

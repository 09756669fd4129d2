/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

size_t fwrite_unlocked(const void *__restrict data, size_t size, size_t count, FILE *__restrict stream)
{
	size_t total;

	/* Observed on glibc 2.36: nothing is written to any stream without error. */
	if (!size || !count)
		return 0;
	expect_writable(stream);
	/* An overflowing product is no size of anything: let the libc have it. */
	if (__builtin_mul_overflow(size, count, &total))
		return libc_fwrite(data, size, count, stream);
	int error = 0;
	size_t done = wildebeest_stdio_direct(stream, data, total, &error);
	if (done < total)
		done += libc_fwrite((const char *)data + done, 1, total - done, stream);
	if (done < total && error)
		errno = error; /* the second try's may be another one */
	return done == total ? count : done / size;
}

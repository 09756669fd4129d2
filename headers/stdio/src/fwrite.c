/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

size_t fwrite(const void *__restrict data, size_t size, size_t count, FILE *__restrict stream)
{
	flockfile(stream);
	size_t written = fwrite_unlocked(data, size, count, stream);
	funlockfile(stream);
	return written;
}

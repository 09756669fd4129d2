/* SPDX-License-Identifier: MIT */
#include <execinfo.h>
#include <string.h>
#include <sys/uio.h>

#include "line.h"

void backtrace_symbols_fd(void *const *array, int size, int fd)
{
	for (int i = 0; i < size; i++) {
		const char *parts[LINE_PARTS];
		struct iovec line[LINE_PARTS + 1];
		struct place place;
		int count;

		wildebeest_execinfo_place(&place, array[i]);
		count = wildebeest_execinfo_parts(&place, "", parts);
		for (int j = 0; j < count; j++) {
			line[j].iov_base = (void *)parts[j];
			line[j].iov_len = strlen(parts[j]);
		}
		line[count].iov_base = (void *)"]\n";
		line[count].iov_len = 2;
		if (writev(fd, line, count + 1) < 0)
			return;
	}
}

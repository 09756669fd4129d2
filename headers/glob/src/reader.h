/* SPDX-License-Identifier: MIT
 * reader.h: the entries of a directory, by the caller's functions under
 * GLOB_ALTDIRFUNC, else by ours: musl's opendir asks for memory and calls fcntl,
 * and its readdir fetches 2 KiB at a time, which is half of the time of a glob
 * in a small directory.
 */
#ifndef WILDEBEEST_GLOB_READER_H
#define WILDEBEEST_GLOB_READER_H

#include "run.h"

#include <dirent.h>

struct reader {
	const glob_t *functions; /* the caller's, or NULL */
	void *stream;            /* theirs */
	int fd;
	size_t at, end;
	_Alignas(struct dirent) char buffer[32768];
};

/* Returns whether the directory could be opened; errno tells why not. */
int wildebeest_glob_open(struct reader *reader, const struct run *run,
			 const char *directory, int flags);
/* The next entry, or NULL: at the end, or at an error, which glob(3) ignores. */
const struct dirent *wildebeest_glob_next(struct reader *reader);
void wildebeest_glob_close(struct reader *reader);

#endif

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "database.h"

#include <fcntl.h>
#include <unistd.h>

/* Appends to a file that must exist: without it nobody keeps such a record. */
void updwtmpx(const char *file, const struct utmpx *entry)
{
	int fd = open(file, O_WRONLY | O_CLOEXEC);
	off_t end;

	if (fd < 0)
		return;
	if (wildebeest_utmp_lock(fd, F_WRLCK) == 0)
		wildebeest_utmp_append(fd, entry, &end);
	close(fd);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "database.h"

#include <errno.h>
#include <string.h>

/* Another file for the whole family; 0, or -1 for a path that is too long. */
int utmpxname(const char *file)
{
	if (strlen(file) >= sizeof wildebeest_utmp.path) {
		errno = ENAMETOOLONG;
		return -1;
	}
	pthread_mutex_lock(&wildebeest_utmp.lock);
	wildebeest_utmp_close();
	strcpy(wildebeest_utmp.path, file);
	pthread_mutex_unlock(&wildebeest_utmp.lock);
	return 0;
}

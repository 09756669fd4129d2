/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "database.h"

#include <utmp.h>

/* 0, or -1 and NULL. */
int getutline_r(const struct utmp *line, struct utmp *buffer, struct utmp **result)
{
	pthread_mutex_lock(&wildebeest_utmp.lock);
	int failed = wildebeest_utmp_open(0) ||
		     wildebeest_utmp_find(line, wildebeest_utmp_match_line);
	if (!failed)
		*buffer = wildebeest_utmp.last;
	pthread_mutex_unlock(&wildebeest_utmp.lock);
	*result = failed ? NULL : buffer;
	return failed ? -1 : 0;
}

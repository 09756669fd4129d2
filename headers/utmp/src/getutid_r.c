/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "database.h"

#include <errno.h>
#include <utmp.h>

/* 0, or -1 and NULL: EINVAL for a type that can't be searched. */
int getutid_r(const struct utmp *id, struct utmp *buffer, struct utmp **result)
{
	*result = NULL;
	if (id->ut_type < RUN_LVL || id->ut_type > DEAD_PROCESS) {
		errno = EINVAL;
		return -1;
	}
	pthread_mutex_lock(&wildebeest_utmp.lock);
	int failed = wildebeest_utmp_open(0) ||
		     wildebeest_utmp_find(id, wildebeest_utmp_match_id);
	if (!failed) {
		*buffer = wildebeest_utmp.last;
		*result = buffer;
	}
	pthread_mutex_unlock(&wildebeest_utmp.lock);
	return failed ? -1 : 0;
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "database.h"

#include <utmp.h>

/* 0, or -1 and NULL. */
int getutent_r(struct utmp *buffer, struct utmp **result)
{
	pthread_mutex_lock(&wildebeest_utmp.lock);
	int failed = wildebeest_utmp_open(0) || wildebeest_utmp_read();
	if (!failed)
		*buffer = wildebeest_utmp.last;
	pthread_mutex_unlock(&wildebeest_utmp.lock);
	*result = failed ? NULL : buffer;
	return failed ? -1 : 0;
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "database.h"

void setutxent(void)
{
	pthread_mutex_lock(&wildebeest_utmp.lock);
	wildebeest_utmp.next = 0;
	wildebeest_utmp.has_last = 0;
	pthread_mutex_unlock(&wildebeest_utmp.lock);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "database.h"

void endutxent(void)
{
	pthread_mutex_lock(&wildebeest_utmp.lock);
	wildebeest_utmp_close();
	pthread_mutex_unlock(&wildebeest_utmp.lock);
}

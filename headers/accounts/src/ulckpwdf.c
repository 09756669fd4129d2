/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "lock.h"

#include <shadow.h>
#include <unistd.h>

/* 0, or -1 where this process has no lock. */
int ulckpwdf(void)
{
	int result = -1;

	pthread_mutex_lock(&wildebeest_accounts_lock_mutex);
	if (wildebeest_accounts_lock != -1)
		result = close(wildebeest_accounts_lock);
	wildebeest_accounts_lock = -1;
	pthread_mutex_unlock(&wildebeest_accounts_lock_mutex);
	return result;
}

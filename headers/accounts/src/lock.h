/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_ACCOUNTS_LOCK_H
#define WILDEBEEST_ACCOUNTS_LOCK_H

#include <pthread.h>

/* The descriptor of /etc/.pwd.lock while this process holds it, else -1. */
extern int wildebeest_accounts_lock;
extern pthread_mutex_t wildebeest_accounts_lock_mutex;

#endif

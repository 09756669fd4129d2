/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

struct wildebeest_accounts_file wildebeest_accounts_etc_passwd = {
	.path = "/etc/passwd",
	.parse = wildebeest_accounts_passwd,
	.lock = PTHREAD_MUTEX_INITIALIZER,
};

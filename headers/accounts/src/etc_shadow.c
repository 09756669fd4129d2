/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

struct wildebeest_accounts_file wildebeest_accounts_etc_shadow = {
	.path = "/etc/shadow",
	.parse = wildebeest_accounts_shadow,
	.lock = PTHREAD_MUTEX_INITIALIZER,
};

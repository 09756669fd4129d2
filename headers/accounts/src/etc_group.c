/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

struct wildebeest_accounts_file wildebeest_accounts_etc_group = {
	.path = "/etc/group",
	.parse = wildebeest_accounts_group,
	.lock = PTHREAD_MUTEX_INITIALIZER,
};

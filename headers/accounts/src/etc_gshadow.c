/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

struct wildebeest_accounts_file wildebeest_accounts_etc_gshadow = {
	.path = "/etc/gshadow",
	.parse = wildebeest_accounts_gshadow,
	.lock = PTHREAD_MUTEX_INITIALIZER,
};

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <grp.h>

void endgrent(void)
{
	wildebeest_accounts_close(&wildebeest_accounts_etc_group);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <grp.h>

void setgrent(void)
{
	wildebeest_accounts_rewind(&wildebeest_accounts_etc_group);
}

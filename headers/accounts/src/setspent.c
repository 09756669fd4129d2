/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <shadow.h>

void setspent(void)
{
	wildebeest_accounts_rewind(&wildebeest_accounts_etc_shadow);
}

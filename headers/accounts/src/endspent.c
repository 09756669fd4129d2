/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <shadow.h>

void endspent(void)
{
	wildebeest_accounts_close(&wildebeest_accounts_etc_shadow);
}

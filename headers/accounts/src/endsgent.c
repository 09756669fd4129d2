/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <gshadow.h>

void endsgent(void)
{
	wildebeest_accounts_close(&wildebeest_accounts_etc_gshadow);
}

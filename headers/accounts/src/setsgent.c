/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <gshadow.h>

void setsgent(void)
{
	wildebeest_accounts_rewind(&wildebeest_accounts_etc_gshadow);
}

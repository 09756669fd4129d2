/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <pwd.h>

void setpwent(void)
{
	wildebeest_accounts_rewind(&wildebeest_accounts_etc_passwd);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <pwd.h>

void endpwent(void)
{
	wildebeest_accounts_close(&wildebeest_accounts_etc_passwd);
}

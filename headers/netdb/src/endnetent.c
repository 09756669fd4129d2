/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <netdb.h>

void endnetent(void)
{
	wildebeest_netdb_close(&wildebeest_netdb_networks);
}

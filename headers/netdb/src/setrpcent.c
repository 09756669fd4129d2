/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <netdb.h>

/* Look-ups have a stream of their own, so there is nothing to keep open. */
void setrpcent(int stay_open)
{
	(void)stay_open;
	wildebeest_netdb_rewind(&wildebeest_netdb_rpc);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <netdb.h>

extern void libc_setprotoent(int stay_open) __asm__("setprotoent");

/* Look-ups have a stream of their own, so there is nothing to keep open. */
void setprotoent(int stay_open)
{
	libc_setprotoent(stay_open);
	wildebeest_netdb_rewind(&wildebeest_netdb_protocols);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <netdb.h>

extern void libc_endprotoent(void) __asm__("endprotoent");

void endprotoent(void)
{
	libc_endprotoent();
	wildebeest_netdb_close(&wildebeest_netdb_protocols);
}

/* SPDX-License-Identifier: MIT */
#include "state.h"

#include <stdlib.h>

/* No socket outlives a query here; what is left are the addresses in IPv6. */
void res_nclose(res_state state)
{
	for (int i = 0; i < MAXNS; i++) {
		free(state->_u._ext.nsaddrs[i]);
		state->_u._ext.nsaddrs[i] = NULL;
	}
	state->_u._ext.nscount6 = 0;
}

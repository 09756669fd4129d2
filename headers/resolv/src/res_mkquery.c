/* SPDX-License-Identifier: MIT */
#include "state.h"

int res_mkquery(int op, const char *name, int class, int type, const unsigned char *data, int data_length,
		const unsigned char *unused, unsigned char *query, int size)
{
	return res_nmkquery(wildebeest_resolv_thread_state(), op, name, class, type, data, data_length, unused,
			     query, size);
}

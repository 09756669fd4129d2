/* SPDX-License-Identifier: MIT */
#include "state.h"

int res_send(const unsigned char *query, int length, unsigned char *answer, int size)
{
	return res_nsend(wildebeest_resolv_thread_state(), query, length, answer, size);
}

/* SPDX-License-Identifier: MIT */
#include "state.h"

int res_search(const char *name, int class, int type, unsigned char *answer, int size)
{
	return res_nsearch(wildebeest_resolv_thread_state(), name, class, type, answer, size);
}

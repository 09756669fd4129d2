/* SPDX-License-Identifier: MIT */
#include "state.h"

int res_querydomain(const char *name, const char *domain, int class, int type, unsigned char *answer, int size)
{
	return res_nquerydomain(wildebeest_resolv_thread_state(), name, domain, class, type, answer, size);
}

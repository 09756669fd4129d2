/* SPDX-License-Identifier: MIT */
#include "state.h"

#include <stdio.h>
#include <string.h>

int res_nquerydomain(res_state state, const char *name, const char *domain, int class, int type,
		     unsigned char *answer, int size)
{
	char whole[NAME_MAX_TEXT];
	size_t length = strlen(name);

	if (!domain) {
		/* a dot at the end says no more than the absence of a domain */
		if (length >= sizeof whole)
			return wildebeest_resolv_fail(state, NO_RECOVERY);
		memcpy(whole, name, length + 1);
		if (length > 0 && whole[length - 1] == '.')
			whole[length - 1] = '\0';
	} else if (length + strlen(domain) + 1 >= sizeof whole) {
		return wildebeest_resolv_fail(state, NO_RECOVERY);
	} else {
		snprintf(whole, sizeof whole, "%s.%s", name, domain);
	}
	return res_nquery(state, whole, class, type, answer, size);
}

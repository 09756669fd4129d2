/* SPDX-License-Identifier: MIT */
#include "re_comp.h"

#include <string.h>

int re_exec(const char *text)
{
	regoff_t length = (regoff_t)strlen(text);

	return wildebeest_regex_kept.buffer
		&& re_search(&wildebeest_regex_kept, text, length, 0, length, NULL) >= 0;
}

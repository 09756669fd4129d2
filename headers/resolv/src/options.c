/* SPDX-License-Identifier: MIT */
#include "state.h"

#include <stdlib.h>
#include <string.h>

/* The options of resolv.conf(5) that change what these functions do. */
static const struct { const char *name; unsigned long bit; } flags[] = {
	{ "rotate", RES_ROTATE }, { "edns0", RES_USE_EDNS0 }, { "use-vc", RES_USEVC },
	{ "no-tld-query", RES_NOTLDQUERY }, { "trust-ad", RES_TRUSTAD },
};

static int limited(const char *number, int most)
{
	long value = strtol(number, NULL, 10);

	return value < 0 ? 0 : value > most ? most : (int)value;
}

void wildebeest_resolv_options(res_state state, const char *options)
{
	while (*(options += strspn(options, " \t\n"))) {
		size_t length = strcspn(options, " \t\n");

		if (strncmp(options, "ndots:", 6) == 0)
			state->ndots = (unsigned)limited(options + 6, RES_MAXNDOTS) & 15;
		else if (strncmp(options, "timeout:", 8) == 0)
			state->retrans = limited(options + 8, RES_MAXRETRANS);
		else if (strncmp(options, "attempts:", 9) == 0)
			state->retry = limited(options + 9, RES_MAXRETRY);
		for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
			if (strlen(flags[i].name) == length && memcmp(options, flags[i].name, length) == 0)
				state->options |= flags[i].bit;
		options += length;
	}
}

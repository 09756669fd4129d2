/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/timex.h>

int ntp_gettime(struct ntptimeval *now)
{
	struct timex clock = {.modes = 0};
	int state = adjtimex(&clock);

	now->time = clock.time;
	now->maxerror = clock.maxerror;
	now->esterror = clock.esterror;
	return state;
}

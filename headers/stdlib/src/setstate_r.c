/* SPDX-License-Identifier: MIT */
#include "feedback.h"

#include <errno.h>

int setstate_r(char *restrict statebuf, struct random_data *restrict buf)
{
	int32_t *state = (int32_t *)(void *)statebuf + 1;
	int kind, place;

	note_place(buf); /* which may be that of statebuf */
	kind = state[-1] % KINDS;
	place = state[-1] / KINDS;
	if (state[-1] < 0 || place > kinds[kind].degree) {
		errno = EINVAL;
		return -1;
	}
	use_kind(buf, kind, state);
	if (kind) {
		buf->rptr = state + place;
		buf->fptr = state + (place + buf->rand_sep) % buf->rand_deg;
	}
	note_place(buf);
	return 0;
}

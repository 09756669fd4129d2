/* SPDX-License-Identifier: MIT */
#include "feedback.h"

#include <errno.h>

int initstate_r(unsigned int seed, char *restrict statebuf, size_t statelen,
		struct random_data *restrict buf)
{
	int kind = KINDS - 1;

	while (kind >= 0 && statelen <= kinds[kind].size)
		kind--;
	if (kind < 0) {
		errno = EINVAL;
		return -1;
	}
	if (buf->state)
		note_place(buf);
	use_kind(buf, kind, (int32_t *)(void *)statebuf + 1);
	srandom_r(seed, buf);
	note_place(buf);
	return 0;
}

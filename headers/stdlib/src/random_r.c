/* SPDX-License-Identifier: MIT */
#include "feedback.h"

static int32_t *after(const struct random_data *buf, int32_t *word)
{
	return word + 1 == buf->end_ptr ? buf->state : word + 1;
}

int random_r(struct random_data *restrict buf, int32_t *restrict result)
{
	uint32_t word;

	if (!buf->rand_type) {
		word = (uint32_t)buf->state[0] * 1103515245U + 12345;
		*result = buf->state[0] = (int32_t)(word & 0x7fffffff);
		return 0;
	}
	word = (uint32_t)*buf->fptr + (uint32_t)*buf->rptr;
	*buf->fptr = (int32_t)word;
	buf->fptr = after(buf, buf->fptr);
	buf->rptr = after(buf, buf->rptr);
	*result = (int32_t)(word >> 1);
	return 0;
}

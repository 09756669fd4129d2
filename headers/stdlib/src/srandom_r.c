/* SPDX-License-Identifier: MIT */
#include "feedback.h"

int srandom_r(unsigned int seed, struct random_data *buf)
{
	long long word = (int32_t)(seed ? seed : 1);
	int32_t ignored;

	buf->state[0] = (int32_t)word;
	if (!buf->rand_type)
		return 0;
	for (int i = 1; i < buf->rand_deg; i++) {
		word = word * 16807 % 2147483647;
		if (word < 0)
			word += 2147483647;
		buf->state[i] = (int32_t)word;
	}
	buf->fptr = buf->state + buf->rand_sep;
	buf->rptr = buf->state;
	for (int i = 0; i < 10 * buf->rand_deg; i++)
		random_r(buf, &ignored);
	return 0;
}

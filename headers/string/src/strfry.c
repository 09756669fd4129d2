/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* xorshift64: an anagram needs no better. The state is of the thread. */
static size_t below(size_t bound)
{
	static __thread uint64_t state;

	if (!state) {
		struct timespec now;

		clock_gettime(CLOCK_REALTIME, &now);
		state = ((uint64_t)now.tv_sec << 32 ^ (uint64_t)now.tv_nsec ^
			 (uint64_t)getpid() << 20) | 1;
	}
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state % bound;
}

char *strfry(char *string)
{
	for (size_t left = strlen(string); left > 1; left--) {
		size_t pick = below(left);
		char last = string[left - 1];

		string[left - 1] = string[pick];
		string[pick] = last;
	}
	return string;
}

/* SPDX-License-Identifier: MIT */
#include "run.h"

int wildebeest_glob_magic(const char *pattern, size_t size, int quote)
{
	int magic = PLAIN;

	for (size_t i = 0; i < size; i++)
		switch (pattern[i]) {
		case '?':
		case '*':
			magic |= WILD;
			break;
		case '\\':
			if (quote) {
				magic |= QUOTED;
				i++;
			}
			break;
		case '[':
			magic |= BRACKET;
			break;
		case ']':
			if (magic & BRACKET)
				magic |= WILD;
			break;
		}
	return magic;
}

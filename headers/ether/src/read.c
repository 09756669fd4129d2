/* SPDX-License-Identifier: MIT */
#include "ethers.h"

#include <ctype.h>

static int digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : tolower((unsigned char)c) - 'a' + 10;
}

/* Observed on glibc 2.36: at most two digits for each octet; behind the last, text that
 * is no digit ends the address where it begins with white space, or behind two. */
const char *wildebeest_ether_read(const char *text, struct ether_addr *address)
{
	for (int i = 0; i < 6; i++) {
		int value, is_last = i == 5;

		if (!isxdigit((unsigned char)*text))
			return NULL;
		value = digit(*text++);
		if (is_last ? *text && !isspace((unsigned char)*text) : *text != ':') {
			if (!isxdigit((unsigned char)*text))
				return NULL;
			value = 16 * value + digit(*text++);
		}
		if (!is_last && *text++ != ':')
			return NULL;
		address->ether_addr_octet[i] = (unsigned char)value;
	}
	return text;
}

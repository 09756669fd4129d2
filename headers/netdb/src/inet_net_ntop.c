/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST = 32 };

/* Observed on glibc 2.36: the octets that the length reaches, without the bits behind
 * it; there must be room for a length of two digits. */
char *inet_net_ntop(int family, const void *number, int bits, char *text, size_t size)
{
	char all[sizeof "255.255.255.255/32"];
	const unsigned char *octets = number;
	int length = 0, error = 0;

	if (family != AF_INET)
		error = EAFNOSUPPORT;
	else if (bits < 0 || bits > LONGEST)
		error = EINVAL;
	if (error) {
		errno = error;
		return NULL;
	}
	if (bits == 0)
		all[length++] = '0';
	for (int left = bits; left > 0; left -= 8) {
		int octet = left >= 8 ? *octets : *octets & (0xff << (8 - left) & 0xff);

		length += sprintf(all + length, "%s%d", octets == number ? "" : ".", octet);
		octets++;
	}
	if ((size_t)length + sizeof "/32" > size) {
		errno = EMSGSIZE;
		return NULL;
	}
	sprintf(all + length, "/%d", bits);
	return strcpy(text, all);
}

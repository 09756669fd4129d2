/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <netinet/ether.h>

char *ether_ntoa(const struct ether_addr *address)
{
	static char text[sizeof "ff:ff:ff:ff:ff:ff"];

	return ether_ntoa_r(address, text);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <netinet/ether.h>
#include <stdio.h>

char *ether_ntoa_r(const struct ether_addr *address, char *text)
{
	const unsigned char *octet = address->ether_addr_octet;

	sprintf(text, "%x:%x:%x:%x:%x:%x", octet[0], octet[1], octet[2], octet[3], octet[4], octet[5]);
	return text;
}

/* SPDX-License-Identifier: MIT */
#include "ethers.h"

struct ether_addr *ether_aton_r(const char *text, struct ether_addr *address)
{
	return wildebeest_ether_read(text, address) ? address : NULL;
}

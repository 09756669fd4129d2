/* SPDX-License-Identifier: MIT
 * ethers.h: addresses in text, and the lines of /etc/ethers.
 */
#ifndef WILDEBEEST_ETHER_ETHERS_H
#define WILDEBEEST_ETHER_ETHERS_H

#define _GNU_SOURCE
#include <netinet/ether.h>
#include <stddef.h>

/* Reads an address at the beginning of text and returns what is behind it, or NULL
 * where there is none. */
const char *wildebeest_ether_read(const char *text, struct ether_addr *address);

/* Calls matches with each entry of /etc/ethers until it says yes; 0 then, -1 if none is
 * left. name has the line's length and one more. */
int wildebeest_ether_search(int (*matches)(const struct ether_addr *address, const char *name, void *data), void *data);

#endif

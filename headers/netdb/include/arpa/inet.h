/* SPDX-License-Identifier: MIT
 * arpa/inet.h: network numbers with their length in bits.
 */
#include_next <arpa/inet.h>

#ifndef WILDEBEEST_NETDB_ARPA_INET_H
#define WILDEBEEST_NETDB_ARPA_INET_H

#include <features.h>

#if defined _GNU_SOURCE || defined _BSD_SOURCE
#include <sys/cdefs.h>

__BEGIN_DECLS

/* The length in bits of the network number in a text, or -1. */
extern int inet_net_pton(int family, const char *text, void *number, size_t size) __THROW;
extern char *inet_net_ntop(int family, const void *number, int bits, char *text, size_t size) __THROW;

__END_DECLS
#endif

#endif

/* SPDX-License-Identifier: MIT
 * netinet/ether.h: no leading zeros in addresses, and names from /etc/ethers.
 */
/* In plain C musl declares functions of it and no struct of the name. */
struct ether_addr;
#include_next <netinet/ether.h>

#ifndef WILDEBEEST_ETHER_NETINET_ETHER_H
#define WILDEBEEST_ETHER_NETINET_ETHER_H

#include <sys/cdefs.h>

__BEGIN_DECLS

extern char *ether_ntoa(const struct ether_addr *address)
	__asm__("wildebeest_ether_ntoa");
extern char *ether_ntoa_r(const struct ether_addr *address, char *text)
	__asm__("wildebeest_ether_ntoa_r");
extern struct ether_addr *ether_aton(const char *text)
	__asm__("wildebeest_ether_aton");
extern struct ether_addr *ether_aton_r(const char *text, struct ether_addr *address)
	__asm__("wildebeest_ether_aton_r");
extern int ether_line(const char *line, struct ether_addr *address, char *name)
	__asm__("wildebeest_ether_line");
extern int ether_ntohost(char *name, const struct ether_addr *address)
	__asm__("wildebeest_ether_ntohost");
extern int ether_hostton(const char *name, struct ether_addr *address)
	__asm__("wildebeest_ether_hostton");

__END_DECLS

#endif

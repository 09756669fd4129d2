/* SPDX-License-Identifier: MIT
 * netinet/if_ether.h: ARP over Ethernet, in the shape of glibc's: struct ethhdr
 * and the ETH_ constants come from linux/if_ether.h.
 */
#ifndef _NETINET_IF_ETHER_H
#define _NETINET_IF_ETHER_H

#include <features.h>
#include <stdint.h>
#include <sys/cdefs.h>
#include <sys/types.h>

#include <linux/if_ether.h>

#if defined _GNU_SOURCE || defined _DEFAULT_SOURCE || defined _BSD_SOURCE || \
	(!defined __STRICT_ANSI__ && !defined _POSIX_C_SOURCE && \
	 !defined _XOPEN_SOURCE)

#include <net/ethernet.h>
#include <net/if_arp.h>

__BEGIN_DECLS

/* RFC 826 for Ethernet and IPv4. */
struct ether_arp {
	struct arphdr ea_hdr;
	uint8_t arp_sha[ETH_ALEN];
	uint8_t arp_spa[4];
	uint8_t arp_tha[ETH_ALEN];
	uint8_t arp_tpa[4];
};
#define arp_hrd ea_hdr.ar_hrd
#define arp_pro ea_hdr.ar_pro
#define arp_hln ea_hdr.ar_hln
#define arp_pln ea_hdr.ar_pln
#define arp_op ea_hdr.ar_op

/* RFC 1112, 6.4: the low 23 bits of the group behind 01:00:5e. Usable as glibc's
 * is: with or without a semicolon. */
#define ETHER_MAP_IP_MULTICAST(ipaddr, enaddr) \
	{ \
		const uint8_t *__wildebeest_group = (const uint8_t *)(ipaddr); \
		(enaddr)[0] = 0x01; \
		(enaddr)[1] = 0x00; \
		(enaddr)[2] = 0x5e; \
		(enaddr)[3] = __wildebeest_group[1] & 0x7f; \
		(enaddr)[4] = __wildebeest_group[2]; \
		(enaddr)[5] = __wildebeest_group[3]; \
	}

__END_DECLS

#endif
#endif

/* SPDX-License-Identifier: MIT
 * net/ethernet.h: Ethernet addresses and headers, in the shape of glibc's: the
 * constants and struct ethhdr come from linux/if_ether.h, and net/if_arp.h,
 * which clashes with linux/if_arp.h, is not included.
 */
#ifndef _NET_ETHERNET_H
#define _NET_ETHERNET_H

#include <features.h>
#include <stdint.h>
#include <sys/cdefs.h>
#include <sys/types.h>

#include <linux/if_ether.h>

__BEGIN_DECLS

struct ether_addr {
	uint8_t ether_addr_octet[ETH_ALEN];
} __attribute__((__packed__));

struct ether_header {
	uint8_t ether_dhost[ETH_ALEN];
	uint8_t ether_shost[ETH_ALEN];
	uint16_t ether_type; /* network byte order */
} __attribute__((__packed__));

/* Values of ether_type. */
#define ETHERTYPE_PUP 0x0200
#define ETHERTYPE_SPRITE 0x0500
#define ETHERTYPE_IP 0x0800
#define ETHERTYPE_ARP 0x0806
#define ETHERTYPE_REVARP 0x8035
#define ETHERTYPE_AT 0x809B
#define ETHERTYPE_AARP 0x80F3
#define ETHERTYPE_VLAN 0x8100
#define ETHERTYPE_IPX 0x8137
#define ETHERTYPE_IPV6 0x86dd
#define ETHERTYPE_LOOPBACK 0x9000
#define ETHERTYPE_TRAIL 0x1000
#define ETHERTYPE_NTRAILER 16

/* Sizes in octets; the checksum (CRC) counts in the least and the greatest. */
#define ETHER_ADDR_LEN ETH_ALEN
#define ETHER_TYPE_LEN 2
#define ETHER_CRC_LEN 4
#define ETHER_HDR_LEN ETH_HLEN
#define ETHER_MIN_LEN (ETH_ZLEN + ETHER_CRC_LEN)
#define ETHER_MAX_LEN (ETH_FRAME_LEN + ETHER_CRC_LEN)
#define ETHER_IS_VALID_LEN(length) \
	((length) >= ETHER_MIN_LEN && (length) <= ETHER_MAX_LEN)
#define ETHERMTU ETH_DATA_LEN
#define ETHERMIN (ETHER_MIN_LEN - ETHER_HDR_LEN - ETHER_CRC_LEN)

__END_DECLS

#endif

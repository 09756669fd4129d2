/* SPDX-License-Identifier: MIT
 * netinet/in.h after linux/in6.h or linux/in.h: the kernel's structures are kept
 * and musl's, which have the same layout, are renamed while its header is read.
 * In the other order musl tells linux/libc-compat.h that it was first.
 */
#ifndef WILDEBEEST_KERNEL_NETINET_IN_H
#define WILDEBEEST_KERNEL_NETINET_IN_H

#if defined _LINUX_IN_H || defined _UAPI_LINUX_IN_H
#define WILDEBEEST_KERNEL_IN
#define in_addr wildebeest_libc_in_addr
#define sockaddr_in wildebeest_libc_sockaddr_in
#define ip_mreq wildebeest_libc_ip_mreq
#define ip_mreqn wildebeest_libc_ip_mreqn
#define ip_mreq_source wildebeest_libc_ip_mreq_source
#define ip_msfilter wildebeest_libc_ip_msfilter
#define group_req wildebeest_libc_group_req
#define group_source_req wildebeest_libc_group_source_req
#define group_filter wildebeest_libc_group_filter
#define in_pktinfo wildebeest_libc_in_pktinfo
#endif

#if defined _LINUX_IN6_H || defined _UAPI_LINUX_IN6_H
#define WILDEBEEST_KERNEL_IN6
#undef s6_addr
#undef s6_addr16
#undef s6_addr32
#define in6_addr wildebeest_libc_in6_addr
#define in6addr_any wildebeest_libc_in6addr_any
#define in6addr_loopback wildebeest_libc_in6addr_loopback
#define sockaddr_in6 wildebeest_libc_sockaddr_in6
#define ipv6_mreq wildebeest_libc_ipv6_mreq
#define in6_pktinfo wildebeest_libc_in6_pktinfo
#define ip6_mtuinfo wildebeest_libc_ip6_mtuinfo
#endif

/* linux/libc-compat.h sets these, whatever linux/ header includes it. */
#undef __UAPI_DEF_IN_ADDR
#undef __UAPI_DEF_IN_IPPROTO
#undef __UAPI_DEF_IN_PKTINFO
#undef __UAPI_DEF_IP_MREQ
#undef __UAPI_DEF_SOCKADDR_IN
#undef __UAPI_DEF_IN_CLASS
#undef __UAPI_DEF_IN6_ADDR
#undef __UAPI_DEF_IN6_ADDR_ALT
#undef __UAPI_DEF_SOCKADDR_IN6
#undef __UAPI_DEF_IPV6_MREQ
#undef __UAPI_DEF_IPPROTO_V6
#undef __UAPI_DEF_IPV6_OPTIONS
#undef __UAPI_DEF_IN6_PKTINFO
#undef __UAPI_DEF_IP6_MTUINFO

#include_next <netinet/in.h>

#ifdef WILDEBEEST_KERNEL_IN
#undef in_addr
#undef sockaddr_in
#undef ip_mreq
#undef ip_mreqn
#undef ip_mreq_source
#undef ip_msfilter
#undef group_req
#undef group_source_req
#undef group_filter
#undef in_pktinfo
#endif

/* glibc's names for what is inside an in6_addr. */
#ifndef WILDEBEEST_KERNEL_IN6
#define __in6_u __in6_union
#define __u6_addr8 __s6_addr
#define __u6_addr16 __s6_addr16
#define __u6_addr32 __s6_addr32
#endif

#ifdef WILDEBEEST_KERNEL_IN6
#undef in6_addr
#undef in6addr_any
#undef in6addr_loopback
#undef sockaddr_in6
#undef ipv6_mreq
#undef in6_pktinfo
#undef ip6_mtuinfo
#undef s6_addr
#undef s6_addr16
#undef s6_addr32
#define s6_addr in6_u.u6_addr8
#define s6_addr16 in6_u.u6_addr16
#define s6_addr32 in6_u.u6_addr32
#ifdef __cplusplus
extern "C" {
#endif
extern const struct in6_addr in6addr_any, in6addr_loopback;
#if !defined _IPV6_H && !defined _UAPI_IPV6_H && \
	(defined _GNU_SOURCE || defined _BSD_SOURCE)
struct in6_pktinfo {
	struct in6_addr ipi6_addr;
	unsigned ipi6_ifindex;
};
struct ip6_mtuinfo {
	struct sockaddr_in6 ip6m_addr;
	uint32_t ip6m_mtu;
};
#endif
#ifdef __cplusplus
}
#endif
#endif

#endif

/* The structures that have glibc's shape: sizes, offsets, values, and calls that
 * fill them. linux/ headers come before and after those of the libc. */
#define _GNU_SOURCE
#include <linux/in6.h>
#include <linux/if_ether.h>
#include <linux/prctl.h>
#include <net/ethernet.h>
#include <netinet/ether.h>
#include <netinet/if_ether.h>
#include <netinet/in.h>
#include <arpa/inet.h>
#include <sched.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/fanotify.h>
#include <sys/prctl.h>
#include <sys/sysinfo.h>
#include <linux/sysinfo.h>
#include <linux/kernel.h>
#include <linux/fanotify.h>

#define SIZE(type) printf(#type " %zu\n", sizeof(type))
#define AT(type, member) printf(#type "." #member " %zu\n", offsetof(type, member))
#define VALUE(name) printf(#name " %lld\n", (long long)(name))

static void ethernet(void)
{
	struct ether_arp arp;
	unsigned char mac[ETH_ALEN];
	struct in_addr group;
	struct ether_addr address;

	SIZE(struct ethhdr);
	SIZE(struct ether_header);
	SIZE(struct ether_addr);
	SIZE(struct ether_arp);
	AT(struct ether_header, ether_type);
	AT(struct ether_arp, arp_sha);
	AT(struct ether_arp, arp_tpa);
	VALUE(ETHERTYPE_VLAN);
	VALUE(ETHERTYPE_LOOPBACK);
	VALUE(ETHER_MAX_LEN);
	VALUE(ETHER_MIN_LEN);
	VALUE(ETHERMTU);
	VALUE(ETHERMIN);
	VALUE(ETH_P_MCTP);
	for (int length = 60; length < 68; length++)
		printf("%d", ETHER_IS_VALID_LEN(length));
	printf(" %d\n", ETHER_IS_VALID_LEN(1519));
	memset(&arp, 0, sizeof arp);
	arp.arp_hrd = 1;
	arp.arp_pro = 2;
	arp.arp_hln = 3;
	arp.arp_pln = 4;
	arp.arp_op = 5;
	printf("%d %d %d %d %d\n", arp.ea_hdr.ar_hrd, arp.ea_hdr.ar_pro,
	       arp.ea_hdr.ar_hln, arp.ea_hdr.ar_pln, arp.ea_hdr.ar_op);
	static const char *const groups[] = {"224.0.0.1", "239.255.255.255", "224.128.4.5"};
	for (unsigned i = 0; i < sizeof groups / sizeof *groups; i++) {
		inet_aton(groups[i], &group);
		ETHER_MAP_IP_MULTICAST(&group, mac);
		memcpy(&address, mac, sizeof mac);
		printf("%s", groups[i]);
		for (int j = 0; j < ETH_ALEN; j++)
			printf(" %02x", address.ether_addr_octet[j]);
		putchar('\n');
	}
	if (group.s_addr)
		ETHER_MAP_IP_MULTICAST(&group, mac)
	printf("%02x\n", mac[3]);
}

static void addresses(void)
{
	struct sockaddr_in6 address = {.sin6_family = AF_INET6};
	char text[INET6_ADDRSTRLEN];

	SIZE(struct in6_addr);
	SIZE(struct sockaddr_in6);
	SIZE(struct ipv6_mreq);
	AT(struct sockaddr_in6, sin6_addr);
	AT(struct sockaddr_in6, sin6_scope_id);
	inet_pton(AF_INET6, "fe80::1:2", &address.sin6_addr);
	printf("%x %x %x\n", address.sin6_addr.s6_addr[0],
	       ntohs(address.sin6_addr.s6_addr16[7]),
	       (unsigned)ntohl(address.sin6_addr.s6_addr32[3]));
	address.sin6_addr = in6addr_loopback;
	puts(inet_ntop(AF_INET6, &address.sin6_addr, text, sizeof text));
	address.sin6_addr = (struct in6_addr)IN6ADDR_ANY_INIT;
	printf("%d\n", memcmp(&address.sin6_addr, &in6addr_any, 16));
}

static void calls(void)
{
	char name[16] = "";
	struct sysinfo info;
	struct timespec interval = {1, 2};

	SIZE(struct prctl_mm_map);
	SIZE(struct sysinfo);
	SIZE(struct fanotify_event_metadata);
	SIZE(struct fanotify_event_info_fid);
	SIZE(struct timespec);
	VALUE(PR_SET_VMA);
	VALUE(PR_SCHED_CORE);
	VALUE(PR_SET_MM_MAP);
	VALUE(FAN_REPORT_PIDFD);
	VALUE(FAN_EVENT_INFO_TYPE_ERROR);
	printf("%d\n", prctl(PR_SET_NAME, "structs-test"));
	printf("%d\n", prctl(PR_GET_NAME, name));
	puts(name);
	memset(&info, 0, sizeof info);
	printf("%d\n", sysinfo(&info));
	printf("%d %d\n", info.totalram > 0, info.procs > 0);
	printf("%d\n", get_nprocs_conf() >= get_nprocs() && get_nprocs() > 0);
	printf("%d\n", get_phys_pages() > get_avphys_pages());
	printf("%ld\n", (long)interval.tv_nsec);
}

int main(void)
{
	ethernet();
	addresses();
	calls();
	return 0;
}

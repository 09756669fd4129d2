/* Addresses that are compared as bytes, and texts that are read back. */
#include <netinet/ether.h>
#include <stdio.h>
#include <string.h>

struct hosts {
	int (*ether_hostton)(const char *, struct ether_addr *);
};

static int one(const char *name, struct ether_addr *address)
{
	memset(address, name[0], sizeof *address);
	return 0;
}

int main(void)
{
	struct ether_addr card = { { 0x00, 0x1b, 0x02, 0x30, 0x04, 0x05 } };
	struct hosts hosts = { .ether_hostton = one };
	struct ether_addr back = *ether_aton(ether_ntoa(&card));

	printf("%d ", memcmp(&back, &card, sizeof card));
	printf("%d %x\n", hosts.ether_hostton("a", &back), back.ether_addr_octet[0]);
	return 0;
}

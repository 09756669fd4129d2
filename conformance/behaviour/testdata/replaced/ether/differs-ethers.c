/* etherwake gate: the address of a machine, and back. */
#include <netinet/ether.h>
#include <stdio.h>

int main(void)
{
	struct ether_addr address = { { 0 } }, parsed;
	char name[256] = "";

	if (ether_hostton("gate", &address))
		puts("no such machine");
	else
		printf("%02x\n", address.ether_addr_octet[5]);
	ether_aton_r("00:11:22:33:44:55", &address);
	printf("%d %s\n", ether_ntohost(name, &address) != 0, name);
	printf("%d ", ether_line("0:1:2:3:4:5 printer", &parsed, name) != 0);
	printf("%s\n", name);
	return 0;
}

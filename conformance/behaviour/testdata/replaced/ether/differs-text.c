/* Is it the router's card? */
#include <netinet/ether.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
	struct ether_addr card = { { 0x00, 0x1b, 0x02, 0x30, 0x04, 0x05 } };
	char text[18];

	if (strcmp(ether_ntoa(&card), "0:1b:2:30:4:5") == 0)
		puts("router");
	else
		puts("other");
	if (!strncmp("0:1b:", ether_ntoa_r(&card, text), 5))
		puts("of the router's maker");
	return 0;
}

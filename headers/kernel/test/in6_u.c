/* glibc's own names inside struct in6_addr, when netinet/in.h comes first. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <linux/in6.h>
#include <stdio.h>

int main(void)
{
	struct in6_addr address = IN6ADDR_LOOPBACK_INIT;

	printf("%d ", address.__in6_u.__u6_addr8[15]);
	printf("%d ", ntohs(address.__in6_u.__u6_addr16[7]));
	printf("%d\n", (int)ntohl(address.__in6_u.__u6_addr32[3]));
	return 0;
}

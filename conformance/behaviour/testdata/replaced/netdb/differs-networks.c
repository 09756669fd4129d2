/* route(8) writes networks by their names. */
#include <netdb.h>
#include <stdio.h>
#include <sys/socket.h>

int main(void)
{
	struct netent *lan = getnetbyname("lan"), *loopback = getnetbyaddr(127u << 24, AF_INET);

	printf("%x ", lan ? lan->n_net : 0);
	printf("%s\n", loopback ? loopback->n_name : "127.0.0.0");
	return 0;
}

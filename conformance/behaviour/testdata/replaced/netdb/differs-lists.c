/* What is in /etc/services, /etc/protocols and /etc/networks. */
#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>

int main(void)
{
	struct servent *service;
	struct protoent *protocol;
	struct netent *net;
	int n = 0;

	setservent(1);
	while ((service = getservent()))
		printf("%s %d\n", service->s_name, ntohs((unsigned short)service->s_port));
	endservent();
	setprotoent(1);
	while ((protocol = getprotoent()))
		n++;
	endprotoent();
	printf("%d protocols\n", n);
	setnetent(1);
	while ((net = getnetent()))
		printf("%s %x\n", net->n_name, net->n_net);
	endnetent();
	return 0;
}

/* A name server at a port of its own, as tests of mail filters have it. */
#include "server.h"

#include <arpa/nameser.h>
#include <resolv.h>

int main(void)
{
	unsigned char answer[512];

	serve(5353);
	res_init();
	_res.nscount = 1;
	_res.nsaddr_list[0].sin_family = AF_INET;
	_res.nsaddr_list[0].sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	_res.nsaddr_list[0].sin_port = htons(5353);
	printf("%d\n", res_query("gate.example.org", ns_c_in, ns_t_txt, answer, sizeof answer) > 0);
	return 0;
}

/* A name of the local domain. */
#include "server.h"

#include <arpa/nameser.h>
#include <resolv.h>

int main(void)
{
	unsigned char answer[512];

	serve(53);
	res_init();
	printf("%d\n", res_search("gate", ns_c_in, ns_t_txt, answer, sizeof answer) > 0);
	return 0;
}

/* Escapes in a name that is asked for. */
#include <resolv.h>
#include <stdio.h>
#include <string.h>

static void make(const char *name)
{
	struct __res_state state;
	unsigned char query[512];

	memset(&state, 0, sizeof state);
	printf("%s %d\n", name, res_nmkquery(&state, ns_o_query, name, ns_c_in, ns_t_a, NULL, 0, NULL, query, sizeof query));
}

int main(void)
{
	make("a\\.b");
	make("a\\046b");
	make("a\\999");
	return 0;
}

/* A whole name is asked for, where _res is only read; members of the names. */
#include <netinet/in.h>
#include <resolv.h>
#include <stdio.h>

struct resolver {
	int (*res_search)(const char *);
};

static int length(const char *name)
{
	int n = 0;

	while (name[n])
		n++;
	return n;
}

int main(void)
{
	struct resolver resolver = { .res_search = length };
	int servers = (int)(sizeof _res.nsaddr_list / sizeof _res.nsaddr_list[0]);

	if (_res.options == (unsigned long)-1)
		servers = 0;
	printf("%d %d\n", servers, resolver.res_search("example.org"));
	return 0;
}

/* One service and one protocol by name; another library's functions of the names. */
#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>

struct database {
	struct servent *(*getservent)(void);
	struct netent *(*getnetbyname)(const char *);
	struct protoent *(*getprotoent)(void);
};

static struct servent *http(void) { return getservbyname("http", "tcp"); }
static struct protoent *tcp(void) { return getprotobyname("tcp"); }

int main(void)
{
	static const struct database database = { .getservent = http, .getprotoent = tcp };

	printf("%d ", ntohs((unsigned short)database.getservent()->s_port));
	printf("%d\n", database.getprotoent()->p_proto);
	return database.getnetbyname != NULL;
}

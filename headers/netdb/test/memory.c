/* The files in /etc when memory runs out, at every allocation there is: entries
 * one by one, by key, and netgroups, whose lists must not end early in silence. */
#define _GNU_SOURCE
#include "../../testing/each_failure.h"
#include "../../testing/own_etc.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <rpc/netdb.h>
#include <sys/socket.h>

enum { RECORDS = 40 };

/* The last record does not fit into the memory that the ones before need. */
static void write_records(const char *path, const char *line)
{
	FILE *file = fopen(path, "we");

	for (int i = 0; file && i < RECORDS; i++) {
		fprintf(file, line, i, i);
		for (int alias = 0; alias < (i == RECORDS - 1 ? 300 : 2); alias++)
			fprintf(file, " alias%d-%d", i, alias);
		fprintf(file, "\n");
	}
	if (!file || fclose(file))
		perror(path);
}

static void write_netgroups(void)
{
	FILE *file = fopen("/etc/netgroup", "we");

	fprintf(file, "outer inner1 inner2 (h,u,d)\ninner1 \\\n");
	for (int i = 0; i < 30; i++)
		fprintf(file, " (host%d,user%d,domain%d) \\\n", i, i, i);
	fprintf(file, " (lasthost,lastuser,)\ninner2 inner1 (x,y,z)\n");
	fclose(file);
}

static void enter(void)
{
	own_etc();
	write_records("/etc/networks", "net%d 10.%d.0.0");
	write_records("/etc/services", "serv%d 1%d/tcp");
	write_records("/etc/protocols", "proto%d %d");
	write_records("/etc/rpc", "rpc%d 1%d");
	write_netgroups();
}

static void nothing(void) {}

#define ONE_BY_ONE(name, member) \
	static enum outcome name##s(void) \
	{ \
		int count = 0, aliases = 0; \
		for (struct name *e; (e = get##name()); count++) \
			for (aliases = 0; e->member[aliases]; aliases++) \
				; \
		return outcome_of(count == RECORDS && aliases == 300); \
	}

ONE_BY_ONE(netent, n_aliases)
ONE_BY_ONE(servent, s_aliases)
ONE_BY_ONE(protoent, p_aliases)
ONE_BY_ONE(rpcent, r_aliases)

#define BY_KEY(label, type, member, call) \
	static enum outcome label(void) \
	{ \
		const struct type *e = (call); \
		int aliases = 0; \
		while (e && e->member[aliases]) \
			aliases++; \
		return outcome_of(aliases == 300); \
	}

BY_KEY(net_name, netent, n_aliases, getnetbyname("alias39-299"))
BY_KEY(net_address, netent, n_aliases, getnetbyaddr(0x0a270000, AF_INET))
BY_KEY(rpc_name, rpcent, r_aliases, getrpcbyname("rpc39"))
BY_KEY(rpc_number, rpcent, r_aliases, getrpcbynumber(139))

/* The buffer is the caller's; opening the file takes memory. */
static char buffer[16384];

#define BY_CALLER(label, type, call) \
	static enum outcome label(void) \
	{ \
		struct type entry, *e = NULL; \
		int h_error = 0, error = (call); \
		(void)h_error; \
		errno = error; \
		return outcome_of(!error && e == &entry); \
	}

BY_CALLER(net_r, netent, getnetent_r(&entry, buffer, sizeof buffer, &e, &h_error))
BY_CALLER(serv_r, servent, getservent_r(&entry, buffer, sizeof buffer, &e))
BY_CALLER(proto_r, protoent, getprotoent_r(&entry, buffer, sizeof buffer, &e))
BY_CALLER(rpc_r, rpcent, getrpcent_r(&entry, buffer, sizeof buffer, &e))
BY_CALLER(net_name_r, netent, getnetbyname_r("net39", &entry, buffer, sizeof buffer, &e, &h_error))
BY_CALLER(net_address_r, netent, getnetbyaddr_r(0x0a270000, AF_INET, &entry, buffer, sizeof buffer, &e, &h_error))
BY_CALLER(proto_name_r, protoent, getprotobyname_r("proto39", &entry, buffer, sizeof buffer, &e))
BY_CALLER(proto_number_r, protoent, getprotobynumber_r(39, &entry, buffer, sizeof buffer, &e))
BY_CALLER(rpc_name_r, rpcent, getrpcbyname_r("rpc39", &entry, buffer, sizeof buffer, &e))
BY_CALLER(rpc_number_r, rpcent, getrpcbynumber_r(139, &entry, buffer, sizeof buffer, &e))

static enum outcome netgroup(void)
{
	char *host, *user, *domain;
	int count = 0, last = 0;

	if (!setnetgrent("outer"))
		return outcome_of(0);
	while (getnetgrent(&host, &user, &domain)) {
		count++;
		last += host && !strcmp(host, "lasthost") && !strcmp(user, "lastuser") && !domain;
	}
	return count == 33 && last == 1 ? RIGHT : WRONG; /* what was set is whole */
}

static enum outcome in_netgroup(void)
{
	return outcome_of(innetgr("outer", NULL, "lastuser", NULL) == 1);
}

int main(void)
{
	enter();
	each_failure("getnetent", netents, endnetent);
	each_failure("getservent", servents, endservent);
	each_failure("getprotoent", protoents, endprotoent);
	each_failure("getrpcent", rpcents, endrpcent);
	each_failure("getnetbyname", net_name, nothing);
	each_failure("getnetbyaddr", net_address, nothing);
	each_failure("getrpcbyname", rpc_name, nothing);
	each_failure("getrpcbynumber", rpc_number, nothing);
	each_failure("getnetent_r", net_r, endnetent);
	each_failure("getservent_r", serv_r, endservent);
	each_failure("getprotoent_r", proto_r, endprotoent);
	each_failure("getrpcent_r", rpc_r, endrpcent);
	each_failure("getnetbyname_r", net_name_r, nothing);
	each_failure("getnetbyaddr_r", net_address_r, nothing);
	each_failure("getprotobyname_r", proto_name_r, nothing);
	each_failure("getprotobynumber_r", proto_number_r, nothing);
	each_failure("getrpcbyname_r", rpc_name_r, nothing);
	each_failure("getrpcbynumber_r", rpc_number_r, nothing);
	each_failure("setnetgrent", netgroup, endnetgrent);
	each_failure("innetgr", in_netgroup, nothing);
	return 0;
}

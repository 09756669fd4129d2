/* What res_ninit makes of /etc/resolv.conf and the environment, and queries that
 * are made and not sent. */
#include "../../testing/root.h"
#include <arpa/inet.h>
#include <resolv.h>
#include <stdlib.h>

static void show(const char *label, const struct __res_state *state, int result)
{
	char address[INET6_ADDRSTRLEN];

	printf("%s: %d, ndots %u, retrans %d, retry %d, options %lx, domain '%s', nsort %u |", label, result,
	       (unsigned)state->ndots, state->retrans, state->retry, state->options & ~(unsigned long)0x2e00000, state->defdname,
	       (unsigned)state->nsort);
	for (int i = 0; i < state->nscount; i++) {
		if (state->nsaddr_list[i].sin_family == AF_INET)
			printf(" %s:%d", inet_ntop(AF_INET, &state->nsaddr_list[i].sin_addr, address, sizeof address),
			       ntohs(state->nsaddr_list[i].sin_port));
		else
			printf(" [%s%%%u]:%d", inet_ntop(AF_INET6, &state->_u._ext.nsaddrs[i]->sin6_addr, address, sizeof address),
			       state->_u._ext.nsaddrs[i]->sin6_scope_id, ntohs(state->_u._ext.nsaddrs[i]->sin6_port));
	}
	printf(" |");
	for (int i = 0; i < MAXDNSRCH && state->dnsrch[i]; i++)
		printf(" %s", state->dnsrch[i]);
	printf("\n");
}

static void read_conf(const char *label, const char *text)
{
	struct __res_state state;
	int result;

	memset(&state, 0, sizeof state);
	write_file("/etc/resolv.conf", text);
	result = res_ninit(&state);
	show(label, &state, result);
	res_nclose(&state);
}

static void files(void)
{
	struct __res_state state;

	read_conf("plain", "nameserver 192.0.2.1\n");
	read_conf("four", "nameserver 192.0.2.1\nnameserver ::1\nnameserver 10.0.0.1\nnameserver 10.0.0.2\n");
	read_conf("nothing", "");
	unlink("/etc/resolv.conf");
	memset(&state, 0, sizeof state);
	show("no file", &state, res_ninit(&state));
	read_conf("search", "search a.example b.example c d e f g h\n");
	read_conf("domain, search", "domain d.example\nsearch s.example\n");
	read_conf("search, domain", "search s.example\ndomain d.example x\n");
	read_conf("options", "options ndots:3 timeout:7 attempts:4 rotate edns0 use-vc trust-ad no-tld-query unknown\n");
	read_conf("too much", "options ndots:99 timeout:99 attempts:99\n");
	read_conf("comments", "# c\n; d\n nameserver 1.2.3.4\nnameserver 5.6.7.8 # x\nnameserver bogus\nnameserver\t9.9.9.9\n"
		  "nameserver\nsearch\nsearch x. y\n");
	read_conf("scope", "nameserver fe80::1%9\nnameserver 2001:db8::1\n");
	read_conf("sortlist", "sortlist 130.155.160.0/255.255.240.0 130.155.0.0\n");
	read_conf("short", "nameserver 1.2.3\nnameserver 1.2.3.4");
	read_conf("carriage return", "nameserver 1.2.3.4\r\n");
	setenv("LOCALDOMAIN", "l.example m.example", 1);
	read_conf("LOCALDOMAIN", "search s.example\n");
	setenv("RES_OPTIONS", "ndots:5 rotate", 1);
	read_conf("RES_OPTIONS", "options ndots:2\n");
	setenv("LOCALDOMAIN", "", 1);
	read_conf("LOCALDOMAIN empty", "search s.example\n");
	unsetenv("LOCALDOMAIN");
	unsetenv("RES_OPTIONS");
}

static void make(res_state state, int op, const char *name, int type, const char *data, int size)
{
	unsigned char query[600];
	int length = res_nmkquery(state, op, name, ns_c_in, type, (const unsigned char *)data, data ? (int)strlen(data) : 0,
				  NULL, query, size);

	printf("%d %s %d:", op, name, length);
	for (int i = 2; i < length; i++)
		printf(" %02x", query[i]);
	printf("\n");
}

static void queries(void)
{
	struct __res_state state;
	char longest[300];

	memset(&state, 0, sizeof state);
	res_ninit(&state);
	make(&state, ns_o_query, "www.example.org", ns_t_a, NULL, 600);
	make(&state, ns_o_query, "www.example.org.", ns_t_aaaa, NULL, 600);
	make(&state, ns_o_query, "", ns_t_ns, NULL, 600);
	make(&state, ns_o_query, ".", ns_t_ns, NULL, 600);
	make(&state, ns_o_query, "a..b", ns_t_a, NULL, 600);
	make(&state, ns_o_query, "www.example.org", ns_t_a, NULL, 20);
	make(&state, ns_o_query, "www.example.org", ns_t_a, NULL, 33);
	make(&state, ns_o_query, "www.example.org", ns_t_a, NULL, 32);
	make(&state, ns_o_iquery, "x", ns_t_a, "abcd", 600);
	make(&state, ns_o_notify, "x", ns_t_soa, "y.example", 600);
	make(&state, ns_o_notify, "x", ns_t_soa, NULL, 600);
	make(&state, ns_o_status, "x", ns_t_a, NULL, 600);
	memset(longest, 'a', sizeof longest);
	longest[64] = '\0';
	make(&state, ns_o_query, longest, ns_t_a, NULL, 600);
	state.options &= ~(unsigned long)RES_RECURSE;
	make(&state, ns_o_query, "x", ns_t_a, NULL, 600);
	state.options |= RES_TRUSTAD;
	make(&state, ns_o_query, "x", ns_t_a, NULL, 600);
	res_nclose(&state);
}

int main(void)
{
	own_root();
	if (unshare(CLONE_NEWUTS) || sethostname("host.example.org", 16))
		perror("host name of its own");
	files();
	if (sethostname("plain", 5))
		perror("host name");
	read_conf("no domain", "");
	queries();
	return 0;
}

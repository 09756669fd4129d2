/* Queries and searches against servers of the program's own: the answer, both
 * error numbers, and what the servers were asked. */
#include "server.h"
#include "../../testing/root.h"
#include <errno.h>
#include <netdb.h>
#include <resolv.h>

static void show(const char *label, res_state state, const unsigned char *answer, int length)
{
	printf("%s: %d", label, length);
	if (length < 0)
		printf(" h_errno %d %d", h_errno, state->res_h_errno);
	else
		printf(" %02x%02x %d records, last byte %d", answer[2], answer[3], answer[6] << 8 | answer[7], answer[length - 1]);
	printf(" |%s\n", asked);
	asked[0] = '\0';
}

static void names(const char *label, const char *conf, unsigned long set, unsigned long clear)
{
	static const char *const all[] = {
		"a.example", "a.example.", "nx.example", "nodata.example", "servfail.example", "refused.example",
		"notimp.example", "formerr.example", "big.example", "wrongid.example", "wrongname.example",
		"case.example", "ad.example", "noedns.example", "both.example", "a..b", "host", "nx", "nodata", "host.", "a.b.c.d.",
	};
	struct __res_state state;
	unsigned char answer[2048];

	write_file("/etc/resolv.conf", conf);
	memset(&state, 0, sizeof state);
	res_ninit(&state);
	state.options = (state.options | set) & ~clear;
	printf("%s\n", label);
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		show(all[i], &state, answer, res_nquery(&state, all[i], ns_c_in, ns_t_a, answer, sizeof answer));
		show("search", &state, answer, res_nsearch(&state, all[i], ns_c_in, ns_t_a, answer, sizeof answer));
	}
	show("domain", &state, answer, res_nquerydomain(&state, "a", "sub.example", ns_c_in, ns_t_mx, answer, sizeof answer));
	show("no domain", &state, answer, res_nquerydomain(&state, "a.", NULL, ns_c_in, ns_t_a, answer, sizeof answer));
	res_nclose(&state);
}

static void own_state(void)
{
	unsigned char answer[2048], query[512];
	int length;

	write_file("/etc/resolv.conf", "nameserver 127.0.0.1\nsearch one.none. two.example\noptions ndots:2\n");
	printf("res_init %d\n", res_init());
	printf("%d servers, %s, ndots %u\n", _res.nscount, _res.dnsrch[0], (unsigned)_res.ndots);
	show("res_query", &_res, answer, res_query("a.example", ns_c_in, ns_t_a, answer, sizeof answer));
	show("res_search", &_res, answer, res_search("a", ns_c_in, ns_t_a, answer, sizeof answer));
	show("res_querydomain", &_res, answer, res_querydomain("a", "b", ns_c_in, ns_t_a, answer, sizeof answer));
	length = res_mkquery(ns_o_query, "a.b", ns_c_in, ns_t_txt, NULL, 0, NULL, query, sizeof query);
	show("res_send", &_res, answer, res_send(query, length, answer, sizeof answer));
	_res.options |= RES_USEVC;
	show("by tcp", &_res, answer, res_query("a.example", ns_c_in, ns_t_a, answer, sizeof answer));
	_res.options &= ~(unsigned long)RES_USEVC;
	inet_pton(AF_INET, "127.0.0.2", &_res.nsaddr_list[0].sin_addr);
	show("other server", &_res, answer, res_query("nx.example", ns_c_in, ns_t_a, answer, sizeof answer));
#ifndef __GLIBC__ /* which has it in a library that the tests do not link */
	res_close();
#endif
}

static void silence(void)
{
	struct __res_state state;
	unsigned char answer[2048];
	int length;

	memset(&state, 0, sizeof state);
	write_file("/etc/resolv.conf", "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n");
	res_ninit(&state);
	length = res_nquery(&state, "drop.example", ns_c_in, ns_t_a, answer, sizeof answer);
	printf("errno %d, ", errno);
	show("drop", &state, answer, length);
	write_file("/etc/resolv.conf", "nameserver 127.0.0.1\nnameserver 127.0.0.2\noptions timeout:1 attempts:1\n");
	res_nclose(&state);
	res_ninit(&state);
	show("drop, other", &state, answer, res_nquery(&state, "drop.example", ns_c_in, ns_t_a, answer, sizeof answer));
	write_file("/etc/resolv.conf", "nameserver 127.0.0.3\noptions timeout:1 attempts:1\n");
	res_nclose(&state);
	res_ninit(&state);
	length = res_nquery(&state, "a.example", ns_c_in, ns_t_a, answer, sizeof answer);
	printf("errno %d, ", errno);
	show("nobody", &state, answer, length);
	res_nclose(&state);
}

int main(void)
{
	own_root();
	start_servers();
	names("one server", "nameserver 127.0.0.1\nsearch example.\n", 0, 0);
	names("search list", "nameserver 127.0.0.1\nsearch one.none two.none example\n", 0, 0);
	names("ndots", "nameserver 127.0.0.1\nsearch one.none example\noptions ndots:3\n", 0, 0);
	names("two servers", "nameserver 127.0.0.1\nnameserver 127.0.0.2\nsearch example.\noptions attempts:1\n", 0, 0);
	names("options", "nameserver 127.0.0.1\nsearch a.none example\noptions edns0 trust-ad no-tld-query\n", 0, 0);
	names("cut", "nameserver 127.0.0.1\nsearch example\n", RES_IGNTC, 0);
	names("tcp", "nameserver 127.0.0.1\nsearch example\n", RES_USEVC, 0);
	names("no search", "nameserver 127.0.0.1\nsearch one.none example\n", 0, RES_DNSRCH);
	names("no domain", "nameserver 127.0.0.1\nsearch one.none example\n", 0, RES_DNSRCH | RES_DEFNAMES);
	names("no recursion", "nameserver 127.0.0.1\n", 0, RES_RECURSE);
	own_state();
	silence();
	return 0;
}

/* Arguments that are wrong or huge: names, classes, types, lengths of queries and
 * of the room for answers, and states that were never set up. Nothing is sent. */
#define _GNU_SOURCE
#include "../../testing/root.h"
#include <netdb.h>
#include <resolv.h>
#include <sched.h>

static unsigned char query[70000], answer[70000];

static void show(const char *what, int result)
{
	printf("%s: %d\n", what, result);
}

static void names(res_state state)
{
	static char name[5000];

	for (size_t length = 240; length < 270; length++) {
		for (size_t i = 0; i < length; i++)
			name[i] = i % 60 == 59 ? '.' : 'a';
		name[length] = '\0';
		printf("%zu", length);
		show("", res_nmkquery(state, ns_o_query, name, ns_c_in, ns_t_a, NULL, 0, NULL, query, 512));
	}
	memset(name, 'a', sizeof name - 1);
	name[sizeof name - 1] = '\0';
	show("huge label", res_nmkquery(state, ns_o_query, name, ns_c_in, ns_t_a, NULL, 0, NULL, query, sizeof query));
	for (size_t i = 1; i < sizeof name - 1; i += 2)
		name[i] = '.';
	show("huge name", res_nmkquery(state, ns_o_query, name, ns_c_in, ns_t_a, NULL, 0, NULL, query, sizeof query));
	show("huge, asked", res_nquery(state, name, ns_c_in, ns_t_a, answer, sizeof answer));
	printf("  %d\n", state->res_h_errno);
	show("huge, searched", res_nsearch(state, name, ns_c_in, ns_t_a, answer, sizeof answer));
	show("huge domain", res_nquerydomain(state, "a", name, ns_c_in, ns_t_a, answer, sizeof answer));
}

static void numbers(res_state state)
{
	static const int all[] = {-1, 0, 1, 255, 65535, 65536};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		printf("%d", all[i]);
		show(" class", res_nmkquery(state, ns_o_query, "a.b", all[i], ns_t_a, NULL, 0, NULL, query, 512));
		printf("%d", all[i]);
		show(" type", res_nmkquery(state, ns_o_query, "a.b", ns_c_in, all[i], NULL, 0, NULL, query, 512));
		printf("%d", all[i]);
		show(" room", res_nmkquery(state, ns_o_query, "a.b", ns_c_in, ns_t_a, NULL, 0, NULL, query, all[i]));
	}
	for (int room = 10; room < 24; room++) {
		printf("%d", room);
		show(" room", res_nmkquery(state, ns_o_query, "a.b", ns_c_in, ns_t_a, NULL, 0, NULL, query, room));
	}
}

static void sending(res_state state)
{
	struct __res_state never;
	int length = res_nmkquery(state, ns_o_query, "a.b", ns_c_in, ns_t_a, NULL, 0, NULL, query, 512);

	errno = 0;
	show("small answer", res_nsend(state, query, length, answer, 11));
	printf("  errno %d\n", errno);
	memset(&never, 0, sizeof never);
	errno = 0;
	show("no state", res_nsend(&never, query, length, answer, 512));
	printf("  told %d\n", errno != 0);
	res_nclose(&never);
	/* Nobody listens: refused at once, whatever the patience. */
	state->retrans = 0x7fffffff;
	state->retry = 40;
	errno = 0;
	show("patience", res_nsend(state, query, length, answer, 512));
	printf("  told %d\n", errno != 0);
}

int main(void)
{
	struct __res_state state;

	own_root();
	if (unshare(CLONE_NEWNET)) /* down: nothing can leave */
		perror("network of its own");
	write_file("/etc/resolv.conf", "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n");
	memset(&state, 0, sizeof state);
	show("init", res_ninit(&state));
	names(&state);
	numbers(&state);
	sending(&state);
	res_nclose(&state);
	res_nclose(&state);
	return 0;
}

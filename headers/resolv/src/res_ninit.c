/* SPDX-License-Identifier: MIT */
#include "state.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* resolv.conf(5): without search and domain, what follows the first dot of the
 * host's name. */
static void search_own_domain(res_state state)
{
	char host[256];
	const char *dot;

	if (gethostname(host, sizeof host) != 0)
		return;
	host[sizeof host - 1] = '\0';
	dot = strchr(host, '.');
	if (dot)
		wildebeest_resolv_search(state, dot + 1);
}

int res_ninit(res_state state)
{
	const char *given = getenv("LOCALDOMAIN"), *options = getenv("RES_OPTIONS");
	bool searched = given != NULL;
	FILE *conf = fopen(_PATH_RESCONF, "re");
	char *line = NULL;
	size_t size = 0;

	memset(state, 0, sizeof *state);
	state->retrans = RES_TIMEOUT;
	state->retry = RES_DFLRETRY;
	state->ndots = 1;
	state->_vcsock = -1;
	state->options = RES_RECURSE | RES_DEFNAMES | RES_DNSRCH; /* glibc's RES_DEFAULT */
	if (given)
		wildebeest_resolv_search(state, given);
	while (conf && getline(&line, &size, conf) > 0)
		wildebeest_resolv_line(state, line, &searched);
	free(line);
	if (conf)
		fclose(conf);
	if (!searched)
		search_own_domain(state);
	if (state->nscount == 0)
		state->nsaddr_list[state->nscount++] = (struct sockaddr_in){
			.sin_family = AF_INET, .sin_port = htons(NAMESERVER_PORT),
			.sin_addr.s_addr = htonl(INADDR_LOOPBACK)
		};
	if (options)
		wildebeest_resolv_options(state, options);
	state->options |= RES_INIT;
	return 0;
}

/* SPDX-License-Identifier: MIT */
#include "state.h"

#include <arpa/inet.h>
#include <errno.h>
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

/* Observed on glibc 2.36: a file that is not there for us is as good as an empty
 * one, but one that could not be opened for want of something else is an error. */
static bool has_no_conf(void)
{
	return errno == ENOENT || errno == ENOTDIR || errno == ELOOP || errno == EACCES || errno == EPERM;
}

/* Reads the file. False where memory or descriptors ran out, or reading failed. */
static bool read_conf(res_state state, bool *searched)
{
	FILE *conf = fopen(_PATH_RESCONF, "re");
	bool whole = true;
	char *line = NULL;
	size_t size = 0;

	if (!conf)
		return has_no_conf();
	while (whole && getline(&line, &size, conf) > 0)
		whole = wildebeest_resolv_line(state, line, searched);
	whole = whole && feof(conf);
	free(line);
	fclose(conf);
	return whole;
}

int res_ninit(res_state state)
{
	const char *given = getenv("LOCALDOMAIN"), *options = getenv("RES_OPTIONS");
	bool searched = given != NULL;

	memset(state, 0, sizeof *state);
	state->retrans = RES_TIMEOUT;
	state->retry = RES_DFLRETRY;
	state->ndots = 1;
	state->_vcsock = -1;
	state->options = RES_RECURSE | RES_DEFNAMES | RES_DNSRCH; /* glibc's RES_DEFAULT */
	if (given)
		wildebeest_resolv_search(state, given);
	if (!read_conf(state, &searched)) {
		res_nclose(state);
		return -1;
	}
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

/* SPDX-License-Identifier: MIT
 * resolver(3) and resolv.conf(5): a name with ndots dots is first tried as it
 * is, others in the search list first; one with a dot at its end only as it is.
 */
#include "state.h"

#include <errno.h>
#include <string.h>

struct outcome {
	bool no_data, server_failed;
	bool stop; /* no server answers: nothing else will */
};

static int try_one(res_state state, const char *name, const char *domain, int class, int type, unsigned char *answer,
		   int size, struct outcome *outcome)
{
	int got;

	errno = 0;
	got = res_nquerydomain(state, name, domain, class, type, answer, size);
	if (got > 0)
		return got;
	outcome->no_data = outcome->no_data || h_errno == NO_DATA;
	outcome->server_failed = outcome->server_failed || h_errno == TRY_AGAIN;
	outcome->stop = errno == ECONNREFUSED;
	return -1;
}

static int in_domains(res_state state, const char *name, int class, int type, unsigned char *answer, int size,
		      bool all, struct outcome *outcome, bool *root)
{
	for (int i = 0; i < MAXDNSRCH && state->dnsrch[i] && !outcome->stop; i++) {
		const char *domain = state->dnsrch[i];
		bool is_root = domain[0] == '\0' || strcmp(domain, ".") == 0;
		int got = try_one(state, name, is_root ? NULL : domain, class, type, answer, size, outcome);

		*root = *root || is_root;
		if (got > 0)
			return got;
		if (!all)
			break;
	}
	return -1;
}

int res_nsearch(res_state state, const char *name, int class, int type, unsigned char *answer, int size)
{
	struct outcome outcome = { false, false, false };
	size_t length = strlen(name), dots = 0;
	bool absolute = length > 0 && name[length - 1] == '.', tried = false;
	int got, first = 0;

	errno = 0;
	wildebeest_resolv_fail(state, HOST_NOT_FOUND);
	for (size_t i = 0; i < length; i++)
		dots += name[i] == '.';
	if (dots >= state->ndots || absolute) {
		got = try_one(state, name, NULL, class, type, answer, size, &outcome);
		if (got > 0 || absolute || outcome.stop)
			return got;
		tried = true;
		first = h_errno;
	}
	if ((dots == 0 && state->options & RES_DEFNAMES) || (dots > 0 && state->options & RES_DNSRCH)) {
		got = in_domains(state, name, class, type, answer, size, (state->options & RES_DNSRCH) != 0, &outcome, &tried);
		if (got > 0 || outcome.stop)
			return got;
	}
	if (!tried && (dots > 0 || !(state->options & RES_NOTLDQUERY))) {
		got = try_one(state, name, NULL, class, type, answer, size, &outcome);
		if (got > 0)
			return got;
	}
	if (first)
		wildebeest_resolv_fail(state, first);
	else if (outcome.no_data)
		wildebeest_resolv_fail(state, NO_DATA);
	else if (outcome.server_failed)
		wildebeest_resolv_fail(state, TRY_AGAIN);
	return -1;
}

/* SPDX-License-Identifier: MIT */
#include "state.h"

#include <errno.h>
#include <limits.h>

const struct sockaddr *wildebeest_resolv_server(res_state state, int n, socklen_t *length)
{
	if (state->nsaddr_list[n].sin_family == AF_INET) {
		*length = sizeof state->nsaddr_list[n];
		return (const struct sockaddr *)(const void *)&state->nsaddr_list[n];
	}
	*length = sizeof *state->_u._ext.nsaddrs[n];
	return (const struct sockaddr *)(const void *)state->_u._ext.nsaddrs[n];
}

/* resolver(5)'s timeout, doubled at each round and shared by the servers. */
static int patience(res_state state, int round)
{
	long long seconds = (long long)(state->retrans > 0 ? state->retrans : 1) << (round < 16 ? round : 16);

	if (round > 0)
		seconds /= state->nscount;
	if (seconds > INT_MAX / 1000) /* the program set these fields itself */
		seconds = INT_MAX / 1000;
	return (int)(seconds > 0 ? seconds : 1) * 1000;
}

static int ask(res_state state, int n, const unsigned char *query, int length, unsigned char *answer, int size,
	       int milliseconds)
{
	socklen_t server_length;
	const struct sockaddr *server = wildebeest_resolv_server(state, n, &server_length);
	bool cut = state->options & RES_USEVC || length > UDP_PLAIN;
	int got;

	if (!server) {
		errno = ESRCH;
		return -1;
	}
	if (!cut) {
		got = wildebeest_resolv_udp(server, server_length, query, length, answer, size, milliseconds, &cut);
		if (got < 0 || !cut || state->options & RES_IGNTC)
			return got;
	}
	return wildebeest_resolv_tcp(server, server_length, query, length, answer, size, milliseconds);
}

/* Another server may know more than one that answers so. Observed on glibc 2.36:
 * not by TCP. */
static bool is_useless(const res_state state, const unsigned char *answer)
{
	int code = answer[3] & 15;

	return !(state->options & RES_USEVC) && (code == SERVFAIL || code == NOTIMP || code == REFUSED);
}

int res_nsend(res_state state, const unsigned char *query, int length, unsigned char *answer, int size)
{
	static _Thread_local int turn; /* of RES_ROTATE */
	int first = state->options & RES_ROTATE && state->nscount > 0 ? turn++ % state->nscount : 0;
	int got, error = ETIMEDOUT;

	if (!(state->options & RES_INIT) || state->nscount <= 0 || state->nscount > MAXNS || size < HFIXEDSZ
	    || length < HFIXEDSZ || length > 0xffff) {
		errno = EINVAL;
		return -1;
	}
	for (int round = 0; round < state->retry; round++) {
		for (int i = 0; i < state->nscount; i++) {
			got = ask(state, (first + i) % state->nscount, query, length, answer, size, patience(state, round));
			if (got < 0) {
				error = errno;
				continue;
			}
			if (!(state->options & RES_TRUSTAD))
				answer[3] &= (unsigned char)~0x20; /* AD: nobody said that this path can be trusted */
			if (!is_useless(state, answer))
				return got;
			error = ETIMEDOUT;
		}
	}
	errno = error;
	return -1;
}

/* SPDX-License-Identifier: MIT */
#include "state.h"

int wildebeest_resolv_fail(res_state state, int error)
{
	state->res_h_errno = error;
	h_errno = error;
	return -1;
}

/* RFC 6891: a record that tells how much fits into a packet. */
static int add_edns(res_state state, unsigned char *query, int length, int room)
{
	unsigned char *to = query + length;

	if (room - length < 11)
		return length;
	*to++ = 0;
	NS_PUT16(41, to);
	NS_PUT16(UDP_EDNS, to);
	NS_PUT16(0, to);
	NS_PUT16(state->options & RES_USE_DNSSEC ? 0x8000 : 0, to);
	NS_PUT16(0, to);
	query[11]++;
	return length + 11;
}

static int error_of(const unsigned char *answer)
{
	switch (answer[3] & 15) {
	case NXDOMAIN: return HOST_NOT_FOUND;
	case SERVFAIL: return TRY_AGAIN;
	case NOERROR: return NO_DATA;
	default: return NO_RECOVERY;
	}
}

int res_nquery(res_state state, const char *name, int class, int type, unsigned char *answer, int size)
{
	unsigned char query[HFIXEDSZ + QFIXEDSZ + MAXCDNAME + 1 + 11];
	int length = res_nmkquery(state, QUERY, name, class, type, NULL, 0, NULL, query, sizeof query), got;

	if (length < 0)
		return wildebeest_resolv_fail(state, NO_RECOVERY);
	if (state->options & (RES_USE_EDNS0 | RES_USE_DNSSEC))
		length = add_edns(state, query, length, sizeof query);
	got = res_nsend(state, query, length, answer, size);
	if (got < 0)
		return wildebeest_resolv_fail(state, TRY_AGAIN);
	if (got < HFIXEDSZ || (answer[3] & 15) != NOERROR || (answer[6] | answer[7]) == 0)
		return wildebeest_resolv_fail(state, got < HFIXEDSZ ? NO_RECOVERY : error_of(answer));
	return got;
}

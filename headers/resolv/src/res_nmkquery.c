/* SPDX-License-Identifier: MIT */
#include "state.h"

#include <string.h>
#include <sys/random.h>

/* RFC 1035, 4.1.1: the flags of a header, in its third and fourth byte. */
enum { RECURSION_DESIRED = 0x01, AUTHENTIC_DATA = 0x20 };

int res_nmkquery(res_state state, int op, const char *name, int class, int type, const unsigned char *data,
		 int data_length, const unsigned char *unused, unsigned char *query, int size)
{
	unsigned char *to = query + HFIXEDSZ, *names[20] = { query, NULL };
	int length;

	(void)data_length;
	(void)unused;
	if (!query || size < HFIXEDSZ + QFIXEDSZ || (op != QUERY && op != NS_NOTIFY_OP)
	    || class < 0 || class > 0xffff || type < 0 || type > 0xffff)
		return -1;
	memset(query, 0, HFIXEDSZ);
	if (getrandom(query, 2, 0) != 2)
		return -1;
	state->id = (unsigned short)(query[0] << 8 | query[1]);
	query[2] = (unsigned char)(op << 3 | (state->options & RES_RECURSE ? RECURSION_DESIRED : 0));
	query[3] = state->options & RES_TRUSTAD ? AUTHENTIC_DATA : 0;
	query[5] = 1;
	length = dn_comp(name, to, size - HFIXEDSZ - QFIXEDSZ, names, names + 20);
	if (length < 0)
		return -1;
	to += length;
	NS_PUT16(type, to);
	NS_PUT16(class, to);
	if (op == QUERY || !data)
		return (int)(to - query);
	/* Observed on glibc 2.36: a notification brings the name in data along. */
	length = dn_comp((const char *)data, to, size - (int)(to - query) - RRFIXEDSZ, names, names + 20);
	if (length < 0)
		return -1;
	to += length;
	NS_PUT16(T_NULL, to);
	NS_PUT16(class, to);
	memset(to, 0, 6);
	query[11] = 1;
	return (int)(to + 6 - query);
}

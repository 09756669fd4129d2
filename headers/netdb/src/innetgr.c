/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "netgroup.h"

#include <netdb.h>
#include <string.h>
#include <strings.h>

/* An empty field of a triple, or of the question, fits everything. */
static int fits(const char *have, const char *want, int (*compare)(const char *, const char *))
{
	return !have || !want || !compare(have, want);
}

static int is_in(const struct triple *triple, void *data)
{
	const struct triple *want = data;

	return fits(triple->host, want->host, strcasecmp) &&
	       fits(triple->user, want->user, strcmp) &&
	       fits(triple->domain, want->domain, strcasecmp);
}

int innetgr(const char *netgroup, const char *host, const char *user, const char *domain)
{
	struct triple want = {(char *)host, (char *)user, (char *)domain};

	return wildebeest_netgroup_walk(netgroup, is_in, &want) == 1;
}

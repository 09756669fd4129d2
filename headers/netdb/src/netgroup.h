/* SPDX-License-Identifier: MIT
 * netgroup.h: netgroups, /etc/netgroup: lines of a group and its members, which
 * are triples (host,user,domain) or other groups. A line goes on behind a \.
 */
#ifndef WILDEBEEST_NETDB_NETGROUP_H
#define WILDEBEEST_NETDB_NETGROUP_H

#include <stddef.h>

struct triple {
	char *host, *user, *domain; /* NULL: any */
};

/* Calls each for every triple of the group and the groups in it, each group once,
 * until it returns something else than 0. Returns that, 0 after the last, or -1
 * where there is no such group, no file or no memory. */
int wildebeest_netgroup_walk(const char *group,
			     int (*each)(const struct triple *triple, void *data), void *data);

/* The next triple in text, cut out of it, or a group's name in *group; the place
 * behind it, or NULL at the end. */
char *wildebeest_netgroup_member(char *text, struct triple *triple, char **group);

#endif

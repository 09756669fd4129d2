/* SPDX-License-Identifier: MIT
 * nss.h: the results of a look-up, for programs that share code with an NSS
 * module. musl loads no modules: nothing here makes one work.
 */
#ifndef WILDEBEEST_NETDB_NSS_H
#define WILDEBEEST_NETDB_NSS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum nss_status {
	NSS_STATUS_TRYAGAIN = -2,
	NSS_STATUS_UNAVAIL,
	NSS_STATUS_NOTFOUND,
	NSS_STATUS_SUCCESS,
	NSS_STATUS_RETURN
};

struct gaih_addrtuple {
	struct gaih_addrtuple *next;
	char *name;
	int family;
	uint32_t addr[4];
	uint32_t scopeid;
};

#endif

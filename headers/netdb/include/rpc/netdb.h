/* SPDX-License-Identifier: MIT
 * rpc/netdb.h: the numbers of RPC programs, /etc/rpc; musl has no header of this
 * name.
 */
#ifndef WILDEBEEST_NETDB_RPC_NETDB_H
#define WILDEBEEST_NETDB_RPC_NETDB_H

#include <features.h>
#include <stddef.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

struct rpcent {
	char *r_name;
	char **r_aliases;
	int r_number;
};

extern void setrpcent(int stay_open) __THROW;
extern void endrpcent(void) __THROW;
extern struct rpcent *getrpcent(void) __THROW;
extern struct rpcent *getrpcbyname(const char *name) __THROW;
extern struct rpcent *getrpcbynumber(int number) __THROW;

#if defined _GNU_SOURCE || defined _DEFAULT_SOURCE || defined _BSD_SOURCE || \
	(!defined __STRICT_ANSI__ && !defined _POSIX_C_SOURCE && \
	 !defined _XOPEN_SOURCE)
extern int getrpcent_r(struct rpcent *__restrict entry, char *__restrict buffer,
	size_t size, struct rpcent **__restrict result) __THROW;
extern int getrpcbyname_r(const char *name, struct rpcent *__restrict entry, char *__restrict buffer,
	size_t size, struct rpcent **__restrict result) __THROW;
extern int getrpcbynumber_r(int number, struct rpcent *__restrict entry, char *__restrict buffer,
	size_t size, struct rpcent **__restrict result) __THROW;
#endif

__END_DECLS

#endif

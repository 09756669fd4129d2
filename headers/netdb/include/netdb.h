/* SPDX-License-Identifier: MIT
 * netdb.h: networks, services and protocols from their files in /etc, which musl
 * does not read one by one, with their _r functions; rpc; netgroups.
 */
#include_next <netdb.h>

#ifndef WILDEBEEST_NETDB_NETDB_H
#define WILDEBEEST_NETDB_NETDB_H

#include <rpc/netdb.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

extern void setnetent(int stay_open) __asm__("wildebeest_setnetent");
extern void endnetent(void) __asm__("wildebeest_endnetent");
extern struct netent *getnetent(void) __asm__("wildebeest_getnetent");
extern struct netent *getnetbyname(const char *name) __asm__("wildebeest_getnetbyname");
extern struct netent *getnetbyaddr(uint32_t net, int type) __asm__("wildebeest_getnetbyaddr");
extern void setservent(int stay_open) __asm__("wildebeest_setservent");
extern void endservent(void) __asm__("wildebeest_endservent");
extern struct servent *getservent(void) __asm__("wildebeest_getservent");
extern void setprotoent(int stay_open) __asm__("wildebeest_setprotoent");
extern void endprotoent(void) __asm__("wildebeest_endprotoent");
extern struct protoent *getprotoent(void) __asm__("wildebeest_getprotoent");

#if defined _GNU_SOURCE || defined _DEFAULT_SOURCE || defined _BSD_SOURCE || \
	(!defined __STRICT_ANSI__ && !defined _POSIX_C_SOURCE && \
	 !defined _XOPEN_SOURCE)
#ifndef NETDB_INTERNAL
#define NETDB_INTERNAL (-1)
#define NETDB_SUCCESS 0
#endif
#ifndef SCOPE_DELIMITER
#define SCOPE_DELIMITER '%'
#endif

/* These return 0 or an errno value, ERANGE where the buffer is too small. At the
 * end of a file it is ENOENT; what is not found is 0 and NULL. */
extern int getnetent_r(struct netent *__restrict entry, char *__restrict buffer,
	size_t size, struct netent **__restrict result,
	int *__restrict h_error);
extern int getnetbyname_r(const char *__restrict name, struct netent *__restrict entry, char *__restrict buffer,
	size_t size, struct netent **__restrict result,
	int *__restrict h_error);
extern int getnetbyaddr_r(uint32_t net, int type, struct netent *__restrict entry, char *__restrict buffer,
	size_t size, struct netent **__restrict result,
	int *__restrict h_error);
extern int getservent_r(struct servent *__restrict entry, char *__restrict buffer,
	size_t size, struct servent **__restrict result);
extern int getprotoent_r(struct protoent *__restrict entry, char *__restrict buffer,
	size_t size, struct protoent **__restrict result);
extern int getprotobyname_r(const char *__restrict name, struct protoent *__restrict entry, char *__restrict buffer,
	size_t size, struct protoent **__restrict result);
extern int getprotobynumber_r(int number, struct protoent *__restrict entry, char *__restrict buffer,
	size_t size, struct protoent **__restrict result);

/* Netgroups, from /etc/netgroup: innetgr(3), setnetgrent(3). 1 is success. */
extern int setnetgrent(const char *netgroup);
extern void endnetgrent(void);
extern int getnetgrent(char **__restrict host, char **__restrict user,
		       char **__restrict domain);
extern int getnetgrent_r(char **__restrict host, char **__restrict user,
			 char **__restrict domain, char *__restrict buffer, size_t size);
extern int innetgr(const char *netgroup, const char *host, const char *user,
		   const char *domain);
#endif

__END_DECLS

#endif

// SPDX-License-Identifier: MIT
// The referee of getent's default answers: what a program linked to musl gets
// from the functions that getent(1) names for each database, in getent's form.
// Databases that musl has no functions for (or only stubs) are absent.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <grp.h>
#include <netdb.h>
#include <netinet/in.h>
#include <pwd.h>
#include <shadow.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// number tells whether the whole key is a number, as getent takes ids.
static int number(const char *key, unsigned *id)
{
	char *end;
	*id = strtoul(key, &end, 10);
	return end != key && !*end;
}

static void pw(const struct passwd *p)
{
	printf("%s:%s:%u:%u:%s:%s:%s\n", p->pw_name, p->pw_passwd, p->pw_uid, p->pw_gid,
	       p->pw_gecos, p->pw_dir, p->pw_shell);
}

static int passwd(char **keys, int n)
{
	int rc = 0;
	struct passwd *p;
	unsigned id;
	if (!n)
		while ((p = getpwent()))
			pw(p);
	for (int i = 0; i < n; i++) {
		p = number(keys[i], &id) ? getpwuid(id) : getpwnam(keys[i]);
		if (p)
			pw(p);
		else
			rc = 2;
	}
	return rc;
}

static void gr(const struct group *g)
{
	printf("%s:%s:%u:", g->gr_name, g->gr_passwd, g->gr_gid);
	for (char **m = g->gr_mem; *m; m++)
		printf("%s%s", m == g->gr_mem ? "" : ",", *m);
	putchar('\n');
}

static int group(char **keys, int n)
{
	int rc = 0;
	struct group *g;
	unsigned id;
	if (!n)
		while ((g = getgrent()))
			gr(g);
	for (int i = 0; i < n; i++) {
		g = number(keys[i], &id) ? getgrgid(id) : getgrnam(keys[i]);
		if (g)
			gr(g);
		else
			rc = 2;
	}
	return rc;
}

static int initgroups_(char **keys, int n)
{
	for (int i = 0; i < n; i++) {
		static gid_t list[1 << 17];
		int count = 1 << 17;
		printf("%-21s", keys[i]);
		// The primary group comes first; getent leaves it out.
		if (getgrouplist(keys[i], (gid_t)-1, list, &count) >= 0)
			for (int j = 0; j < count; j++)
				if (list[j] != (gid_t)-1)
					printf(" %u", list[j]);
		putchar('\n');
	}
	return 0;
}

static int shadow(char **keys, int n)
{
	int rc = 0;
	for (int i = 0; i < n; i++) {
		struct spwd *s = getspnam(keys[i]);
		if (s)
			putspent(s, stdout);
		else
			rc = 2;
	}
	return rc;
}

static void host(const struct hostent *h)
{
	for (char **a = h->h_addr_list; *a; a++) {
		char buf[INET6_ADDRSTRLEN];
		inet_ntop(h->h_addrtype, *a, buf, sizeof buf);
		printf("%-15s %s", buf, h->h_name);
		for (char **al = h->h_aliases; *al; al++)
			printf(" %s", *al);
		putchar('\n');
	}
}

static int hosts(char **keys, int n)
{
	int rc = 0;
	for (int i = 0; i < n; i++) {
		char addr[16];
		struct hostent *h;
		if (inet_pton(AF_INET6, keys[i], addr) > 0)
			h = gethostbyaddr(addr, 16, AF_INET6);
		else if (inet_pton(AF_INET, keys[i], addr) > 0)
			h = gethostbyaddr(addr, 4, AF_INET);
		else if (!(h = gethostbyname2(keys[i], AF_INET6)))
			h = gethostbyname2(keys[i], AF_INET);
		if (h)
			host(h);
		else
			rc = 2;
	}
	return rc;
}

static int ahosts(char **keys, int n, int family, int flags)
{
	int rc = 0;
	for (int i = 0; i < n; i++) {
		struct addrinfo hint = { .ai_family = family, .ai_flags = flags };
		struct addrinfo *res;
		if (getaddrinfo(keys[i], 0, &hint, &res)) {
			rc = 2;
			continue;
		}
		for (struct addrinfo *r = res; r; r = r->ai_next) {
			char buf[INET6_ADDRSTRLEN + 20];
			int width = 15;
			const char *type = r->ai_socktype == SOCK_STREAM ? "STREAM"
				: r->ai_socktype == SOCK_DGRAM ? "DGRAM" : "RAW";
			if (r->ai_family == AF_INET6) {
				struct sockaddr_in6 *s = (void *)r->ai_addr;
				inet_ntop(AF_INET6, &s->sin6_addr, buf, sizeof buf);
				if (s->sin6_scope_id) {
					width = 15 - sprintf(buf + strlen(buf), "%%%u", s->sin6_scope_id);
				}
			} else {
				struct sockaddr_in *s = (void *)r->ai_addr;
				inet_ntop(AF_INET, &s->sin_addr, buf, sizeof buf);
			}
			printf("%-*s %-6s %s\n", width, buf, type, r->ai_canonname && r == res ? r->ai_canonname : "");
		}
		freeaddrinfo(res);
	}
	return rc;
}

static void serv(const struct servent *s)
{
	printf("%-21s %d/%s", s->s_name, ntohs(s->s_port), s->s_proto);
	for (char **a = s->s_aliases; *a; a++)
		printf(" %s", *a);
	putchar('\n');
}

static int services(char **keys, int n)
{
	int rc = 0;
	for (int i = 0; i < n; i++) {
		char *proto = strchr(keys[i], '/');
		if (proto)
			*proto++ = 0;
		char *end;
		long port = strtol(keys[i], &end, 10);
		struct servent *s;
		if (isdigit((unsigned char)keys[i][0]) && !*end && port <= 65535)
			s = getservbyport(htons(port), proto);
		else
			s = getservbyname(keys[i], proto);
		if (s)
			serv(s);
		else
			rc = 2;
	}
	return rc;
}

static void proto(const struct protoent *p)
{
	printf("%-21s %d", p->p_name, p->p_proto);
	for (char **a = p->p_aliases; *a; a++)
		printf(" %s", *a);
	putchar('\n');
}

static int protocols(char **keys, int n)
{
	int rc = 0;
	struct protoent *p;
	if (!n)
		while ((p = getprotoent()))
			proto(p);
	for (int i = 0; i < n; i++) {
		p = isdigit((unsigned char)keys[i][0]) ? getprotobynumber(strtol(keys[i], 0, 10)) : getprotobyname(keys[i]);
		if (p)
			proto(p);
		else
			rc = 2;
	}
	return rc;
}

int main(int argc, char **argv)
{
	int flags = AI_V4MAPPED | AI_ADDRCONFIG | AI_CANONNAME;
	if (argc > 1 && !strcmp(argv[1], "-A")) {
		flags &= ~AI_ADDRCONFIG;
		argc--, argv++;
	}
	if (argc < 2)
		return 1;
	const char *db = argv[1];
	char **keys = argv + 2;
	int n = argc - 2;
	if (!strcmp(db, "passwd")) return passwd(keys, n);
	if (!strcmp(db, "group")) return group(keys, n);
	if (!strcmp(db, "initgroups")) return initgroups_(keys, n);
	if (!strcmp(db, "shadow")) return shadow(keys, n);
	if (!strcmp(db, "hosts")) return hosts(keys, n);
	if (!strcmp(db, "ahosts")) return ahosts(keys, n, AF_UNSPEC, flags);
	if (!strcmp(db, "ahostsv4")) return ahosts(keys, n, AF_INET, flags);
	if (!strcmp(db, "ahostsv6")) return ahosts(keys, n, AF_INET6, flags);
	if (!strcmp(db, "services")) return services(keys, n);
	if (!strcmp(db, "protocols")) return protocols(keys, n);
	return 1;
}

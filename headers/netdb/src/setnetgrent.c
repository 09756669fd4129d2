/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "netgroup.h"

#include <errno.h>
#include <netdb.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* The triples of the group that was set, and how many were returned. */
static struct {
	pthread_mutex_t lock;
	struct triple *triples;
	size_t count, next;
} set = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void forget(void)
{
	for (size_t i = 0; i < set.count; i++) {
		free(set.triples[i].host);
		free(set.triples[i].user);
		free(set.triples[i].domain);
	}
	free(set.triples);
	set.triples = NULL;
	set.count = set.next = 0;
}

/* A copy to free, in *to; 0, or -1. */
static int copy(char **to, const char *text)
{
	*to = text ? strdup(text) : NULL;
	return text && !*to ? -1 : 0;
}

static int keep(const struct triple *triple, void *unused)
{
	struct triple *grown = reallocarray(set.triples, set.count + 1, sizeof *grown);

	(void)unused;
	if (!grown)
		return -1;
	set.triples = grown;
	struct triple *t = &grown[set.count++];
	*t = (struct triple){0};
	return copy(&t->host, triple->host) || copy(&t->user, triple->user) ||
	       copy(&t->domain, triple->domain) ? -1 : 0;
}

int setnetgrent(const char *netgroup)
{
	pthread_mutex_lock(&set.lock);
	forget();
	int failed = wildebeest_netgroup_walk(netgroup, keep, NULL);
	if (failed)
		forget();
	pthread_mutex_unlock(&set.lock);
	return !failed;
}

void endnetgrent(void)
{
	pthread_mutex_lock(&set.lock);
	forget();
	pthread_mutex_unlock(&set.lock);
}

/* Puts text into the buffer: 0, or -1 where it is too small. */
static int store(char **to, const char *text, char **buffer, size_t *size)
{
	size_t length = text ? strlen(text) + 1 : 0;

	if (length > *size)
		return -1;
	*to = text ? memcpy(*buffer, text, length) : NULL;
	*buffer += length;
	*size -= length;
	return 0;
}

/* 1, or 0 at the end and, with ERANGE in errno, for a small buffer: the triple is
 * then still the next one. */
int getnetgrent_r(char **__restrict host, char **__restrict user, char **__restrict domain,
		  char *__restrict buffer, size_t size)
{
	int result = 0;

	pthread_mutex_lock(&set.lock);
	if (set.next < set.count) {
		const struct triple *t = &set.triples[set.next];
		char *at = buffer;

		if (store(host, t->host, &at, &size) || store(user, t->user, &at, &size) ||
		    store(domain, t->domain, &at, &size)) {
			errno = ERANGE;
		} else {
			set.next++;
			result = 1;
		}
	}
	pthread_mutex_unlock(&set.lock);
	return result;
}

/* The strings stay until the next setnetgrent or endnetgrent. */
int getnetgrent(char **__restrict host, char **__restrict user, char **__restrict domain)
{
	int result = 0;

	pthread_mutex_lock(&set.lock);
	if (set.next < set.count) {
		const struct triple *t = &set.triples[set.next++];

		*host = t->host;
		*user = t->user;
		*domain = t->domain;
		result = 1;
	}
	pthread_mutex_unlock(&set.lock);
	return result;
}

/* SPDX-License-Identifier: MIT
 * state.h: what the functions of this module offer each other.
 */
#ifndef WILDEBEEST_RESOLV_STATE_H
#define WILDEBEEST_RESOLV_STATE_H

#define _GNU_SOURCE
#include <netdb.h>
#include <resolv.h>
#include <stdbool.h>
#include <sys/socket.h>

enum { NAME_MAX_TEXT = 1025, UDP_PLAIN = 512, UDP_EDNS = 1200 };

/* The state of this thread, set up on first use. */
res_state wildebeest_resolv_thread_state(void);

/* Reads one line of resolv.conf(5) into a state that has its defaults; false where
 * there is no memory for it. */
bool wildebeest_resolv_line(res_state state, const char *line, bool *searched);

/* The rest of an "options" line, or RES_OPTIONS. */
void wildebeest_resolv_options(res_state state, const char *options);

/* A blank-separated list of domains. */
void wildebeest_resolv_search(res_state state, const char *domains);

/* The n-th server's address and its length, or NULL. */
const struct sockaddr *wildebeest_resolv_server(res_state state, int n, socklen_t *length);

/* Sends a query to one server. The length of the answer, 0 to try the next one,
 * or -1 with errno. *cut tells that the answer was cut to fit into a packet. */
int wildebeest_resolv_udp(const struct sockaddr *server, socklen_t server_length, const unsigned char *query,
			  int length, unsigned char *answer, int size, int milliseconds, bool *cut);
int wildebeest_resolv_tcp(const struct sockaddr *server, socklen_t server_length, const unsigned char *query,
			  int length, unsigned char *answer, int size, int milliseconds);

/* Whether an answer is one to the query: same number, same question. */
bool wildebeest_resolv_answers(const unsigned char *query, int query_length, const unsigned char *answer, int length);

/* Sets both places where the error of a lookup is; returns -1. */
int wildebeest_resolv_fail(res_state state, int error);

long long wildebeest_resolv_now(void); /* milliseconds */

#endif

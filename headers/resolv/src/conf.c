/* SPDX-License-Identifier: MIT */
#include "state.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <net/if.h>
#include <stdlib.h>
#include <string.h>

/* "search" and "domain" share the room of defdname, as dnsrch points into it. */
void wildebeest_resolv_search(res_state state, const char *domains)
{
	char *to = state->defdname, *end = to + sizeof state->defdname - 1;
	int count = 0;

	while (count < MAXDNSRCH && *(domains += strspn(domains, " \t\n"))) {
		size_t length = strcspn(domains, " \t\n");

		if (length >= (size_t)(end - to))
			break;
		state->dnsrch[count++] = to;
		memcpy(to, domains, length);
		to[length] = '\0';
		to += length + 1;
		domains += length;
	}
	if (count == 0) { /* observed on glibc 2.36: an empty LOCALDOMAIN is the root */
		state->defdname[0] = '\0';
		state->dnsrch[count++] = state->defdname;
	}
	state->dnsrch[count] = NULL;
}

/* Both return false where there is no memory. */
static bool add_ipv6(res_state state, const char *word)
{
	struct sockaddr_in6 *server;
	struct in6_addr address;
	char text[INET6_ADDRSTRLEN];
	const char *scope = strchr(word, '%');
	size_t length = scope ? (size_t)(scope - word) : strlen(word);

	if (length >= sizeof text)
		return true;
	memcpy(text, word, length);
	text[length] = '\0';
	if (inet_pton(AF_INET6, text, &address) != 1)
		return true;
	server = calloc(1, sizeof *server);
	if (!server)
		return false;
	server->sin6_family = AF_INET6;
	server->sin6_port = htons(NAMESERVER_PORT);
	server->sin6_addr = address;
	if (scope && !(server->sin6_scope_id = if_nametoindex(scope + 1)))
		server->sin6_scope_id = (unsigned)strtoul(scope + 1, NULL, 10);
	state->nsaddr_list[state->nscount].sin_family = 0;
	state->_u._ext.nsaddrs[state->nscount] = server;
	state->_u._ext.nscount6++;
	state->nscount++;
	return true;
}

static bool add_server(res_state state, const char *word)
{
	struct in_addr address;

	if (state->nscount == MAXNS)
		return true;
	/* glibc's inet_aton, where this module is tested with it, takes a blank for the end. */
	if (word[strcspn(word, "\r\v\f")] || !inet_aton(word, &address))
		return add_ipv6(state, word);
	state->nsaddr_list[state->nscount++] = (struct sockaddr_in){
		.sin_family = AF_INET, .sin_port = htons(NAMESERVER_PORT), .sin_addr = address
	};
	return true;
}

static void sort_by(res_state state, const char *pairs)
{
	while (*(pairs += strspn(pairs, " \t\n")) && state->nsort < MAXRESOLVSORT) {
		char pair[64], *slash;
		struct in_addr address, mask;
		size_t length = strcspn(pairs, " \t\n");

		if (length < sizeof pair) {
			memcpy(pair, pairs, length);
			pair[length] = '\0';
			slash = strchr(pair, '/');
			if (slash)
				*slash = '\0';
			if (inet_aton(pair, &address)) {
				/* resolv.conf(5): without a mask, that of the net's class */
				if (!slash || !inet_aton(slash + 1, &mask))
					mask.s_addr = htonl(IN_CLASSA(ntohl(address.s_addr)) ? IN_CLASSA_NET
						: IN_CLASSB(ntohl(address.s_addr)) ? IN_CLASSB_NET : IN_CLASSC_NET);
				state->sort_list[state->nsort].addr = address;
				state->sort_list[state->nsort].mask = mask.s_addr;
				state->nsort++;
			}
		}
		pairs += length;
	}
}

bool wildebeest_resolv_line(res_state state, const char *line, bool *searched)
{
	size_t key = strcspn(line, " \t\n");
	const char *value = line + key + strspn(line + key, " \t");
	char word[256];
	size_t length = strcspn(value, " \t\n");

	if (length == 0 || length >= sizeof word)
		return true;
	memcpy(word, value, length);
	word[length] = '\0';
	if (key == 10 && memcmp(line, "nameserver", key) == 0) {
		return add_server(state, word);
	} else if (key == 6 && memcmp(line, "search", key) == 0 && !getenv("LOCALDOMAIN")) {
		wildebeest_resolv_search(state, value);
		*searched = true;
	} else if (key == 6 && memcmp(line, "domain", key) == 0 && !getenv("LOCALDOMAIN")) {
		wildebeest_resolv_search(state, word);
		*searched = true;
	} else if (key == 7 && memcmp(line, "options", key) == 0) {
		wildebeest_resolv_options(state, value);
	} else if (key == 8 && memcmp(line, "sortlist", key) == 0) {
		sort_by(state, value);
	}
	return true;
}

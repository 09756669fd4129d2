/* Any resolv.conf, line by line, and any packet as the answer to any query. */
#include "../src/state.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct __res_state state;
	bool searched = false;
	char *text = malloc(size + 1), *line, *next;
	size_t half = size / 2;

	memcpy(text, data, size);
	text[size] = '\0';
	memset(&state, 0, sizeof state);
	for (line = text; line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		wildebeest_resolv_line(&state, line, &searched);
	}
	if (state.nscount < 0 || state.nscount > MAXNS)
		abort();
	for (int i = 0; i < MAXDNSRCH && state.dnsrch[i]; i++)
		if (strlen(state.dnsrch[i]) >= sizeof state.defdname)
			abort();
	wildebeest_resolv_answers(data, (int)half, data + half, (int)(size - half));
	res_nclose(&state);
	free(text);
	return 0;
}

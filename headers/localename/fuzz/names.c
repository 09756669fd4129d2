/* Names of locales, single and several: what is taken is a name that musl can take,
 * for each category, and is taken again with the same result. */
#define _GNU_SOURCE
#include "../src/names.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void try(const char *name, const struct wildebeest_localename_change *change)
{
	struct wildebeest_localename names, again;
	char several[CATEGORIES * (NAME_LENGTH + 1) + 1], *end = several;

	memset(&names, 'x', sizeof names);
	int error = wildebeest_localename_resolve(change, name, &names);
	if (error)
		return;
	for (int i = 0; i < CATEGORIES; i++) {
		if (!(change->mask & 1 << i)) {
			if (names.of[i][0] != 'x')
				abort(); /* not asked for */
			strcpy(names.of[i], "C");
		}
		if (strnlen(names.of[i], sizeof names.of[i]) > NAME_LENGTH ||
		    !wildebeest_localename_is_usable(names.of[i]))
			abort();
		end = stpcpy(stpcpy(end, i ? ";" : ""), names.of[i]);
	}
	const struct wildebeest_localename_change all = {.mask = 0x3f, .is_all = 1, .composite = 1};
	if (wildebeest_localename_resolve(&all, several, &again))
		abort();
	for (int i = 0; i < CATEGORIES; i++)
		if (strcmp(names.of[i], again.of[i]) != 0)
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const categories[] = {"LC_CTYPE=",   "LC_NUMERIC=",  "LC_TIME=",
						 "LC_COLLATE=", "LC_MONETARY=", "LC_MESSAGES="};

	if (!size)
		return 0;
	char *name = strndup((const char *)data + 1, size - 1);
	struct wildebeest_localename_change change = {
		.mask = data[0] & 0x3f, .is_all = data[0] >= 0xc0, .composite = data[0] >> 6 & 1};
	if (change.is_all)
		change.mask = 0x3f;
	if (data[0] & 1)
		setenv("LANG", name, 1);
	else
		unsetenv("LANG");
	unsetenv("LC_ALL");
	try(name, &change);

	/* Every category by its name, so that some are taken. */
	char *several = malloc(6 * (size + 20));
	*several = '\0';
	for (unsigned i = 0; i < CATEGORIES; i++) {
		strcat(several, categories[(i + data[0]) % CATEGORIES]);
		strcat(several, i % 2 ? name : "C.utf8");
		strcat(several, ";");
	}
	change = (struct wildebeest_localename_change){.mask = 0x3f, .is_all = 1, .composite = 1};
	try(several, &change);
	free(several);
	free(name);
	return 0;
}

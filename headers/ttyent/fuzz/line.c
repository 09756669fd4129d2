/* Any line: each field must lie within it. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../src/table.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *line = strndup((const char *)data, size);
	char *end = line + strlen(line);
	struct ttyent entry;

	if (wildebeest_ttyent_parse(line, &entry)) {
		const char *const fields[] = {
			entry.ty_name, entry.ty_getty, entry.ty_type, entry.ty_window, entry.ty_comment,
		};

		for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
			if (fields[i] && (fields[i] < line || fields[i] + strlen(fields[i]) > end))
				abort();
	}
	free(line);
	return 0;
}

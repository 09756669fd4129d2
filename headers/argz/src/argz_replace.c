/* SPDX-License-Identifier: MIT */
#include <argz.h>
#include <stdlib.h>

/* How often str is in a string, from left to right without overlap. */
static size_t count(const char *string, const char *str, size_t size)
{
	size_t found = 0;

	for (; (string = strstr(string, str)); string += size)
		found++;
	return found;
}

static char *copy(char *to, const char *from, size_t length)
{
	memcpy(to, from, length);
	return to + length;
}

error_t argz_replace(char **__restrict argz, size_t *__restrict argz_len,
		     const char *__restrict str, const char *__restrict with,
		     unsigned int *__restrict replace_count)
{
	size_t size, with_size, found = 0, total;
	unsigned strings = 0;
	const char *entry = NULL;
	char *replaced, *to;

	if (!str || !*str)
		return 0;
	size = strlen(str);
	with_size = strlen(with);
	while ((entry = argz_next(*argz, *argz_len, entry))) {
		size_t here = count(entry, str, size);

		found += here;
		strings += here != 0;
	}
	if (!found)
		return 0;
	if (__builtin_mul_overflow(found, with_size, &total) ||
	    __builtin_add_overflow(total, *argz_len - found * size, &total))
		return ENOMEM;
	replaced = to = malloc(total);
	if (!replaced)
		return ENOMEM;
	while ((entry = argz_next(*argz, *argz_len, entry))) {
		const char *from = entry, *at;

		while ((at = strstr(from, str))) {
			to = copy(to, from, (size_t)(at - from));
			to = copy(to, with, with_size);
			from = at + size;
		}
		to = copy(to, from, strlen(from) + 1);
	}
	free(*argz);
	*argz = replaced;
	*argz_len = total;
	/* Observed on glibc 2.36: strings that changed, not places in them. */
	if (replace_count)
		*replace_count += strings;
	return 0;
}

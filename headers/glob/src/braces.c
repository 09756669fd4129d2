/* SPDX-License-Identifier: MIT */
#include "run.h"

#include <stdlib.h>
#include <string.h>

/* The first '{' that is not quoted; NULL when there is none. */
static const char *opening(const char *text, int quote)
{
	for (; *text; text++) {
		if (*text == '{')
			return text;
		if (quote && *text == '\\' && !*++text)
			return NULL;
	}
	return NULL;
}

/* The ',' or '}' that ends the part that starts at text; NULL when none does. */
static const char *part_end(const char *text, int quote)
{
	for (size_t depth = 0; *text; text++) {
		if (quote && *text == '\\') {
			if (!*++text)
				return NULL;
		} else if (*text == '{') {
			depth++;
		} else if ((*text == ',' || *text == '}') && !depth) {
			return text;
		} else if (*text == '}') {
			depth--;
		}
	}
	return NULL;
}

/* Expand prefix part suffix, for each part of the braces. */
static int each(struct run *run, const char *pattern, const char *open,
		const char *close, int flags)
{
	int quote = !(flags & GLOB_NOESCAPE), failed = 0;
	const char *part = open + 1, *end;
	size_t before = (size_t)(open - pattern), after = strlen(close + 1) + 1;
	size_t size = before + (size_t)(close - open) + after;
	char few[96]; /* small: each pair of braces nests another call */
	char *text = size <= sizeof few ? few : malloc(size);

	if (!text)
		return GLOB_NOSPACE;
	memcpy(text, pattern, before);
	do {
		char *at;

		end = part_end(part, quote);
		at = mempcpy(text + before, part, (size_t)(end - part));
		memcpy(at, close + 1, after);
		failed = wildebeest_glob_braces(run, text, flags);
		part = end + 1;
	} while (end != close && (!failed || failed == GLOB_NOMATCH));
	if (text != few)
		free(text);
	return failed == GLOB_NOMATCH ? 0 : failed;
}

int wildebeest_glob_braces(struct run *run, const char *pattern, int flags)
{
	int quote = !(flags & GLOB_NOESCAPE), failed;
	const char *open = flags & GLOB_BRACE ? opening(pattern, quote) : NULL;
	const char *close = open;
	size_t first = run->found.count;

	if (!open)
		return wildebeest_glob_expand(run, pattern, flags);
	do
		close = part_end(close + 1, quote);
	while (close && *close == ',');
	/* Observed on glibc 2.36: a brace that is never closed is plain. */
	if (!close)
		return wildebeest_glob_expand(run, pattern, flags & ~GLOB_BRACE);
	failed = each(run, pattern, open, close,
		      (flags & ~(GLOB_NOCHECK | GLOB_NOMAGIC)) | GLOB_APPEND);
	/* Observed on glibc 2.36: an error drops what other parts found. */
	if (failed)
		wildebeest_glob_free(&run->found);
	if (failed || run->found.count > first)
		return failed;
	if (!(flags & (GLOB_NOCHECK | GLOB_NOMAGIC)))
		return GLOB_NOMATCH;
	return wildebeest_glob_expand(run, pattern, flags);
}

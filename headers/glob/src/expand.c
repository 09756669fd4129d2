/* SPDX-License-Identifier: MIT
 * A pattern is worked off from left to right: the components before the first
 * magic one are taken as they are, and each further component turns the paths
 * found so far into those below them.
 */
#include "run.h"

#include <stdlib.h>
#include <string.h>

/* The pattern without the quoting of its plain part, which ends at the '/'
 * before its first magic component, or at its last one: base, and rest. */
struct parts {
	char *base; /* "" for the current directory; few, or from malloc */
	char few[128];
	const char *rest;
	int wild;   /* whether components before the last are magic */
	int quoted; /* whether base had quoted characters */
};

static int split(struct parts *parts, const char *pattern, const char *home,
		 size_t size, int flags)
{
	const char *start = pattern + size, *plain = start, *slash;
	int quote = !(flags & GLOB_NOESCAPE);
	char *end;
	size_t need;

	parts->wild = parts->quoted = 0;
	for (; (slash = strchr(plain, '/')); plain = slash + 1)
		if (wildebeest_glob_magic(plain, (size_t)(slash - plain), quote) &
		    (WILD | BRACKET)) {
			parts->wild = 1;
			break;
		}
	parts->rest = plain;
	need = (home ? strlen(home) : 0) + (size_t)(plain - start) + 2;
	parts->base = need <= sizeof parts->few ? parts->few : malloc(need);
	if (!parts->base)
		return GLOB_NOSPACE;
	end = home ? stpcpy(parts->base, home) : parts->base;
	if (!home && quote && plain - start == 2 && *start == '\\')
		start++;
	/* All but the last '/', except where it is the first. */
	if (!home && start == plain - 1)
		*end++ = '/';
	for (; start < plain - 1; start++) {
		/* One that quotes the '/' behind the base is dropped. */
		if (quote && *start == '\\') {
			parts->quoted = 1;
			if (++start == plain - 1)
				break;
		}
		*end++ = *start;
	}
	*end = '\0';
	return 0;
}

/* The size of the component that ends at slash, without a backslash that only
 * quotes the slash. */
static size_t component(const char *start, const char *slash, int quote)
{
	const char *end = slash;

	while (quote && end > start && end[-1] == '\\')
		end--;
	return (size_t)(slash - start) - (size_t)(slash - end) % 2;
}

/* Find the last component below base; flags gains what was learnt. */
static int last_step(struct run *run, const char *base, const char *rest, int *flags)
{
	int last = *flags, failed = wildebeest_glob_directory(run, &run->found, base, rest,
							      strlen(rest), &last);

	*flags |= last;
	return failed;
}

/* Go through the components of rest. */
static int walk(struct run *run, const struct parts *parts, int *flags)
{
	struct paths bases = {0};
	size_t first = run->found.count;
	const char *rest = parts->rest, *slash;
	int result = *flags, failed = wildebeest_glob_add(&bases, "", parts->base,
					 strlen(parts->base));

	while (!failed && (slash = strchr(rest, '/'))) {
		struct paths below = {0};

		for (size_t i = 0; i < bases.count && !failed; i++) {
			int inner = (*flags & (GLOB_ERR | GLOB_NOESCAPE |
					       GLOB_ALTDIRFUNC)) | GLOB_ONLYDIR;

			failed = wildebeest_glob_directory(
				run, &below, bases.path[i], rest,
				component(rest, slash, !(*flags & GLOB_NOESCAPE)),
				&inner);
		}
		wildebeest_glob_free(&bases);
		bases = below;
		rest = slash + 1;
	}
	for (size_t i = 0; i < bases.count && !failed; i++) {
		int last = *flags;

		failed = wildebeest_glob_directory(run, &run->found, bases.path[i],
						   rest, strlen(rest), &last);
		result |= last;
	}
	*flags = result;
	/* Observed on glibc 2.36: set where only the last step found nothing. */
	if (parts->wild && bases.count && run->found.count == first)
		*flags |= GLOB_MAGCHAR;
	wildebeest_glob_free(&bases);
	return failed;
}

static void mark(const struct run *run, struct paths *found, size_t first,
		 int flags)
{
	for (size_t i = first; i < found->count; i++)
		if (wildebeest_glob_is_directory(run, found->path[i], flags))
			strcat(found->path[i], "/");
}

/* What is found when nothing matches. */
static int unmatched(struct paths *found, const char *pattern, int flags)
{
	size_t size = strlen(pattern);

	if (!(flags & GLOB_NOCHECK) &&
	    (!(flags & GLOB_NOMAGIC) || !size ||
	     wildebeest_glob_magic(pattern, size, !(flags & GLOB_NOESCAPE))))
		return GLOB_NOMATCH;
	return wildebeest_glob_add(found, "", pattern, size);
}

/* Drop the paths from first on. */
static void drop(struct paths *found, size_t first)
{
	while (found->count > first)
		free(found->path[--found->count]);
}

/* pattern has no '/' at its end that could be taken off. */
static int expand(struct run *run, const char *pattern, int flags)
{
	size_t first = run->found.count, size;
	struct parts parts;
	char *home;
	int inner, failed = wildebeest_glob_tilde(pattern, flags, &home, &size);

	if (failed)
		return failed;
	if (flags & (GLOB_TILDE | GLOB_TILDE_CHECK) && *pattern == '~' &&
	    !strchr(pattern, '/')) {
		/* Observed on glibc 2.36: "~" or "~user" alone need not exist. */
		const char *path = home ? home : pattern;

		failed = wildebeest_glob_add(&run->found, "", path, strlen(path));
		free(home);
		run->flags = flags;
		if (!failed && flags & GLOB_MARK)
			mark(run, &run->found, first, flags);
		return failed;
	}
	failed = split(&parts, pattern, home, size, flags);
	free(home);
	if (failed)
		return failed;
	if (!*pattern || pattern[strlen(pattern) - 1] == '/')
		flags |= *pattern ? GLOB_ONLYDIR : 0;
	inner = flags | (parts.wild ? GLOB_APPEND : 0);
	if (parts.wild || parts.quoted || size)
		inner &= ~(GLOB_NOCHECK | GLOB_NOMAGIC);
	if (*pattern && !strchr(parts.rest, '/'))
		failed = last_step(run, parts.base, parts.rest, &inner);
	else if (*pattern)
		failed = walk(run, &parts, &inner);
	if (parts.base != parts.few)
		free(parts.base);
	if (!failed && run->found.count == first) {
		/* Observed on glibc 2.36: a home directory counts as magic. */
		failed = unmatched(&run->found, pattern,
				   size ? flags & ~GLOB_NOMAGIC : flags);
		if (parts.wild)
			inner = flags | (inner & GLOB_MAGCHAR);
		else
			inner = (size ? flags : inner) | (*pattern ? GLOB_NOCHECK : 0);
	}
	if (failed) {
		drop(&run->found, first);
		return failed;
	}
	run->flags = inner;
	if (flags & GLOB_MARK)
		mark(run, &run->found, first, flags);
	if (!(flags & GLOB_NOSORT))
		wildebeest_glob_sort(&run->found, first);
	return 0;
}

int wildebeest_glob_expand(struct run *run, const char *pattern, int flags)
{
	size_t size = strlen(pattern), whole = size;
	char *stripped;
	int failed;

	/* "a/" finds what "a" finds, but only directories, marked. */
	while (size > 2 && pattern[size - 1] == '/')
		size--;
	if (size == whole)
		return expand(run, pattern, flags);
	stripped = strndup(pattern, size);
	if (!stripped)
		return GLOB_NOSPACE;
	failed = expand(run, stripped, flags | GLOB_MARK | GLOB_ONLYDIR);
	free(stripped);
	if (!(flags & GLOB_MARK))
		run->flags &= ~GLOB_MARK;
	return failed;
}

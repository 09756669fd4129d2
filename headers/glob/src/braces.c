/* SPDX-License-Identifier: MIT
 * Braces are paired once, and the alternatives then written one after the other
 * into one buffer: each keeps what is before the braces that it chooses anew. So
 * neither depth nor number of braces costs stack, or more than their own length.
 */
#include "run.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A '{', ',' or '}' that is not quoted. Links are named by their place in an array;
 * 0 is none, since nothing leads to the first. */
struct link {
	uint32_t at;    /* its offset in the pattern */
	uint32_t next;  /* the ',' or '}' behind the part that begins here */
	uint32_t close; /* the '}' of the pair; that one has it too */
};

/* A pair whose parts are being gone through. */
struct choice {
	uint32_t part;   /* the '{' or ',' before the part chosen */
	uint32_t length; /* of the text before the pair */
};

struct braces {
	const char *pattern;
	uint32_t size;          /* of the pattern */
	struct link *links;     /* ascending */
	uint32_t count;         /* of links */
	struct choice *choices; /* a stack */
	size_t depth;
	char *text;             /* the pattern with the parts chosen */
};

/* Pair the braces. choices, which is not in use yet, has those that are open, and
 * the last ',' in each. */
static void pair(struct braces *braces, int quote)
{
	const char *pattern = braces->pattern;
	struct link *links = braces->links;
	struct choice *open = braces->choices;
	size_t depth = 0;

	for (uint32_t at = 0, part, link; at < braces->size; at++) {
		if (quote && pattern[at] == '\\') {
			at++;
			continue;
		}
		if (pattern[at] != '{' && pattern[at] != ',' && pattern[at] != '}')
			continue;
		link = braces->count++;
		links[link] = (struct link){.at = at};
		if (pattern[at] == '{') {
			open[depth++] = (struct choice){link, link};
			continue;
		}
		if (!depth)
			continue;
		part = open[depth - 1].part;
		links[part].next = link;
		open[depth - 1].part = link;
		if (pattern[at] == ',')
			continue;
		for (part = open[--depth].length; part != link; part = links[part].next)
			links[part].close = link;
		links[link].close = link;
	}
}

/* Write the rest of an alternative behind the first length bytes: from at on, which
 * is not behind the link, with the first part of each pair. Observed on glibc 2.36:
 * behind a brace that is never closed all is plain; *flags then loses GLOB_BRACE. */
static void fill(struct braces *braces, uint32_t at, uint32_t link, uint32_t length, int *flags)
{
	const char *pattern = braces->pattern;
	char *text = braces->text;

	while (link < braces->count) {
		const struct link *here = &braces->links[link];
		uint32_t plain = here->at - at;

		memcpy(text + length, pattern + at, plain);
		length += plain;
		at = here->at;
		if (pattern[at] == '{' && !here->close) {
			*flags &= ~GLOB_BRACE;
			break;
		}
		if (pattern[at] == '{') {
			braces->choices[braces->depth++] = (struct choice){link++, length};
			at++;
		} else if (here->close) {
			link = here->close + 1;
			at = braces->links[here->close].at + 1;
		} else {
			link++; /* plain: copied with what follows */
		}
	}
	memcpy(text + length, pattern + at, braces->size - at + 1);
}

/* Choose the next part of the innermost pair that has one; false at the end. */
static int choose(struct braces *braces, int *flags)
{
	while (braces->depth) {
		struct choice *last = &braces->choices[braces->depth - 1];
		uint32_t next = braces->links[last->part].next, at = braces->links[next].at;

		if (braces->pattern[at] == ',') {
			last->part = next;
			fill(braces, at + 1, next + 1, last->length, flags);
			return 1;
		}
		braces->depth--;
	}
	return 0;
}

static int each(struct run *run, struct braces *braces, int flags)
{
	int failed, leaf = flags;

	fill(braces, 0, 0, 0, &leaf);
	do {
		failed = wildebeest_glob_expand(run, braces->text, leaf);
		leaf = flags;
	} while ((!failed || failed == GLOB_NOMATCH) && choose(braces, &leaf));
	return failed == GLOB_NOMATCH ? 0 : failed;
}

/* Expand all alternatives of a pattern that has a '{' that is not quoted. *closed
 * is whether the first one is closed. */
static int expand(struct run *run, const char *pattern, int flags, int *closed)
{
	enum { FEW = 64, FEW_BYTES = 256 };
	struct link few_links[FEW];
	struct choice few_choices[FEW];
	char few_text[FEW_BYTES];
	struct braces braces = {.pattern = pattern, .links = few_links,
				.choices = few_choices, .text = few_text};
	size_t size = strlen(pattern), open = 0, links = 0;
	uint32_t first = 0;
	void *memory = NULL;
	int failed = 0;

	if (size >= UINT32_MAX)
		return GLOB_NOSPACE;
	for (const char *at = pattern; *at; at++) {
		open += *at == '{';
		links += *at == '{' || *at == ',' || *at == '}';
	}
	if (size >= FEW_BYTES || links > FEW) {
		memory = malloc(open * sizeof *braces.choices + links * sizeof *braces.links + size + 1);
		if (!memory)
			return GLOB_NOSPACE;
		braces.choices = memory;
		braces.links = (struct link *)(braces.choices + open);
		braces.text = (char *)(braces.links + links);
	}
	braces.size = (uint32_t)size;
	pair(&braces, !(flags & GLOB_NOESCAPE));
	while (pattern[braces.links[first].at] != '{')
		first++;
	*closed = braces.links[first].close != 0;
	if (*closed)
		failed = each(run, &braces, flags);
	free(memory);
	return failed;
}

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

int wildebeest_glob_braces(struct run *run, const char *pattern, int flags)
{
	int failed, closed = 0;
	size_t first = run->found.count;

	if (!(flags & GLOB_BRACE) || !opening(pattern, !(flags & GLOB_NOESCAPE)))
		return wildebeest_glob_expand(run, pattern, flags);
	failed = expand(run, pattern, (flags & ~(GLOB_NOCHECK | GLOB_NOMAGIC)) | GLOB_APPEND,
			&closed);
	/* Observed on glibc 2.36: an error drops what other parts found. */
	if (failed)
		wildebeest_glob_free(&run->found);
	else if (!closed)
		return wildebeest_glob_expand(run, pattern, flags & ~GLOB_BRACE);
	if (failed || run->found.count > first)
		return failed;
	if (!(flags & (GLOB_NOCHECK | GLOB_NOMAGIC)))
		return GLOB_NOMATCH;
	return wildebeest_glob_expand(run, pattern, flags);
}

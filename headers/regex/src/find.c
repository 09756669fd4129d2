/* SPDX-License-Identifier: MIT */
#include "backtrack.h"
#include "find.h"
#include "longest.h"

#include <string.h>

/* Attempts read this many times the text, and a little, before the backtracker
 * takes over, for which many failed attempts cost no more than one. */
enum { PATIENCE = 8, LITTLE = 4096 };

/* With more bytes than this to begin with, attempts fail late and often: the
 * automaton then first looks whether there is a match at all. */
enum { MANY_FIRST = 64 };

struct finder {
	struct re_dfa_t *program;
	struct text text; /* its stop moves along with attempts behind it */
	size_t stop;
	size_t groups;
	regoff_t *slots;
	struct search search;
	bool searching;  /* search is begun */
	bool by_hand;    /* the backtracker does it all */
	size_t looked;
	regoff_t from;   /* the first place that is tried */
};

static regoff_t by_hand(struct finder *finder, regoff_t at)
{
	regoff_t end;

	if (!finder->searching) {
		finder->searching = wildebeest_regex_begin(&finder->search, finder->program, &finder->text,
			(size_t)finder->from, finder->text.length);
		if (!finder->searching)
			return FAILURE;
	}
	end = wildebeest_regex_backtrack(&finder->search, (size_t)at, NO_MATCH);
	if (end >= 0 && finder->groups > 0)
		memcpy(finder->slots, finder->search.best, 2 * finder->groups * sizeof *finder->slots);
	return end;
}

/* The groups of a match whose ends are known. */
static regoff_t fill_groups(struct finder *finder, regoff_t start, regoff_t end)
{
	struct search search;
	regoff_t found = FAILURE;

	if (finder->groups <= 1)
		return end;
	if (wildebeest_regex_begin(&search, finder->program, &finder->text, (size_t)start, (size_t)end)) {
		found = wildebeest_regex_backtrack(&search, (size_t)start, end);
		if (found >= 0)
			memcpy(finder->slots, search.best, 2 * finder->groups * sizeof *finder->slots);
		wildebeest_regex_end(&search);
	}
	return found;
}

static regoff_t attempt(struct finder *finder, regoff_t at)
{
	regoff_t end = UNKNOWN;

	/* Observed on glibc 2.36: behind the stop, what is empty matches. */
	finder->text.stop = (size_t)at > finder->stop ? (size_t)at : finder->stop;
	if (!finder->by_hand)
		end = wildebeest_regex_longest(finder->program, &finder->text, (size_t)at, !finder->slots,
					       &finder->looked);
	if (end == UNKNOWN)
		end = by_hand(finder, at);
	else if (end >= 0)
		end = fill_groups(finder, at, end);
	if (end >= 0 && finder->slots) {
		finder->slots[0] = at;
		finder->slots[1] = end;
	}
	return end;
}

/* The next place at which a match can begin, or past. */
static regoff_t next_place(const struct finder *finder, regoff_t at, regoff_t past)
{
	const struct re_dfa_t *program = finder->program;
	const struct text *text = &finder->text;
	const unsigned char *found, *stop;

	if (program->empty_first)
		return at;
	if (past > (regoff_t)text->stop)
		past = (regoff_t)text->stop; /* the empty rest is no match */
	stop = text->bytes + past;
	found = text->bytes + at;
	if (at >= past)
		return past;
	if (program->first_count == 1) {
		found = memchr(found, program->only_first, (size_t)(stop - found));
		return found ? (regoff_t)(found - text->bytes) : past;
	}
	while (found < stop && !program->first[*found])
		found++;
	return (regoff_t)(found - text->bytes);
}

static regoff_t forward(struct finder *finder, regoff_t start, regoff_t last)
{
	regoff_t end;

	if (!finder->by_hand && finder->program->first_count > MANY_FIRST && last > start
	    && (size_t)last <= finder->stop) {
		end = wildebeest_regex_exists(finder->program, &finder->text, (size_t)start);
		if (end == 0 || end == FAILURE)
			return end == 0 ? NO_MATCH : FAILURE;
	}
	for (regoff_t at = start; at <= last; at++) {
		at = next_place(finder, at, last + 1);
		if (at > last || (!finder->program->empty_first && at >= (regoff_t)finder->text.stop))
			break;
		if (at != start && !wildebeest_regex_is_boundary(finder->program, &finder->text, (size_t)at))
			continue;
		end = attempt(finder, at);
		if (end != NO_MATCH)
			return end == FAILURE ? FAILURE : at;
		if (finder->looked / PATIENCE > (size_t)(at - start) + LITTLE)
			finder->by_hand = true;
	}
	return NO_MATCH;
}

static regoff_t backward(struct finder *finder, regoff_t start, regoff_t last)
{
	regoff_t end;

	for (regoff_t at = start; at >= last; at--) {
		if (at != start && !wildebeest_regex_is_boundary(finder->program, &finder->text, (size_t)at))
			continue;
		end = attempt(finder, at);
		if (end != NO_MATCH)
			return end == FAILURE ? FAILURE : at;
	}
	return NO_MATCH;
}

regoff_t wildebeest_regex_find(struct re_dfa_t *program, const struct text *text, regoff_t start, regoff_t range,
			       size_t groups, regoff_t *slots)
{
	struct finder finder = {
		.program = program, .text = *text, .stop = text->stop, .groups = groups, .slots = slots,
		.from = range < 0 ? start + range : start,
		.by_hand = program->refers != 0 || text->translate != program->translate
	};
	regoff_t found;

	pthread_mutex_lock(&program->lock);
	found = range < 0 ? backward(&finder, start, start + range) : forward(&finder, start, start + range);
	pthread_mutex_unlock(&program->lock);
	if (finder.searching)
		wildebeest_regex_end(&finder.search);
	return found;
}

/* SPDX-License-Identifier: MIT */
#include "parse.h"

/* A number of at most RE_DUP_MAX + 1, which stands for all that are larger;
 * NONE where there is no digit. */
static int number(const unsigned char **at, const unsigned char *end)
{
	int value = NONE;

	for (; *at < end && **at >= '0' && **at <= '9'; ++*at) {
		value = (value == NONE ? 0 : value * 10) + (**at - '0');
		if (value > RE_DUP_MAX)
			value = RE_DUP_MAX + 1;
	}
	return value;
}

/* Which error an interval is that is none: observed on glibc 2.36. */
static int not_one(struct parser *parser, const unsigned char *at)
{
	bool backslash = !has(parser, RE_NO_BK_BRACES);

	if (has(parser, RE_INVALID_INTERVAL_ORD) && !(at < parser->end && *at == '}'))
		return 0;
	for (; at < parser->end; at++) {
		if (!backslash && *at == '}')
			return fail(parser, REG_BADBR);
		if (*at == '\\' && ++at < parser->end && backslash && *at == '}')
			return fail(parser, REG_BADBR);
	}
	return fail(parser, REG_EBRACE);
}

int wildebeest_regex_interval(struct parser *parser, int *least, int *most)
{
	const unsigned char *at = parser->at;
	bool backslash = !has(parser, RE_NO_BK_BRACES), closed;

	*least = number(&at, parser->end);
	*most = *least;
	if (at < parser->end && *at == ',') {
		at++;
		*most = number(&at, parser->end); /* none is WITHOUT_END */
		if (*least == NONE) /* observed on glibc 2.36: {,n} is {0,n} */
			*least = 0;
	}
	closed = !backslash || (at < parser->end && *at == '\\');
	if (backslash && closed)
		at++;
	closed = closed && at < parser->end && *at == '}';
	if (!closed || *least == NONE)
		return not_one(parser, parser->at);
	if (*most != WITHOUT_END && *least > *most)
		return fail(parser, REG_BADBR);
	if (*least > RE_DUP_MAX || *most > RE_DUP_MAX)
		return fail(parser, REG_ESIZE);
	parser->at = at + 1;
	return 1;
}

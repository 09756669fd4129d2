/* SPDX-License-Identifier: MIT */
#include "token.h"

static enum token after_backslash(const struct parser *parser, unsigned char c)
{
	bool gnu = !has(parser, RE_NO_GNU_OPS);

	switch (c) {
	case '|':
		return has(parser, RE_LIMITED_OPS | RE_NO_BK_VBAR) ? T_LITERAL : T_OR;
	case '(':
		return has(parser, RE_NO_BK_PARENS) ? T_LITERAL : T_OPEN;
	case ')':
		return has(parser, RE_NO_BK_PARENS) ? T_LITERAL : T_CLOSE;
	case '+': case '?':
		return !has(parser, RE_LIMITED_OPS) && has(parser, RE_BK_PLUS_QM) ? T_REPEAT : T_LITERAL;
	case '{':
		return has(parser, RE_INTERVALS) && !has(parser, RE_NO_BK_BRACES) ? T_BRACE : T_LITERAL;
	case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
		return has(parser, RE_NO_BK_REFS) ? T_LITERAL : T_REFER;
	case '<': case '>': case 'b': case 'B': case '`': case '\'':
		return gnu ? T_PLACE : T_LITERAL;
	case 'w': case 'W': case 's': case 'S':
		return gnu ? T_CLASS : T_LITERAL;
	default:
		return T_LITERAL;
	}
}

enum token wildebeest_regex_token(const struct parser *parser, const unsigned char *at, int *length,
				  unsigned char *c)
{
	*length = 1;
	if (at >= parser->end) {
		*length = 0;
		return T_END;
	}
	*c = *at;
	switch (*at) {
	case '\\':
		if (at + 1 >= parser->end)
			return T_LITERAL; /* the reader complains */
		*length = 2;
		*c = at[1];
		return after_backslash(parser, at[1]);
	case '\n':
		return has(parser, RE_NEWLINE_ALT) ? T_OR : T_LITERAL;
	case '|':
		return !has(parser, RE_LIMITED_OPS) && has(parser, RE_NO_BK_VBAR) ? T_OR : T_LITERAL;
	case '*':
		return T_REPEAT;
	case '+': case '?':
		return has(parser, RE_LIMITED_OPS | RE_BK_PLUS_QM) ? T_LITERAL : T_REPEAT;
	case '{':
		return has(parser, RE_INTERVALS) && has(parser, RE_NO_BK_BRACES) ? T_BRACE : T_LITERAL;
	case '(':
		return has(parser, RE_NO_BK_PARENS) ? T_OPEN : T_LITERAL;
	case ')':
		return has(parser, RE_NO_BK_PARENS) ? T_CLOSE : T_LITERAL;
	case '[':
		return T_BRACKET;
	case '.':
		return T_ANY;
	case '^':
		return T_CARET;
	case '$':
		return T_DOLLAR;
	default:
		return T_LITERAL;
	}
}

/* SPDX-License-Identifier: MIT
 * token.h: what a byte of a pattern, or a backslash and the next, is under the
 * RE_ bits, wherever it stands.
 */
#ifndef WILDEBEEST_REGEX_TOKEN_H
#define WILDEBEEST_REGEX_TOKEN_H

#include "parse.h"

enum token {
	T_END, T_LITERAL, T_ANY, T_BRACKET, T_OPEN, T_CLOSE, T_OR,
	T_REPEAT, T_BRACE, T_CARET, T_DOLLAR, T_REFER, T_PLACE, T_CLASS
};

/* The token at a place, with its length and the byte that tells its kind. */
enum token wildebeest_regex_token(const struct parser *parser, const unsigned char *at, int *length,
				  unsigned char *c);

#endif

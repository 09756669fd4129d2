/* SPDX-License-Identifier: MIT
 * directive.h: a conversion of scanf in its parts.
 */
#ifndef WILDEBEEST_STDIO_DIRECTIVE_H
#define WILDEBEEST_STDIO_DIRECTIVE_H

struct directive {
	int position;      /* of its pointer, from 1; 0 is the next one */
	int width;         /* in characters; 0 is any */
	int is_suppressed; /* by an asterisk */
	int has_flag;      /* ' or I: groups and digits of a locale, of which musl has none */
	int allocates;     /* m */
	int has_wide;      /* a length of C23, w8 or wf8 */
	const char *known; /* the length as musl knows it; NULL is none that there is */
	int size;          /* octets of an integer of that length */
	int is_whole;      /* the format does not end within it */
	const char *letter;
	const char *end; /* behind the letter or set, or of the format */
};

/* Reads the conversion at percent. */
void wildebeest_stdio_directive(struct directive *d, const char *percent);

#endif

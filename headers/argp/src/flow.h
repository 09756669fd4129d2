/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_ARGP_FLOW_H
#define WILDEBEEST_ARGP_FLOW_H

#include <stddef.h>
#include <stdio.h>

/* Text that is broken at blanks to stay left of a margin. Columns are bytes
 * and count from 0. */
struct flow {
	FILE *stream;
	size_t margin; /* text stays left of this column if a blank allows it */
	size_t indent; /* columns before text after a newline */
	size_t hang;   /* columns before text after a break */
	char *line;    /* what of the current line is not yet written */
	size_t length, room;
	size_t lead;   /* how much of the line is indentation */
	int broken;    /* the next text starts a line with hang */
};

void wildebeest_flow_char(struct flow *flow, char c);
void wildebeest_flow_text(struct flow *flow, const char *text);
void wildebeest_flow_printf(struct flow *flow, const char *format, ...)
	__attribute__((__format__(__printf__, 2, 3)));
/* The column where the next text goes. */
size_t wildebeest_flow_column(const struct flow *flow);
/* Add blanks up to a column. */
void wildebeest_flow_to(struct flow *flow, size_t column);
/* A blank, or a newline if the next width columns would not fit. */
void wildebeest_flow_blank(struct flow *flow, size_t width);
/* Write the rest and free the memory. */
void wildebeest_flow_end(struct flow *flow);

#endif

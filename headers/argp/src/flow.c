/* SPDX-License-Identifier: MIT */
#include "flow.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static void flush(struct flow *flow)
{
	fwrite(flow->line, 1, flow->length, flow->stream);
	flow->length = flow->lead = 0;
}

static void append(struct flow *flow, char c)
{
	if (flow->length == flow->room) {
		size_t room = flow->room ? 2 * flow->room : 256;
		char *line = realloc(flow->line, room);

		if (!line) {
			/* Without memory the text comes out unbroken. */
			if (flow->length)
				flush(flow);
			fputc(c, flow->stream);
			return;
		}
		flow->line = line;
		flow->room = room;
	}
	flow->line[flow->length++] = c;
}

static void start_line(struct flow *flow, size_t indent)
{
	flow->length = 0;
	for (size_t i = 0; i < indent; i++)
		append(flow, ' ');
	flow->lead = flow->length;
	flow->broken = 0;
}

/* Where the blanks before the last word start, or 0. */
static size_t break_point(const struct flow *flow, size_t *word)
{
	size_t at = flow->length;

	while (at > flow->lead && flow->line[at - 1] != ' ')
		at--;
	*word = at;
	while (at > flow->lead && flow->line[at - 1] == ' ')
		at--;
	return at > flow->lead ? at : 0;
}

/* The line is too long: end it before its last word, which starts the next. */
static void wrap(struct flow *flow)
{
	size_t word, end = break_point(flow, &word);
	size_t rest = flow->length - word;

	if (!end)
		return;
	fwrite(flow->line, 1, end, flow->stream);
	fputc('\n', flow->stream);
	if (word < flow->hang) {
		flow->length = 0;
		/* Make room: the indentation is longer than what goes. */
		char *copy = malloc(rest);

		if (copy)
			memcpy(copy, flow->line + word, rest);
		start_line(flow, flow->hang);
		for (size_t i = 0; copy && i < rest; i++)
			append(flow, copy[i]);
		free(copy);
		return;
	}
	memmove(flow->line + flow->hang, flow->line + word, rest);
	memset(flow->line, ' ', flow->hang);
	flow->lead = flow->hang;
	flow->length = flow->hang + rest;
}

void wildebeest_flow_char(struct flow *flow, char c)
{
	if (c == '\n') {
		/* Observed on glibc 2.36: an empty line is indented too. */
		if (!flow->length && !flow->broken)
			start_line(flow, flow->indent);
		flush(flow);
		fputc('\n', flow->stream);
		flow->broken = 0;
		return;
	}
	if (flow->broken) {
		if (c == ' ')
			return;
		start_line(flow, flow->hang);
	} else if (!flow->length) {
		start_line(flow, flow->indent);
	}
	if (c == ' ' && flow->length >= flow->margin) {
		flush(flow);
		fputc('\n', flow->stream);
		flow->broken = 1;
		return;
	}
	append(flow, c);
	if (flow->length > flow->margin && c != ' ')
		wrap(flow);
}

void wildebeest_flow_text(struct flow *flow, const char *text)
{
	while (*text)
		wildebeest_flow_char(flow, *text++);
}

void wildebeest_flow_printf(struct flow *flow, const char *format, ...)
{
	char local[256], *text = local;
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(local, sizeof local, format, arguments);
	va_end(arguments);
	if (length < 0)
		return;
	if ((size_t)length >= sizeof local) {
		text = malloc((size_t)length + 1);
		va_start(arguments, format);
		if (text) {
			vsnprintf(text, (size_t)length + 1, format, arguments);
		} else {
			/* Without memory the text comes out unbroken. */
			flush(flow);
			vfprintf(flow->stream, format, arguments);
		}
		va_end(arguments);
	}
	if (text)
		wildebeest_flow_text(flow, text);
	if (text != local)
		free(text);
}

size_t wildebeest_flow_column(const struct flow *flow)
{
	if (flow->broken)
		return flow->hang;
	return flow->length ? flow->length : 0;
}

void wildebeest_flow_to(struct flow *flow, size_t column)
{
	while (wildebeest_flow_column(flow) < column) {
		size_t before = flow->length;

		wildebeest_flow_char(flow, ' ');
		if (flow->length <= before)
			break;
	}
}

void wildebeest_flow_blank(struct flow *flow, size_t width)
{
	wildebeest_flow_char(flow, wildebeest_flow_column(flow) + width >=
					   flow->margin ? '\n' : ' ');
}

void wildebeest_flow_end(struct flow *flow)
{
	if (flow->length)
		flush(flow);
	free(flow->line);
	flow->line = NULL;
	flow->room = 0;
}

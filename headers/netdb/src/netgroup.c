/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "netgroup.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The groups that were seen, in order; those behind done have still to be read. */
struct queue {
	char **names;
	size_t count, done;
};

static char *skip_space(char *at)
{
	while (isspace((unsigned char)*at))
		at++;
	return at;
}

/* A field of a triple without the blanks around it; NULL where it is empty. */
static char *field(char *text)
{
	char *start = skip_space(text), *end = start + strlen(start);

	while (end > start && isspace((unsigned char)end[-1]))
		*--end = '\0';
	return *start ? start : NULL;
}

char *wildebeest_netgroup_member(char *text, struct triple *triple, char **group)
{
	text = skip_space(text);
	*group = NULL;
	if (!*text)
		return NULL;
	if (*text != '(') {
		*group = text;
		while (*text && !isspace((unsigned char)*text) && *text != '(')
			text++;
		if (*text == '(') { /* no name has one: what follows is malformed */
			*text = '\0';
			return text;
		}
		if (*text)
			*text++ = '\0';
		return text;
	}
	char *user = strchr(text, ','), *domain = user ? strchr(user + 1, ',') : NULL;
	char *end = domain ? strchr(domain + 1, ')') : NULL;
	if (!end)
		return NULL;
	*user = *domain = *end = '\0';
	*triple = (struct triple){field(text + 1), field(user + 1), field(domain + 1)};
	return end + 1;
}

/* Adds a name that is new: 0, or -1. */
static int enqueue(struct queue *queue, const char *name)
{
	for (size_t i = 0; i < queue->count; i++)
		if (!strcmp(queue->names[i], name))
			return 0;
	char **grown = reallocarray(queue->names, queue->count + 1, sizeof *grown);
	if (!grown)
		return -1;
	queue->names = grown;
	if (!(grown[queue->count] = strdup(name)))
		return -1;
	queue->count++;
	return 0;
}

/* The members of a group as one string to free, from lines that may go on. NULL
 * where there is no such group, or with *failed where it can't be told. */
static char *members(FILE *file, const char *name, int *failed)
{
	char *line = NULL, *found = NULL;
	size_t size = 0, length = strlen(name), used = 0;
	int wanted = 0, goes_on = 0;
	ssize_t got;

	rewind(file);
	while ((got = getline(&line, &size, file)) > 0) {
		char *at = line;

		if (!goes_on) {
			if (found)
				break;
			wanted = !strncmp(line, name, length) && isspace((unsigned char)line[length]);
			at += wanted ? length : 0;
		}
		if (line[got - 1] == '\n')
			line[--got] = '\0';
		goes_on = got > 0 && line[got - 1] == '\\';
		if (goes_on)
			line[got - 1] = ' ';
		if (wanted) {
			size_t more = strlen(at);
			char *grown = realloc(found, used + more + 1);

			if (!grown) {
				*failed = 1;
				break;
			}
			found = grown;
			memcpy(found + used, at, more + 1);
			used += more;
		}
	}
	if (*failed || (got < 0 && !feof(file))) {
		*failed = 1;
		free(found);
		found = NULL;
	}
	free(line);
	return found;
}

static int walk_group(FILE *file, struct queue *queue,
		      int (*each)(const struct triple *, void *), void *data)
{
	int failed = 0;
	char *text = members(file, queue->names[queue->done++], &failed), *at = text, *group;
	struct triple triple;
	int result = !failed && (text || queue->done > 1) ? 0 : -1;

	while (result == 0 && at && (at = wildebeest_netgroup_member(at, &triple, &group)))
		result = group ? enqueue(queue, group) : each(&triple, data);
	free(text);
	return result;
}

int wildebeest_netgroup_walk(const char *group,
			     int (*each)(const struct triple *, void *), void *data)
{
	struct queue queue = {0};
	FILE *file = fopen("/etc/netgroup", "rce");
	int result = -1;

	if (!file)
		return -1;
	if (*group && enqueue(&queue, group) == 0)
		do
			result = walk_group(file, &queue, each, data);
		while (result == 0 && queue.done < queue.count);
	while (queue.count)
		free(queue.names[--queue.count]);
	free(queue.names);
	fclose(file);
	return result;
}

/* SPDX-License-Identifier: MIT
 * wordlist: the words of the standard input, each once, sorted.
 */
#include <ctype.h>
#include <obstack.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define obstack_chunk_alloc malloc
#define obstack_chunk_free free

static int compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

int main(void)
{
	struct obstack words, list;
	char **all;
	size_t count = 0;
	int c;

	obstack_init(&words);
	obstack_init(&list);
	do {
		c = getchar();
		if (c != EOF && isalpha(c)) {
			obstack_1grow(&words, (char)tolower(c));
		} else if (obstack_object_size(&words) > 0) {
			obstack_1grow(&words, '\0');
			obstack_ptr_grow(&list, obstack_finish(&words));
			count++;
		}
	} while (c != EOF);
	all = obstack_finish(&list);
	qsort(all, count, sizeof *all, compare);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || strcmp(all[i], all[i - 1]) != 0)
			puts(all[i]);
	obstack_free(&list, NULL);
	obstack_free(&words, NULL);
	return 0;
}

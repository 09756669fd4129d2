#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct log { FILE *to; FILE own; }; // want

void keep(FILE *f)
{
	FILE copy; // want
	FILE *other = malloc(sizeof(FILE)); // want
	FILE **list = malloc(3 * sizeof(FILE *));
	memset(&copy, 0, 1);
	list[0] = other = f;
}

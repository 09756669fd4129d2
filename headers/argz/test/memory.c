/* Vectors when memory runs out, at every allocation there is: ENOMEM, and the
 * vector as it was, or half done where the man page allows it; never more in use. */
#define _GNU_SOURCE
#include "../../testing/each_failure.h"

#include <argz.h>
#include <stdlib.h>

static char *argz;
static size_t length;

/* What a function returned, with the vector it left. */
static enum outcome left(error_t error, const char *whole, size_t size)
{
	errno = error;
	return outcome_of(!error && length == size && !memcmp(argz, whole, size));
}

#define IS(error, text) left(error, text, sizeof text)

static void release(void)
{
	free(argz);
	argz = NULL;
	length = 0;
}

/* A vector to begin with: "one\0two"; false without memory. */
static int begin(void)
{
	release();
	return argz_create_sep("one:two", ':', &argz, &length) == 0;
}

static enum outcome create(void)
{
	char *const words[] = {(char *)"a", (char *)"", (char *)"bcd", NULL};

	release();
	return IS(argz_create(words, &argz, &length), "a\0\0bcd");
}

static enum outcome create_sep(void)
{
	release();
	return IS(argz_create_sep("a::b", ':', &argz, &length), "a\0b");
}

static enum outcome add(void)
{
	return begin() ? IS(argz_add(&argz, &length, "three"), "one\0two\0three") : REFUSED;
}

static enum outcome add_sep(void)
{
	return begin() ? IS(argz_add_sep(&argz, &length, "x,y", ','), "one\0two\0x\0y") : REFUSED;
}

static enum outcome append(void)
{
	return begin() ? IS(argz_append(&argz, &length, "p\0q", 4), "one\0two\0p\0q") : REFUSED;
}

static enum outcome insert(void)
{
	return begin() ? IS(argz_insert(&argz, &length, argz + 4, "mid"), "one\0mid\0two") : REFUSED;
}

static enum outcome replace(void)
{
	unsigned count = 0;

	return begin() ? IS(argz_replace(&argz, &length, "o", "0000", &count), "0000ne\0tw0000") : REFUSED;
}

int main(void)
{
	each_failure("argz_create", create, release);
	each_failure("argz_create_sep", create_sep, release);
	each_failure("argz_add", add, release);
	each_failure("argz_add_sep", add_sep, release);
	each_failure("argz_append", append, release);
	each_failure("argz_insert", insert, release);
	each_failure("argz_replace", replace, release);
	return 0;
}

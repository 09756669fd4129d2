/* Environment vectors when memory runs out, at every allocation there is. */
#define _GNU_SOURCE
#include "../../testing/each_failure.h"

#include <envz.h>
#include <stdlib.h>

static char *envz;
static size_t length;

static enum outcome left(error_t error, const char *whole, size_t size)
{
	errno = error;
	return outcome_of(!error && length == size && !memcmp(envz, whole, size));
}

#define IS(error, text) left(error, text, sizeof text)

static void release(void)
{
	free(envz);
	envz = NULL;
	length = 0;
}

static int begin(void)
{
	release();
	return argz_create_sep("a=1:b=2", ':', &envz, &length) == 0;
}

static enum outcome add(void)
{
	return begin() ? IS(envz_add(&envz, &length, "c", "three"), "a=1\0b=2\0c=three") : REFUSED;
}

static enum outcome null(void)
{
	return begin() ? IS(envz_add(&envz, &length, "name", NULL), "a=1\0b=2\0name") : REFUSED;
}

static enum outcome change(void)
{
	return begin() ? IS(envz_add(&envz, &length, "a", "longer than it was"), "b=2\0a=longer than it was") : REFUSED;
}

static enum outcome merge(void)
{
	return begin() ? IS(envz_merge(&envz, &length, "b=3\0c=4\0d", 10, 0), "a=1\0b=2\0c=4\0d") : REFUSED;
}

static enum outcome override(void)
{
	return begin() ? IS(envz_merge(&envz, &length, "b=3\0c=4", 8, 1), "a=1\0b=3\0c=4") : REFUSED;
}

int main(void)
{
	each_failure("envz_add", add, release);
	each_failure("envz_add without value", null, release);
	each_failure("envz_add again", change, release);
	each_failure("envz_merge", merge, release);
	each_failure("envz_merge override", override, release);
	return 0;
}

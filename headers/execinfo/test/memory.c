/* backtrace_symbols when memory runs out: NULL; backtrace_symbols_fd takes none,
 * as it is for programs that are about to fail. */
#define _GNU_SOURCE
#include "../../testing/each_failure.h"

#include <execinfo.h>
#include <fcntl.h>
#include <stdlib.h>

static void *const addresses[] = {(void *)outcome_of, (void *)16, NULL};
static int null;

static void nothing(void) {}

static enum outcome symbols(void)
{
	char **lines = backtrace_symbols(addresses, 3);
	enum outcome result = outcome_of(lines && !strcmp(lines[1], "[0x10]"));

	free(lines);
	return result;
}

static enum outcome none(void)
{
	char **lines = backtrace_symbols(addresses, 0);
	enum outcome result = outcome_of(lines != NULL);

	free(lines);
	return result;
}

int main(void)
{
	null = open("/dev/null", O_WRONLY | O_CLOEXEC);
	each_failure("backtrace_symbols", symbols, nothing);
	each_failure("of nothing", none, nothing);
	malloc_fail_at(1);
	backtrace_symbols_fd(addresses, 3, null);
	printf("backtrace_symbols_fd asked for memory: %d\n", malloc_failed);
	return 0;
}

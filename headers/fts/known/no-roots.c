/* No roots at all, and an order. */
#include "../test/tree.h"

int main(void)
{
	char *const roots[] = {NULL};
	FTS *fts = fts_open(roots, FTS_PHYSICAL, by_name);

	printf("%s\n", fts_read(fts) ? "an entry" : "the end");
	return fts_close(fts);
}

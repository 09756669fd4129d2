/* Every flag alone, those that there are and others. */
#define _GNU_SOURCE
#include <errno.h>
#include <ftw.h>
#include <stdio.h>

static int each(const char *path, const struct stat *status, int type, struct FTW *place)
{
	(void)path, (void)status, (void)type, (void)place;
	return 0;
}

int main(void)
{
	for (int bit = 0; bit < 31; bit++) {
		errno = 0;
		int result = nftw(".", each, 5, 1 << bit);

		printf("%d: %d %d\n", bit, result, errno);
	}
	return 0;
}

/* One entry by its name, which both read; a function of the program's own that lists. */
#include <shadow.h>
#include <stdio.h>

struct source {
	struct spwd *(*getspent)(void);
	int (*lckpwdf)(void);
};

static struct spwd *ann(void) { return getspnam("ann"); }
static int no_lock(void) { return 0; }

int main(void)
{
	static const struct source source = { .getspent = ann, .lckpwdf = no_lock };

	if (source.lckpwdf())
		return 1;
	printf("%s %ld\n", source.getspent()->sp_namp, source.getspent()->sp_max);
	return 0;
}

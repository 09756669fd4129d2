/* A function of the program's own. */
#include <stdio.h>
#include <string.h>

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

struct names {
	const char *(*basename)(const char *);
};

int main(void)
{
	struct names names = { base_name };

	printf("[%s]\n", names.basename("/srv/data/"));
	return 0;
}

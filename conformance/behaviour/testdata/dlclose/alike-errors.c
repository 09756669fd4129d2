/* dlerror and dlopen of what is not there; a member of the name. */
#include <dlfcn.h>
#include <stdio.h>

struct loader {
	int (*dlclose)(void *);
};

static int keep(void *plugin) { return plugin != NULL; }

int main(void)
{
	struct loader loader = { .dlclose = keep };
	void *missing = dlopen("./missing.so", RTLD_NOW);

	printf("%d %d\n", loader.dlclose(missing), dlerror() != NULL);
	return 0;
}

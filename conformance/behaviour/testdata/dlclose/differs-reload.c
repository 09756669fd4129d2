/* A plug-in is loaded anew, to begin from the start. */
#include <dlfcn.h>
#include <stdio.h>

static int use(void)
{
	void *plugin = dlopen("./plugin.so", RTLD_NOW);
	int (*count)(void);
	int n;

	if (!plugin || !(count = (int (*)(void))dlsym(plugin, "count"))) {
		fprintf(stderr, "%s\n", dlerror());
		return -1;
	}
	n = count();
	dlclose(plugin);
	return n;
}

int main(void)
{
	int first = use(), second = use();

	printf("%d %d\n", first, second);
	fflush(stdout);
	return 0;
}

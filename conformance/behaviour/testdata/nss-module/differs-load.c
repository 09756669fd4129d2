/* Is the switch's module for files there? */
#include <dlfcn.h>
#include <stdio.h>

int main(void)
{
	void *module = dlopen("libnss_files.so.2", RTLD_NOW);

	puts(module ? "there" : "missing");
	return 0;
}

#include <dlfcn.h>
struct ops { int (*dlclose)(void *); };
void f(void *h, struct ops *o)
{
	o->dlclose(h);
	dlclose(h); // want
}

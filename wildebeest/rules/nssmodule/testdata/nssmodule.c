#include <dlfcn.h>
const char *doc = "libnss is a name";
void *f(void) { return dlopen("libnss_files.so.2", RTLD_NOW); } // want

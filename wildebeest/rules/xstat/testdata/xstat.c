#include <sys/stat.h>
int f(const char *p, struct stat *st)
{
	return __xstat(1, p, st); // want
}

#define _GNU_SOURCE
#include <string.h>
struct entry { const char *basename; };
const char *f(const char *p, struct entry *e)
{
	const char *s = "basename(x)"; /* basename(p) */
	e->basename = s;
	return basename(p); // want
}

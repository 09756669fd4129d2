/* The project's overlay of a header that a module overlays too. */
#include_next <string.h>
#ifndef PROJECT_STRING_H
#define PROJECT_STRING_H
static inline int project_streq(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}
#endif

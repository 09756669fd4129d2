/* libgen.h after string.h: a file gets POSIX's basename here too. */
#define STRING_FIRST
#include "libgen.c"

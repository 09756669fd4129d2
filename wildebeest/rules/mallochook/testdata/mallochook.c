#include <malloc.h>
void *mine(size_t n, const void *from);
void f(void) { __malloc_hook = mine; } // want
/* __free_hook */

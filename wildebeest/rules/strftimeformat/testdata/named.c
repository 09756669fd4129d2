#include <time.h>
static const char *clock12 = "%l:%M %p";
#define DAY "%d"
size_t f(char *b, struct tm *t) { return strftime(b, 9, clock12, t); } // want
size_t g(char *b, struct tm *t) { return strftime(b, 9, DAY, t); }

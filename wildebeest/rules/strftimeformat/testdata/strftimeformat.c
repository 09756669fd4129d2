#include <time.h>

struct text { int (*strftime)(char *, int, const char *); };

void write_time(char *s, size_t n, struct tm *tm, struct text *text, const char *format)
{
	strftime(s, n, "%Y-%m-%d %H:%M:%S", tm);
	strftime(s, n, "%-d %_H %e %I %p", tm);
	strftime(s, n, "%k:%M", tm); // want
	strftime(s, n, "%I %P", tm); // want
	strftime(s, n, "%l", tm); // want
	strftime(s, n, "%^a", tm); // want
	strftime(s, n, "%d %#Z", tm); // want
	strftime(s, n, "100%%k", tm);
	strftime(s, n, format, tm);
	text->strftime(s, 1, "%k");
}

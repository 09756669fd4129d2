#include <time.h>
struct clock { long stime; };
int f(time_t t, struct clock *c)
{
	c->stime = t;
	return stime(&t); // want
}

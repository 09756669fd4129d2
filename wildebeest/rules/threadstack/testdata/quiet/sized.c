#include <pthread.h>
#include <string.h>
static void *work(void *p) { char b[300000]; memset(b, 1, sizeof b); return b[1] ? p : 0; }
int main(void)
{
	pthread_t t;
	pthread_attr_t at;
	pthread_attr_init(&at);
	pthread_attr_setstacksize(&at, 8 << 20);
	return pthread_create(&t, &at, work, 0);
}

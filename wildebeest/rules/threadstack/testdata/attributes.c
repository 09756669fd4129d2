#include <pthread.h>
#include <string.h>
#define SIZE (256 * 1024)
static void *work(void *p) { char b[SIZE]; memset(b, 1, sizeof b); return b[1] ? p : 0; }
int main(void)
{
	pthread_t t;
	pthread_attr_t at;
	pthread_attr_init(&at);
	return pthread_create(&t, &at, work, 0); // want
}

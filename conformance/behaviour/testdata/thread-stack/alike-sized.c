/* The program says how much stack its threads need. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static void *work(void *result)
{
	unsigned int table[65536];

	memset(table, 1, sizeof table);
	*(int *)result = (int)(table[5] & 0xff);
	return NULL;
}

int main(void)
{
	pthread_attr_t attributes;
	pthread_t thread;
	int result = 0;

	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, 1 << 20);
	pthread_create(&thread, &attributes, work, &result);
	pthread_join(thread, NULL);
	printf("%d\n", result);
	return 0;
}

/* Tables of a compressor, in the frame of a worker. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static int squeeze(const unsigned char *in)
{
	unsigned int table[65536];

	memset(table, in[0], sizeof table);
	return (int)(table[in[1]] & 0xff);
}

static void *work(void *result)
{
	*(int *)result = squeeze((const unsigned char *)"ab");
	return NULL;
}

int main(void)
{
	pthread_t thread;
	int result = 0;

	if (pthread_create(&thread, NULL, work, &result))
		return 1;
	pthread_join(thread, NULL);
	printf("%d\n", result);
	return 0;
}

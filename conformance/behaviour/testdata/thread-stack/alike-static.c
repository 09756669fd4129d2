/* Tables that are static, and buffers from the heap. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *work(void *result)
{
	static unsigned int table[65536];
	char *buffer = malloc(1 << 20);
	char line[512];

	memset(table, 1, sizeof table);
	memset(buffer, 2, 1 << 20);
	memset(line, 3, sizeof line);
	*(int *)result = (int)(table[5] & 0xff) + buffer[7] + line[9];
	free(buffer);
	return NULL;
}

int main(void)
{
	pthread_t thread;
	int result = 0;

	pthread_create(&thread, NULL, work, &result);
	pthread_join(thread, NULL);
	printf("%d\n", result);
	return 0;
}

/* A copy of what has come, on the stack. */
#include <alloca.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

struct packet {
	size_t size;
	char data[300000];
};

static struct packet packet = { .size = sizeof packet.data };

static void *receive(void *arg)
{
	struct packet *p = arg;
	char *copy = alloca(p->size);

	memcpy(copy, p->data, p->size);
	p->data[0] = (char)(copy[p->size - 1] + 1);
	return NULL;
}

int main(void)
{
	pthread_t thread;

	pthread_create(&thread, NULL, receive, &packet);
	pthread_join(thread, NULL);
	printf("%d\n", packet.data[0]);
	return 0;
}

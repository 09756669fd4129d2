#include <pthread.h>
#include <stdint.h>

struct worker { pthread_t id; };

unsigned long use(struct worker *w)
{
	pthread_t me = pthread_self();
	pthread_t none = 0;
	pthread_t other = -1; // want
	pthread_t third = 42; // want
	unsigned long id = pthread_self(); // want
	uintptr_t cast = (uintptr_t)pthread_self();
	w->id = pthread_self();
	if (pthread_equal(me, pthread_self()))
		id += pthread_self() % 7; // want
	return id + cast + (me == none) + (other == third);
}

#include <pthread.h>
struct own { struct { int __lock, mine; } __data; };
int owner(pthread_mutex_t *m, pthread_rwlock_t w, struct own *o)
{
	int readers = w.__data.__readers; // want
	return m->__data.__owner + readers; // want
}
int other(struct own *o) { return o->__data.mine; }

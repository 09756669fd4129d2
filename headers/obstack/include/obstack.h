/* SPDX-License-Identifier: MIT
 * obstack.h: glibc's stacks of objects; musl has no header of this name.
 *
 * The macros evaluate each argument once. Lengths are long where glibc has int:
 * a length that int can not hold is not cut off.
 */
#ifndef WILDEBEEST_OBSTACK_OBSTACK_H
#define WILDEBEEST_OBSTACK_OBSTACK_H

#include <features.h>
#include <stddef.h>
#include <string.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

struct _obstack_chunk {
	char *limit;                 /* the end of the chunk */
	struct _obstack_chunk *prev; /* the chunk before it, or NULL */
	char contents[4];            /* objects start here */
};

struct obstack {
	long chunk_size;              /* least size of a new chunk */
	struct _obstack_chunk *chunk; /* the last one */
	char *object_base;            /* start of the growing object */
	char *next_free;              /* its end */
	char *chunk_limit;            /* end of the chunk */
	union {
		ptrdiff_t tempint;
		void *tempptr;
	} temp;
	int alignment_mask;
	struct _obstack_chunk *(*chunkfun)(void *, long);
	void (*freefun)(void *, struct _obstack_chunk *);
	void *extra_arg;
	unsigned use_extra_arg : 1;      /* the two take extra_arg first */
	unsigned maybe_empty_object : 1; /* the chunk may hold an object of no
					    size, and so is not given back */
	unsigned alloc_failed : 1;       /* unused */
};

extern int _obstack_begin(struct obstack *obstack, int size, int alignment,
			  void *(*chunkfun)(long), void (*freefun)(void *));
extern int _obstack_begin_1(struct obstack *obstack, int size, int alignment,
			    void *(*chunkfun)(void *, long),
			    void (*freefun)(void *, void *), void *argument);
extern void _obstack_newchunk(struct obstack *obstack, long length);
extern void _obstack_free(struct obstack *obstack, void *object);
extern void obstack_free(struct obstack *obstack, void *object);
extern int _obstack_memory_used(struct obstack *obstack)
	__attribute__((__pure__));

/* Called when there is no memory; does not return. */
extern void (*obstack_alloc_failed_handler)(void);
/* The exit status of the default handler. */
extern int obstack_exit_failure;

__END_DECLS

/* ---- fields ---- */
#define obstack_base(h) ((void *)(h)->object_base)
#define obstack_chunk_size(h) ((h)->chunk_size)
#define obstack_next_free(h) ((h)->next_free)
#define obstack_alignment_mask(h) ((h)->alignment_mask)
#define obstack_memory_used(h) _obstack_memory_used(h)

/* ---- start; the program defines obstack_chunk_alloc and obstack_chunk_free */
#define obstack_init(h) obstack_begin(h, 0)
#define obstack_begin(h, size) \
	_obstack_begin((h), (size), 0, (void *(*)(long))(void (*)(void))obstack_chunk_alloc, \
		       (void (*)(void *))(void (*)(void))obstack_chunk_free)
#define obstack_specify_allocation(h, size, alignment, chunkfun, freefun) \
	_obstack_begin((h), (size), (alignment), (void *(*)(long))(void (*)(void))(chunkfun), \
		       (void (*)(void *))(void (*)(void))(freefun))
#define obstack_specify_allocation_with_arg(h, size, alignment, chunkfun, \
					    freefun, arg) \
	_obstack_begin_1((h), (size), (alignment), \
			 (void *(*)(void *, long))(void (*)(void))(chunkfun), \
			 (void (*)(void *, void *))(void (*)(void))(freefun), (arg))
#define obstack_chunkfun(h, newchunkfun) \
	((h)->chunkfun = (struct _obstack_chunk * (*)(void *, long))(void (*)(void))(newchunkfun))
#define obstack_freefun(h, newfreefun) \
	((h)->freefun = (void (*)(void *, struct _obstack_chunk *))(void (*)(void))(newfreefun))

/* ---- sizes ---- */
#define obstack_object_size(h) \
	__extension__({ \
		const struct obstack *__o1 = (h); \
		(unsigned)(__o1->next_free - __o1->object_base); \
	})
#define obstack_room(h) \
	__extension__({ \
		const struct obstack *__o1 = (h); \
		(unsigned)(__o1->chunk_limit - __o1->next_free); \
	})
#define obstack_empty_p(h) \
	__extension__({ \
		const struct obstack *__o1 = (h); \
		char *__start = (char *)__o1->chunk + \
				offsetof(struct _obstack_chunk, contents); \
		__o1->chunk->prev == 0 && \
			__o1->next_free == \
				__start + (-(size_t)__start & \
					   (size_t)__o1->alignment_mask); \
	})

/* ---- growing ---- */
#define obstack_make_room(h, length) \
	__extension__({ \
		struct obstack *__o = (h); \
		long __len = (long)(length); \
		if (__o->chunk_limit - __o->next_free < __len) \
			_obstack_newchunk(__o, __len); \
		(void)0; \
	})
#define obstack_grow(h, where, length) \
	__extension__({ \
		struct obstack *__og = (h); \
		long __glen = (long)(length); \
		obstack_make_room(__og, __glen); \
		memcpy(__og->next_free, (where), (size_t)__glen); \
		__og->next_free += __glen; \
		(void)0; \
	})
#define obstack_grow0(h, where, length) \
	__extension__({ \
		struct obstack *__og = (h); \
		long __glen = (long)(length); \
		obstack_make_room(__og, __glen + 1); \
		memcpy(__og->next_free, (where), (size_t)__glen); \
		__og->next_free += __glen; \
		*(__og->next_free)++ = 0; \
		(void)0; \
	})
#define obstack_1grow(h, datum) \
	__extension__({ \
		struct obstack *__og = (h); \
		char __datum = (char)(datum); \
		obstack_make_room(__og, 1); \
		obstack_1grow_fast(__og, __datum); \
		(void)0; \
	})
#define obstack_ptr_grow(h, datum) \
	__extension__({ \
		struct obstack *__og = (h); \
		const void *__pointer = (datum); \
		obstack_make_room(__og, (long)sizeof(void *)); \
		obstack_ptr_grow_fast(__og, __pointer); \
	})
#define obstack_int_grow(h, datum) \
	__extension__({ \
		struct obstack *__og = (h); \
		int __number = (datum); \
		obstack_make_room(__og, (long)sizeof(int)); \
		obstack_int_grow_fast(__og, __number); \
	})
/* A negative length makes the object smaller. */
#define obstack_blank(h, length) \
	__extension__({ \
		struct obstack *__og = (h); \
		long __glen = (long)(length); \
		obstack_make_room(__og, __glen); \
		obstack_blank_fast(__og, __glen); \
		(void)0; \
	})

/* Without a look at the room there is. */
#define obstack_1grow_fast(h, achar) (*((h)->next_free)++ = (achar))
#define obstack_blank_fast(h, n) ((h)->next_free += (n))
#define obstack_ptr_grow_fast(h, aptr) \
	__extension__({ \
		struct obstack *__of = (h); \
		const void *__fast = (aptr); \
		memcpy(__of->next_free, &__fast, sizeof __fast); \
		__of->next_free += sizeof __fast; \
		(void)0; \
	})
#define obstack_int_grow_fast(h, aint) \
	__extension__({ \
		struct obstack *__of = (h); \
		int __fast = (aint); \
		memcpy(__of->next_free, &__fast, sizeof __fast); \
		__of->next_free += sizeof __fast; \
		(void)0; \
	})

/* ---- whole objects ---- */
#define obstack_finish(h) \
	__extension__({ \
		struct obstack *__of = (h); \
		void *__object = (void *)__of->object_base; \
		size_t __pad = -(size_t)__of->next_free & \
			       (size_t)__of->alignment_mask; \
		if (__of->next_free == (char *)__object) \
			__of->maybe_empty_object = 1; \
		if ((size_t)(__of->chunk_limit - __of->next_free) < __pad) \
			__of->next_free = __of->chunk_limit; \
		else \
			__of->next_free += __pad; \
		__of->object_base = __of->next_free; \
		__object; \
	})
#define obstack_alloc(h, length) \
	__extension__({ \
		struct obstack *__oh = (h); \
		obstack_blank(__oh, (length)); \
		obstack_finish(__oh); \
	})
#define obstack_copy(h, where, length) \
	__extension__({ \
		struct obstack *__oh = (h); \
		obstack_grow(__oh, (where), (length)); \
		obstack_finish(__oh); \
	})
#define obstack_copy0(h, where, length) \
	__extension__({ \
		struct obstack *__oh = (h); \
		obstack_grow0(__oh, (where), (length)); \
		obstack_finish(__oh); \
	})
/* Give back an object and all that came after it; NULL gives back all. */
#define obstack_free(h, object) \
	__extension__({ \
		struct obstack *__of = (h); \
		void *__freed = (object); \
		if ((char *)__freed > (char *)__of->chunk && \
		    (char *)__freed < __of->chunk_limit) \
			__of->next_free = __of->object_base = (char *)__freed; \
		else \
			_obstack_free(__of, __freed); \
		(void)0; \
	})

#endif

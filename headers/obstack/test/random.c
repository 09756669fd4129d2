/* Operations drawn from a fixed sequence on obstacks of several sizes and
 * alignments: what is asked of the allocator, what is left of room, what the
 * objects hold. */
#define _GNU_SOURCE
#include <obstack.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned long seed = 1;

static unsigned draw(unsigned bound)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(seed >> 33) % bound;
}

static void *get(long size)
{
	void *block = NULL;

	printf(" get %ld", size);
	if (posix_memalign(&block, 256, (size_t)size))
		return NULL;
	return block;
}

static void give(void *block)
{
	printf(" give");
	free(block);
}

static void *get_from(void *where, long size)
{
	++*(int *)where;
	return get(size);
}

static void give_to(void *where, void *block)
{
	--*(int *)where;
	give(block);
}

static unsigned long sum(const char *bytes, size_t length)
{
	unsigned long hash = 5381;

	while (length--)
		hash = hash * 33 + (unsigned char)*bytes++;
	return hash;
}

static void state(struct obstack *o)
{
	printf(" | size %u room %u used %d empty %d at %ld base %ld\n",
	       obstack_object_size(o), obstack_room(o), obstack_memory_used(o),
	       obstack_empty_p(o),
	       (long)((char *)obstack_next_free(o) - (char *)o->chunk),
	       (long)((char *)obstack_base(o) - (char *)o->chunk));
}

#define obstack_chunk_alloc get
#define obstack_chunk_free give

static void *kept[64];
static unsigned kept_count;

static void keep(void *object)
{
	if (kept_count < 64)
		kept[kept_count++] = object;
}

static void finish(struct obstack *o)
{
	size_t length = obstack_object_size(o);
	char *object = obstack_finish(o);

	printf(" finish %lx", sum(object, length));
	keep(object);
}

static void step(struct obstack *o)
{
	static char text[6000];
	unsigned length = draw(4) ? draw(60) : draw(3000), kind = draw(20);

	for (unsigned i = 0; i < length; i++)
		text[i] = (char)draw(256);
	printf("%u %u:", kind, length);
	switch (kind) {
	case 0:
		obstack_blank(o, length);
		memset((char *)obstack_next_free(o) - length, 'b', length);
		break;
	case 1:
		if (obstack_object_size(o) >= length)
			obstack_blank(o, -(int)length);
		break;
	case 2: case 3:
		obstack_grow(o, text, length);
		break;
	case 4:
		obstack_grow0(o, text, length);
		break;
	case 5:
		obstack_1grow(o, 'x');
		break;
	case 6:
		obstack_ptr_grow(o, (void *)(intptr_t)length);
		break;
	case 7:
		obstack_int_grow(o, (int)length);
		break;
	case 8:
		obstack_make_room(o, length);
		if (obstack_room(o) >= 16) {
			obstack_1grow_fast(o, 'f');
			obstack_int_grow_fast(o, 7);
			obstack_ptr_grow_fast(o, NULL);
			obstack_blank_fast(o, 1);
			((char *)obstack_next_free(o))[-1] = 'g';
		}
		break;
	case 9: /* how printf comes to its room is its own affair */
		obstack_make_room(o, length + 100);
		printf(" printf %d", obstack_printf(o, "%*d|%s|%c",
						    (int)length, 42, "text", 0));
		break;
	case 10: case 11: case 12:
		finish(o);
		break;
	case 13:
		if (obstack_object_size(o))
			finish(o);
		memset(obstack_alloc(o, length), 'a', length);
		break;
	case 14:
		if (obstack_object_size(o))
			finish(o);
		keep(obstack_copy(o, text, length));
		break;
	case 15:
		if (obstack_object_size(o))
			finish(o);
		keep(obstack_copy0(o, text, length));
		break;
	case 16:
		if (kept_count) {
			kept_count = draw(kept_count);
			obstack_free(o, kept[kept_count]);
		}
		break;
	case 17:
		printf(" printf %d", obstack_printf(o, "%s", ""));
		break;
	default:
		printf(" base %lx", sum(obstack_base(o), obstack_object_size(o)));
	}
	state(o);
}

int main(void)
{
	static const int sizes[] = {0, 1, 20, 64, 100, 1000, 4064, 10000};
	static const int alignments[] = {0, 1, 2, 8, 16, 64, 128};

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		for (size_t j = 0; j < sizeof alignments / sizeof *alignments; j++) {
			struct obstack o;
			int chunks = 0;

			/* Smaller than one aligned chunk glibc writes beyond. */
			if (sizes[i] && sizes[i] < 16 + 2 * alignments[j] +
							   16 * !alignments[j])
				continue;
			printf("== size %d alignment %d:", sizes[i], alignments[j]);
			kept_count = 0;
			if (draw(2))
				printf(" %d", obstack_specify_allocation(
						      &o, sizes[i], alignments[j],
						      get, give));
			else
				printf(" %d", obstack_specify_allocation_with_arg(
						      &o, sizes[i], alignments[j],
						      get_from, give_to, &chunks));
			printf(" chunk %ld mask %d", (long)obstack_chunk_size(&o),
			       obstack_alignment_mask(&o));
			state(&o);
			for (int k = 0; k < 60; k++)
				step(&o);
			obstack_free(&o, NULL);
			printf(" chunks left %d\n", chunks);
		}
	}
	return 0;
}

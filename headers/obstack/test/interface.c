/* Each macro as the glibc manual describes it, arguments evaluated once, the
 * functions that allocate changed in between, and what happens without memory
 * or with an object of another obstack. */
#define _GNU_SOURCE
#include <obstack.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int allocations, frees;

static void *count_alloc(size_t size)
{
	allocations++;
	return malloc(size);
}

static void count_free(void *block)
{
	frees++;
	free(block);
}

static void *other_alloc(size_t size)
{
	allocations += 100;
	return malloc(size);
}

static void other_free(void *block)
{
	frees += 100;
	free(block);
}

static void *no_alloc(size_t size)
{
	(void)size;
	return NULL;
}

#define obstack_chunk_alloc count_alloc
#define obstack_chunk_free count_free

static void once(void)
{
	struct obstack stack[2], *o = stack;
	const char *text = "abcdef";
	int n = 3, i = 0;

	obstack_init(&stack[0]);
	obstack_begin(&stack[1], 200);
	obstack_grow(&o[i++], text++, n--);
	printf("%d %s %d\n", i, text, n);
	obstack_grow0(&o[--i], text++, n--);
	printf("%d %s %d\n", i, text, n);
	obstack_1grow(&o[i++], *text++);
	obstack_ptr_grow(&o[--i], text++);
	obstack_int_grow(&o[i++], n++);
	obstack_blank(&o[--i], n++);
	obstack_make_room(&o[i++], n++);
	printf("%d %s %d\n", i, text, n);
	printf("size %u\n", obstack_object_size(&o[--i]));
	text = obstack_finish(&o[i++]);
	printf("%d %.3s|%.2s\n", i, text, text + 3);
	text = obstack_copy0(&o[--i], "copied", n--);
	printf("%d %s %d\n", i, text, n);
	text = obstack_copy(&o[i++], "copied", 7);
	printf("%d %s\n", i, text);
	printf("%d", obstack_printf(&o[--i], "%d %s", n++, "text"));
	obstack_1grow(o, 0);
	printf(" %d %s\n", n, (char *)obstack_finish(o));
	printf("%u\n", obstack_object_size(&o[i]));
	obstack_free(&o[i++], NULL);
	obstack_free(&o[i--], NULL);
	printf("%d allocations %d frees %d\n", i, allocations, frees);
}

static void nested(void)
{
	struct obstack a, b;
	char *text;

	obstack_init(&a);
	obstack_init(&b);
	obstack_grow(&b, "inner", 5);
	obstack_grow(&a, obstack_base(&b), obstack_object_size(&b));
	obstack_grow0(&a, obstack_copy0(&b, " more", 5),
		      (int)obstack_object_size(&a));
	text = obstack_finish(&a);
	printf("%s\n", text);
	obstack_ptr_grow(&a, obstack_alloc(&b, 100));
	printf("%u\n", obstack_object_size(&a));
	obstack_free(&a, text);
	printf("%u %d\n", obstack_object_size(&a), obstack_empty_p(&a));
	obstack_free(&a, NULL);
	(obstack_free)(&b, NULL);
}

static void change_functions(void)
{
	struct obstack o;

	obstack_init(&o);
	obstack_chunkfun(&o, other_alloc);
	obstack_freefun(&o, other_free);
	obstack_chunk_size(&o) = 100;
	obstack_alloc(&o, 5000);
	obstack_alignment_mask(&o) = 3;
	obstack_1grow(&o, 'x');
	obstack_finish(&o);
	printf("aligned %d\n", (int)((size_t)obstack_base(&o) % 4));
	obstack_free(&o, NULL);
	printf("allocations %d frees %d\n", allocations, frees);
}

static void many(void)
{
	struct obstack o;
	char *objects[1000];
	int wrong = 0;

	obstack_init(&o);
	for (int i = 0; i < 1000; i++) {
		for (int j = 0; j < i; j++)
			obstack_1grow(&o, (char)(i + j));
		objects[i] = obstack_finish(&o);
		wrong += (size_t)objects[i] % 16 != 0;
	}
	for (int i = 0; i < 1000; i++)
		for (int j = 0; j < i; j++)
			wrong += objects[i][j] != (char)(i + j);
	printf("many: wrong %d used %d\n", wrong, obstack_memory_used(&o));
	for (int i = 999; i >= 0; i -= 37)
		obstack_free(&o, objects[i]);
	printf("freed: used %d\n", obstack_memory_used(&o));
	obstack_free(&o, NULL);
}

/* How much more a large object is given is each library's own affair; that it
 * holds what was written and that every chunk goes back is not. */
static void large(void)
{
	struct obstack o;
	unsigned char *object;
	int wrong = 0;

	allocations = frees = 0;
	obstack_init(&o);
	for (int i = 0; i < 3000000; i++)
		obstack_1grow(&o, (char)(i * 31 >> 3));
	wrong += obstack_object_size(&o) != 3000000;
	object = obstack_finish(&o);
	for (int i = 0; i < 3000000; i++)
		wrong += object[i] != (unsigned char)(i * 31 >> 3);
	obstack_free(&o, NULL);
	printf("large: wrong %d kept %d, moved seldom %d\n", wrong,
	       allocations - frees, allocations < 80);
}

static jmp_buf out;

static void jump(void)
{
	longjmp(out, 1);
}

static void failing(int which)
{
	struct obstack o;

	obstack_init(&o);
	o.chunkfun = (struct _obstack_chunk * (*)(void *, long))
		(void (*)(void))no_alloc;
	obstack_grow(&o, "kept", 5);
	if (which == 0)
		obstack_blank(&o, 100000);
	if (which == 1) {
		obstack_exit_failure = 7;
		obstack_blank(&o, 100000);
	}
	if (which == 2) {
		obstack_alloc_failed_handler = jump;
		if (setjmp(out)) {
			printf("handled %s %u\n", (char *)obstack_base(&o),
			       obstack_object_size(&o));
			fflush(stdout);
			return;
		}
		obstack_blank(&o, 100000);
	}
	if (which == 3)
		obstack_free(&o, (void *)&which); /* not its object */
	if (which == 4)
		obstack_specify_allocation(&o, 0, 0, no_alloc, count_free);
}

int main(void)
{
	setvbuf(stdout, NULL, _IOLBF, 0);
	once();
	nested();
	change_functions();
	many();
	large();
	for (int which = 0; which < 5; which++) {
		int status;

		fflush(stdout);
		if (fork() == 0) {
			failing(which);
			_exit(0);
		}
		wait(&status);
		printf("failing %d: %x\n", which, status);
	}
	return 0;
}

/* Operations drawn from a fixed sequence on each kind of queue: what is in it
 * after each, forwards and backwards. */
#include <stdio.h>
#include <string.h>
#include <sys/queue.h>

struct item {
	int number;
	int used;
	SLIST_ENTRY(item) slist;
	LIST_ENTRY(item) list;
	STAILQ_ENTRY(item) stailq;
	SIMPLEQ_ENTRY(item) simpleq;
	TAILQ_ENTRY(item) tailq;
	CIRCLEQ_ENTRY(item) circleq;
};

static SLIST_HEAD(slist, item) slist = SLIST_HEAD_INITIALIZER(slist);
static LIST_HEAD(list, item) list = LIST_HEAD_INITIALIZER(list);
static STAILQ_HEAD(stailq, item) stailq = STAILQ_HEAD_INITIALIZER(stailq);
static SIMPLEQ_HEAD(simpleq, item) simpleq = SIMPLEQ_HEAD_INITIALIZER(simpleq);
static TAILQ_HEAD(tailq, item) tailq = TAILQ_HEAD_INITIALIZER(tailq);
static CIRCLEQ_HEAD(circleq, item) circleq = CIRCLEQ_HEAD_INITIALIZER(circleq);

static struct item items[24];
static unsigned long seed = 3;

static unsigned draw(unsigned bound)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(seed >> 33) % bound;
}

/* An item that is in the queue, or one that is not. */
static struct item *pick(int used)
{
	unsigned start = draw(24);

	for (unsigned i = 0; i < 24; i++)
		if (items[(start + i) % 24].used == used)
			return &items[(start + i) % 24];
	return NULL;
}

static void clear(void)
{
	memset(items, 0, sizeof items);
	for (int i = 0; i < 24; i++)
		items[i].number = i;
}

static void use_slist(void)
{
	struct item *new = pick(0), *old = pick(1), *i;

	switch (draw(5)) {
	case 0:
	case 1:
		if (new) {
			SLIST_INSERT_HEAD(&slist, new, slist);
			new->used = 1;
		}
		break;
	case 2:
		if (new && old) {
			SLIST_INSERT_AFTER(old, new, slist);
			new->used = 1;
		}
		break;
	case 3:
		if (!SLIST_EMPTY(&slist)) {
			SLIST_FIRST(&slist)->used = 0;
			SLIST_REMOVE_HEAD(&slist, slist);
		}
		break;
	case 4:
		if (old) {
			SLIST_REMOVE(&slist, old, item, slist);
			old->used = 0;
		}
	}
	SLIST_FOREACH(i, &slist, slist)
		printf(" %d", i->number);
	printf(" empty %d\n", SLIST_EMPTY(&slist));
}

static void use_list(void)
{
	struct item *new = pick(0), *old = pick(1), *i;

	switch (draw(5)) {
	case 0:
		if (new) {
			LIST_INSERT_HEAD(&list, new, list);
			new->used = 1;
		}
		break;
	case 1:
		if (new && old) {
			LIST_INSERT_AFTER(old, new, list);
			new->used = 1;
		}
		break;
	case 2:
		if (new && old) {
			LIST_INSERT_BEFORE(old, new, list);
			new->used = 1;
		}
		break;
	case 3:
	case 4:
		if (old) {
			LIST_REMOVE(old, list);
			old->used = 0;
		}
	}
	LIST_FOREACH(i, &list, list)
		printf(" %d%s", i->number, *i->list.le_prev == i ? "" : "!");
	printf(" empty %d\n", LIST_EMPTY(&list));
}

#define USE_TAIL(KIND, head, member, last) \
	do { \
		struct item *new = pick(0), *old = pick(1), *i; \
		switch (draw(7)) { \
		case 0: \
			if (new) { \
				KIND##_INSERT_HEAD(&head, new, member); \
				new->used = 1; \
			} \
			break; \
		case 1: \
		case 2: \
			if (new) { \
				KIND##_INSERT_TAIL(&head, new, member); \
				new->used = 1; \
			} \
			break; \
		case 3: \
			if (new && old) { \
				KIND##_INSERT_AFTER(&head, old, new, member); \
				new->used = 1; \
			} \
			break; \
		case 4: \
			if (!KIND##_EMPTY(&head)) { \
				KIND##_FIRST(&head)->used = 0; \
				KIND##_REMOVE_HEAD(&head, member); \
			} \
			break; \
		default: \
			if (old) { \
				KIND##_REMOVE(&head, old, item, member); \
				old->used = 0; \
			} \
		} \
		KIND##_FOREACH(i, &head, member) \
			printf(" %d", i->number); \
		printf(" empty %d last %d\n", KIND##_EMPTY(&head), \
		       *head.last == NULL); \
	} while (0)

static void use_stailq(void)
{
	static struct stailq other = STAILQ_HEAD_INITIALIZER(other);

	USE_TAIL(STAILQ, stailq, stailq, stqh_last);
	if (draw(8) == 0) {
		STAILQ_CONCAT(&other, &stailq);
		STAILQ_CONCAT(&stailq, &other);
		STAILQ_CONCAT(&stailq, &other);
	}
}

static void use_simpleq(void)
{
	USE_TAIL(SIMPLEQ, simpleq, simpleq, sqh_last);
}

static void use_tailq(void)
{
	static struct tailq other;
	struct item *new = pick(0), *old = pick(1), *i;

	switch (draw(7)) {
	case 0:
		if (new) {
			TAILQ_INSERT_HEAD(&tailq, new, tailq);
			new->used = 1;
		}
		break;
	case 1:
		if (new) {
			TAILQ_INSERT_TAIL(&tailq, new, tailq);
			new->used = 1;
		}
		break;
	case 2:
		if (new && old) {
			TAILQ_INSERT_AFTER(&tailq, old, new, tailq);
			new->used = 1;
		}
		break;
	case 3:
		if (new && old) {
			TAILQ_INSERT_BEFORE(old, new, tailq);
			new->used = 1;
		}
		break;
	case 4:
		TAILQ_INIT(&other);
		TAILQ_CONCAT(&other, &tailq, tailq);
		if (new) {
			TAILQ_INSERT_TAIL(&tailq, new, tailq);
			new->used = 1;
		}
		TAILQ_CONCAT(&tailq, &other, tailq);
		break;
	default:
		if (old) {
			TAILQ_REMOVE(&tailq, old, tailq);
			old->used = 0;
		}
	}
	TAILQ_FOREACH(i, &tailq, tailq)
		printf(" %d", i->number);
	printf(" back");
	TAILQ_FOREACH_REVERSE(i, &tailq, tailq, tailq)
		printf(" %d", i->number);
	printf(" empty %d\n", TAILQ_EMPTY(&tailq));
}

static void use_circleq(void)
{
	struct item *new = pick(0), *old = pick(1), *i;

	switch (draw(7)) {
	case 0:
		if (new) {
			CIRCLEQ_INSERT_HEAD(&circleq, new, circleq);
			new->used = 1;
		}
		break;
	case 1:
		if (new) {
			CIRCLEQ_INSERT_TAIL(&circleq, new, circleq);
			new->used = 1;
		}
		break;
	case 2:
		if (new && old) {
			CIRCLEQ_INSERT_AFTER(&circleq, old, new, circleq);
			new->used = 1;
		}
		break;
	case 3:
		if (new && old) {
			CIRCLEQ_INSERT_BEFORE(&circleq, old, new, circleq);
			new->used = 1;
		}
		break;
	default:
		if (old) {
			CIRCLEQ_REMOVE(&circleq, old, circleq);
			old->used = 0;
		}
	}
	CIRCLEQ_FOREACH(i, &circleq, circleq)
		printf(" %d(%d %d)", i->number,
		       CIRCLEQ_LOOP_NEXT(&circleq, i, circleq)->number,
		       CIRCLEQ_LOOP_PREV(&circleq, i, circleq)->number);
	printf(" back");
	CIRCLEQ_FOREACH_REVERSE(i, &circleq, circleq)
		printf(" %d", i->number);
	printf(" empty %d\n", CIRCLEQ_EMPTY(&circleq));
}

int main(void)
{
	static void (*const uses[])(void) = {use_slist, use_list, use_stailq,
					     use_simpleq, use_tailq, use_circleq};

	for (int initialized = 0; initialized < 2; initialized++) {
		for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
			clear();
			printf("== %zu\n", i);
			for (int j = 0; j < 300; j++)
				uses[i]();
		}
		SLIST_INIT(&slist);
		LIST_INIT(&list);
		STAILQ_INIT(&stailq);
		SIMPLEQ_INIT(&simpleq);
		TAILQ_INIT(&tailq);
		CIRCLEQ_INIT(&circleq);
	}
	return 0;
}

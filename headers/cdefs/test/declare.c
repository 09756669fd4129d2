/* Each macro on a declaration or an expression where glibc's own headers use
 * it; what has a value is printed. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/cdefs.h>

__BEGIN_DECLS
extern int plain __P((int));
extern int pmt __PMT((int));
extern int throws(int) __THROW;
extern int leafless(int) __THROWNL;
extern int __NTH(wrapped(int value));
extern int __NTHNL(wrapped_nl(int value));
extern void *make(size_t size) __attribute_malloc__
	__attribute_alloc_size__((1)) __wur;
extern int pure(const char *s) __attribute_pure__ __nonnull((1));
extern int constant(int) __attribute_const__;
extern int kept(void) __attribute_used__ __attribute_noinline__;
extern const char *fmt(const char *s) __attribute_format_arg__(1)
	__attribute_nonnull__((1)) __returns_nonnull;
extern int old(void) __attribute_deprecated__;
extern int older(void) __attribute_deprecated_msg__("use plain");
extern int must(void) __attribute_warn_unused_result__;
extern int sum(int n, const int values[__restrict_arr]);
__END_DECLS

struct record {
	int n;
	char tail __flexarr;
};

static __always_inline int twice(int v)
{
	return 2 * v;
}

int plain(int v) { return v; }
int pmt(int v) { return v; }
int throws(int v) { return v; }
int leafless(int v) { return v; }
int wrapped(int v) { return v; }
int wrapped_nl(int v) { return v; }
void *make(size_t size) { return malloc(size); }
int pure(const char *s) { return *s; }
int constant(int v) { return v + 1; }
int kept(void) { return 3; }
const char *fmt(const char *s) { return s; }
int old(void) { return 4; }
int older(void) { return 5; }
int must(void) { return 6; }
int sum(int n, const int *__restrict values)
{
	int total = 0;
	for (int i = 0; i < n; i++)
		total += values[i];
	return total;
}

int main(void)
{
	static const int values[] = {1, 2, 3};
	char name[4] __attribute_nonstring__ = {'a', 'b', 'c', 'd'};
	int unused __attribute_maybe_unused__;
	__ptr_t p = make(sizeof(struct record) + 1);
	free(p);
	printf("%d %d %d\n", plain(1) + pmt(2), throws(3) + leafless(4),
	       wrapped(5) + wrapped_nl(6));
	printf("%d %d %d %d %s\n", pure("A"), constant(1), kept(), must(), fmt("f"));
	printf("%d %d %zu %c\n", sum(3, values), twice(21), sizeof(struct record),
	       name[3]);
	printf("%s %d\n", __STRING(a b), __CONCAT(1, 2));
	printf("%d %d\n", __glibc_likely(1 == 1) != 0, __glibc_unlikely(1 == 2) != 0);
	printf("%d %d %d\n", __GNUC_PREREQ(2, 0), __GNUC_PREREQ(99, 0),
	       __GNUC_PREREQ(4, 0));
	return 0;
}

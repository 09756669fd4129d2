#define SIZE 16
enum { COUNT = 3 };
int use(void *p);
static const int fixed = 4;
struct whole { int a[SIZE]; int n; };
int f(int n, int count)
{
	struct { int head; char data[n]; } s; // want
	struct whole w;
	struct { int a[SIZE + COUNT]; char b[sizeof(int)]; } c;
	union { int i; char bytes[8 * count]; } u; // want
	int plain[n];
	struct whole *p = &w;
	p->a[count] = 1;
	return use(&s) + use(&c) + use(&u) + use(plain);
}
int g(void)
{
	enum { n = 3 };
	struct { char data[n]; } s;
	struct { struct { char name[SIZE]; } in[COUNT]; } t;
	return use(&s) + use(&t);
}
int h(unsigned long a, const char *b)
{
	union { int head; long buf[64 / sizeof(long)]; } m;
	return use(&m) + a + b[0];
}
struct outer {
	unsigned int entries;
	struct { int name[SIZE]; } in;
};

#define FOREACH(x) for (x = 0; x < 3; x++)
typedef int word;
int outer(int n)
{
	int i;
	int twice(int x) { return 2 * x; } // want
	word *other(int (*f)(int), word w) // want
	{
		return 0;
	}
	FOREACH(i) { n++; }
	if (n) { n++; } else if (n > 1) { n--; }
	do { n--; } while (n);
	switch (n) { case 1: break; }
	for (i = 0; i < 2; i++) { n++; }
	struct pair { int a, b; } p = { 1, 2 };
	int *q = (int[]){ 1, 2 };
	return twice(n) + p.a + q[0] + (other != 0);
}
struct s { int (*f)(int); } t;
int forward(int n)
{
	auto int later(int x); // want
	int later(int x) { return x + n; } // want
	return later(1);
}

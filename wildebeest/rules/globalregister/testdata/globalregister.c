register long counter asm("r12"); // want
register void *frame __asm__("%rbx"); // want
register void *stack asm("rsp");
int f(int n)
{
	register int local asm("r10") = n;
	asm volatile("" : : "r"(local));
	return n;
}
int g(register int n) { return n; }
#define CALL(n) ({ \
	register long number __asm__("rax") = (n); \
	number; })

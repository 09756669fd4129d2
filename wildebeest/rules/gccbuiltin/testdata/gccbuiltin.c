int print(const char *f, ...);
extern inline __attribute__((gnu_inline, always_inline)) int warn(const char *f, ...)
{
	if (__builtin_va_arg_pack_len() > 1) // want
		return 1;
	return print(f, __builtin_va_arg_pack()); // want
}
void target(void);
void forward(void)
{
	void *args = __builtin_apply_args(); // want
	void *result = __builtin_apply((void (*)())target, args, 64); // want
	__builtin_return(result); // want
}
typedef int v4 __attribute__((vector_size(16)));
v4 mix(v4 a, v4 mask) { return __builtin_shuffle(a, mask); } // want
int safe(int n) { return __builtin_speculation_safe_value(n); } // want
#ifndef __clang__
int other(int n) { return __builtin_speculation_safe_value(n); }
#endif
int fine(int n) { return __builtin_constant_p(n) ? 1 : __builtin_expect(n, 1); }

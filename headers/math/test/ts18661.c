/* Rounding to even in every mode, neighbours, exponents, magnitudes. */
#define _GNU_SOURCE
#include <errno.h>
#include <fenv.h>
#include <math.h>
#include <stdio.h>

static const long double values[] = {
	0.5L, -0.0L, 0.0L, -0.5L, 1.5L, -1.5L, 2.5L, 3.5L, -2.5L, 0.25L, 0.75L, -0.75L, 1, 2, 3, 4503599627370495.5L,
	8388607.5L, 1e30L, -1e30L, 1e-40L, 3e38L, 0x1p-149L, INFINITY, -INFINITY, NAN,
};

enum { COUNT = sizeof values / sizeof *values };

/* Not what the sign of a NaN is. */
static void show(long double value)
{
	if (isnan(value))
		printf(" nan");
	else
		printf(" %.21Lg", value);
}

/* llogb's answer; by its name where the value is each libc's and machine's own. */
static void exponent(long value, int is_zero, int is_nan)
{
	if (is_zero && value == FP_LLOGB0)
		printf(" FP_LLOGB0");
	else if (is_nan && value == FP_LLOGBNAN)
		printf(" FP_LLOGBNAN");
	else
		printf(" %ld", value);
}

#define ALL(suffix, type) do { \
	for (int i = 0; i < COUNT; i++) { \
		volatile type x = (type)values[i]; \
		printf(#type); \
		show(x); \
		printf(":"); \
		show(roundeven##suffix(x)); \
		show(nextup##suffix(x)); \
		show(nextdown##suffix(x)); \
		errno = 0; \
		feclearexcept(FE_ALL_EXCEPT); \
		exponent(llogb##suffix(x), x == 0, isnan(x)); \
		printf(" %d %d", errno, fetestexcept(FE_INVALID) != 0); \
		for (int j = 0; j < COUNT; j += 3) { \
			show(fmaxmag##suffix(x, (type)values[j])); \
			show(fminmag##suffix(x, (type)values[j])); \
		} \
		putchar('\n'); \
	} \
} while (0)

int main(void)
{
	static const int modes[] = { FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO };

	ALL(, double);
	ALL(f, float);
	ALL(l, long double);
	for (int m = 0; m < 4; m++) {
		fesetround(modes[m]);
		for (int i = 0; i < COUNT; i++) {
			volatile double x = (double)values[i];
			double rounded = roundeven(x);

			fesetround(FE_TONEAREST);
			show(rounded);
			fesetround(modes[m]);
		}
		fesetround(FE_TONEAREST);
		putchar('\n');
	}
	return 0;
}

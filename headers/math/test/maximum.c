/* The greater and the lesser, by value and by magnitude: zeros, infinities, NaNs. */
#define _GNU_SOURCE
#include <fenv.h>
#include <math.h>
#include <stdio.h>

static const long double values[] = { -0.0L, 0.0L, 1, -1, 2.5L, -2.5L, INFINITY, -INFINITY, NAN };

enum { COUNT = sizeof values / sizeof *values };

/* Not what the sign of a NaN is. */
static void show(long double value)
{
	if (isnan(value))
		printf(" nan");
	else
		printf(" %Lg", value);
	printf("%s", fetestexcept(FE_INVALID) ? "!" : "");
	feclearexcept(FE_ALL_EXCEPT);
}

/* Called by pointers: the functions are declared to have no effect but their value, so
 * that a compiler may call them before or after the flags are read. */
#define FUNCTIONS(suffix, type) \
	static type (*const volatile functions##suffix[])(type, type) = { \
		fmaximum##suffix, fmaximum_num##suffix, fmaximum_mag##suffix, fmaximum_mag_num##suffix, \
		fminimum##suffix, fminimum_num##suffix, fminimum_mag##suffix, fminimum_mag_num##suffix, \
		fmaxmag##suffix, fminmag##suffix, \
	}

FUNCTIONS(, double);
FUNCTIONS(f, float);
FUNCTIONS(l, long double);

enum { FUNCTION_COUNT = sizeof functions / sizeof *functions, FMAXMAG = FUNCTION_COUNT - 2 };

#define PAIR(suffix, type, first, second) do { \
	volatile type a = (first), b = (second); \
	for (int f = 0; f < FUNCTION_COUNT; f++) { \
		type value = functions##suffix[f](a, b); \
		show(f >= FMAXMAG && value == 0 ? 0 : value); /* which zero those two give is open */ \
	} \
	putchar('\n'); \
} while (0)

#define ALL(suffix, type, signaling) do { \
	puts(#type); \
	for (int i = 0; i < COUNT; i++) { \
		for (int j = 0; j < COUNT; j++) \
			PAIR(suffix, type, (type)values[i], (type)values[j]); \
		PAIR(suffix, type, signaling, (type)values[i]); \
		PAIR(suffix, type, (type)values[i], signaling); \
	} \
} while (0)

int main(void)
{
	ALL(, double, SNAN);
	ALL(f, float, SNANF);
	ALL(l, long double, SNANL);
	return 0;
}

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

#define PAIR(suffix, type, first, second) do { \
	volatile type a = (first), b = (second); \
	show(fmaximum##suffix(a, b)); \
	show(fmaximum_num##suffix(a, b)); \
	show(fmaximum_mag##suffix(a, b)); \
	show(fmaximum_mag_num##suffix(a, b)); \
	show(fminimum##suffix(a, b)); \
	show(fminimum_num##suffix(a, b)); \
	show(fminimum_mag##suffix(a, b)); \
	show(fminimum_mag_num##suffix(a, b)); \
	show(fmaxmag##suffix(a, b) + 0); /* not which zero */ \
	show(fminmag##suffix(a, b) + 0); \
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

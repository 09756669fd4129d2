/* The constants to more digits than they have, the classifications, and exceptions that trap. */
#define _GNU_SOURCE
#include <fenv.h>
#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

/* musl's FE_ALL_EXCEPT has x86's denormal operands too. */
enum { ALL = FE_DIVBYZERO | FE_INVALID | FE_OVERFLOW | FE_UNDERFLOW | FE_INEXACT };

static sigjmp_buf back;

static void trapped(int signal)
{
	(void)signal;
	siglongjmp(back, 1);
}

static void constants(void)
{
	static const long double all[] = {
		M_El, M_LOG2El, M_LOG10El, M_LN2l, M_LN10l, M_PIl, M_PI_2l, M_PI_4l, M_1_PIl,
		M_2_PIl, M_2_SQRTPIl, M_SQRT2l, M_SQRT1_2l,
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		printf("%.21Lg\n", all[i]);
}

static void classes(void)
{
	static const long double all[] = {
		0, -0.0L, 1, -1, 1e-320L, HUGE_VALL, -HUGE_VALL, 3.4e38L, 1e39L, -1e39L,
	};
	volatile long double nan = NAN;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		printf("%Lg: %d %d %d %d %d\n", all[i], isinff((float)all[i]) != 0, (isinfl)(all[i]) != 0,
		       isnanf((float)all[i]) != 0, (isnanl)(all[i]) != 0, finitel(all[i]) != 0);
	printf("nan: %d %d %d %d %d\n", isinff((float)nan), (isinfl)(nan), isnanf((float)nan) != 0,
	       (isnanl)(nan) != 0, finitel(nan) != 0);
	printf("%.15g %.6g %.15Lg %Lg\n", gamma(5.5), (double)gammaf(5.5f), gammal(5.5L),
	       dreml(7.5L, 2));
}

static void divide(const char *what, volatile double a, volatile double b)
{
	if (sigsetjmp(back, 1)) {
		printf("%s trapped, now %x\n", what, (unsigned)fegetexcept());
		feclearexcept(FE_ALL_EXCEPT);
		return;
	}
	volatile double result = a / b;
	printf("%s %g\n", what, result);
}

static void traps(void)
{
	static const int sets[] = {
		0, FE_DIVBYZERO, FE_INVALID, FE_OVERFLOW, FE_UNDERFLOW, FE_INEXACT,
		FE_DIVBYZERO | FE_INVALID, ALL, 1 << 20,
	};

	signal(SIGFPE, trapped);
	printf("%x\n", (unsigned)fegetexcept());
	for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
		feclearexcept(FE_ALL_EXCEPT);
		fedisableexcept(ALL);
		printf("enable %x: %x", (unsigned)sets[i], (unsigned)feenableexcept(sets[i]));
		printf(" now %x\n", (unsigned)fegetexcept());
		divide("1/0", 1, 0);
		fedisableexcept(ALL);
		feenableexcept(sets[i]);
		divide("0/0", 0, 0);
		fedisableexcept(ALL);
		feenableexcept(sets[i]);
		divide("1e300/1e-300", 1e300, 1e-300);
		fedisableexcept(ALL);
		feenableexcept(sets[i]);
		printf("disable %x", (unsigned)fedisableexcept(FE_DIVBYZERO));
		printf(" now %x\n", (unsigned)fegetexcept());
	}
	fedisableexcept(ALL);
}

int main(void)
{
	constants();
	classes();
	traps();
	return 0;
}

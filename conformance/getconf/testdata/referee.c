// SPDX-License-Identifier: MIT
// Prints what musl answers for every constant of its unistd.h (constants.h is
// made from that header), and the facts of the target that its limits.h and
// its feature macros state. printf is not used: it needs functions of the
// compiler's library that a cross compiler does not have.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

static const char *path;

static void put(const char *text)
{
	if (write(1, text, strlen(text)) < 0)
		_exit(1);
}

static void digits(unsigned long n)
{
	char buffer[32], *p = buffer + sizeof buffer;

	*--p = 0;
	do
		*--p = '0' + n % 10;
	while (n /= 10);
	put(p);
}

static void line(const char *name, long n, int defined)
{
	put(name);
	put(" ");
	if (!defined)
		put("undefined");
	else if (n < 0)
		put("-"), digits(-(unsigned long)n);
	else
		digits(n);
	put("\n");
}

static void text(const char *name, const char *value)
{
	put(name);
	put(" ");
	put(value);
	put("\n");
}

static void sc(const char *name, int n)
{
	long value = sysconf(n);

	line(name, value, value != -1);
}

static void pc(const char *name, int n)
{
	long value = pathconf(path, n);

	line(name, value, value != -1);
}

static void cs(const char *name, int n)
{
	static char buffer[4096];

	text(name, confstr(n, buffer, sizeof buffer) ? buffer : "undefined");
}

#define FACT(name) line("_SC_" #name, name, 1)
#define UNSIGNED(name) put("_SC_" #name " "), digits(name), put("\n")

static void facts(void)
{
	FACT(CHAR_BIT), FACT(CHAR_MAX), FACT(CHAR_MIN), FACT(INT_MAX), FACT(INT_MIN);
	FACT(LONG_BIT), FACT(MB_LEN_MAX), FACT(SCHAR_MAX), FACT(SCHAR_MIN);
	FACT(SHRT_MAX), FACT(SHRT_MIN), FACT(SSIZE_MAX), FACT(UCHAR_MAX), FACT(USHRT_MAX);
	FACT(NL_ARGMAX), FACT(NL_LANGMAX), FACT(NL_MSGMAX), FACT(NL_SETMAX), FACT(NL_TEXTMAX);
	FACT(CHARCLASS_NAME_MAX);
	line("_SC_WORD_BIT", CHAR_BIT * sizeof(int), 1);
	UNSIGNED(UINT_MAX), UNSIGNED(ULONG_MAX);
#ifdef NL_NMAX
	FACT(NL_NMAX);
#endif
	_Static_assert(sizeof(off_t) == 8, "large files need flags here");
	text("_CS_LFS_CFLAGS", ""), text("_CS_LFS_LDFLAGS", "");
	text("_CS_LFS_LIBS", ""), text("_CS_LFS_LINTFLAGS", "");
#if defined(open64) && defined(off64_t) /* compiled with -D_LARGEFILE64_SOURCE */
	text("_CS_LFS64_CFLAGS", "-D_LARGEFILE64_SOURCE"), text("_CS_LFS64_LDFLAGS", "");
	text("_CS_LFS64_LIBS", ""), text("_CS_LFS64_LINTFLAGS", "-D_LARGEFILE64_SOURCE");
#endif
}

// What limits.h says that POSIX wants at least: names of getconf since glibc 2.43.
#define MINIMUM(name) line(#name, name, 1)

static void minima(void)
{
#ifdef _POSIX_CLOCKRES_MIN
	MINIMUM(_POSIX_CLOCKRES_MIN);
#endif
#ifdef _POSIX_AIO_LISTIO_MAX
	MINIMUM(_POSIX_AIO_LISTIO_MAX);
#endif
#ifdef _POSIX_AIO_MAX
	MINIMUM(_POSIX_AIO_MAX);
#endif
#ifdef _POSIX_DELAYTIMER_MAX
	MINIMUM(_POSIX_DELAYTIMER_MAX);
#endif
#ifdef _POSIX_HOST_NAME_MAX
	MINIMUM(_POSIX_HOST_NAME_MAX);
#endif
#ifdef _POSIX_LOGIN_NAME_MAX
	MINIMUM(_POSIX_LOGIN_NAME_MAX);
#endif
#ifdef _POSIX_MQ_OPEN_MAX
	MINIMUM(_POSIX_MQ_OPEN_MAX);
#endif
#ifdef _POSIX_MQ_PRIO_MAX
	MINIMUM(_POSIX_MQ_PRIO_MAX);
#endif
#ifdef _POSIX_RE_DUP_MAX
	MINIMUM(_POSIX_RE_DUP_MAX);
#endif
#ifdef _POSIX_RTSIG_MAX
	MINIMUM(_POSIX_RTSIG_MAX);
#endif
#ifdef _POSIX_SEM_NSEMS_MAX
	MINIMUM(_POSIX_SEM_NSEMS_MAX);
#endif
#ifdef _POSIX_SEM_VALUE_MAX
	MINIMUM(_POSIX_SEM_VALUE_MAX);
#endif
#ifdef _POSIX_SIGQUEUE_MAX
	MINIMUM(_POSIX_SIGQUEUE_MAX);
#endif
#ifdef _POSIX_SYMLINK_MAX
	MINIMUM(_POSIX_SYMLINK_MAX);
#endif
#ifdef _POSIX_SYMLOOP_MAX
	MINIMUM(_POSIX_SYMLOOP_MAX);
#endif
#ifdef _POSIX_THREAD_DESTRUCTOR_ITERATIONS
	MINIMUM(_POSIX_THREAD_DESTRUCTOR_ITERATIONS);
#endif
#ifdef _POSIX_THREAD_KEYS_MAX
	MINIMUM(_POSIX_THREAD_KEYS_MAX);
#endif
#ifdef _POSIX_THREAD_THREADS_MAX
	MINIMUM(_POSIX_THREAD_THREADS_MAX);
#endif
#ifdef _POSIX_TIMER_MAX
	MINIMUM(_POSIX_TIMER_MAX);
#endif
#ifdef _POSIX_TTY_NAME_MAX
	MINIMUM(_POSIX_TTY_NAME_MAX);
#endif
#ifdef _POSIX2_BC_BASE_MAX
	MINIMUM(_POSIX2_BC_BASE_MAX);
#endif
#ifdef _POSIX2_BC_DIM_MAX
	MINIMUM(_POSIX2_BC_DIM_MAX);
#endif
#ifdef _POSIX2_BC_SCALE_MAX
	MINIMUM(_POSIX2_BC_SCALE_MAX);
#endif
#ifdef _POSIX2_BC_STRING_MAX
	MINIMUM(_POSIX2_BC_STRING_MAX);
#endif
#ifdef _POSIX2_CHARCLASS_NAME_MAX
	MINIMUM(_POSIX2_CHARCLASS_NAME_MAX);
#endif
#ifdef _POSIX2_COLL_WEIGHTS_MAX
	MINIMUM(_POSIX2_COLL_WEIGHTS_MAX);
#endif
#ifdef _POSIX2_EXPR_NEST_MAX
	MINIMUM(_POSIX2_EXPR_NEST_MAX);
#endif
#ifdef _POSIX2_RE_DUP_MAX
	MINIMUM(_POSIX2_RE_DUP_MAX);
#endif
#ifdef _XOPEN_IOV_MAX
	MINIMUM(_XOPEN_IOV_MAX);
#endif
#ifdef _POSIX_FD_SETSIZE
	MINIMUM(_POSIX_FD_SETSIZE);
#endif
#ifdef _POSIX_HIWAT
	MINIMUM(_POSIX_HIWAT);
#endif
#ifdef _POSIX_QLIMIT
	MINIMUM(_POSIX_QLIMIT);
#endif
#ifdef _POSIX_UIO_MAXIOV
	MINIMUM(_POSIX_UIO_MAXIOV);
#endif
}

int main(int argc, char **argv)
{
	path = argc > 1 ? argv[1] : "/";
#include "constants.h"
	facts();
	minima();
	return 0;
}

// What compilers call for 64-bit division on 32-bit targets.
#if defined(__i386__) || defined(__arm__)
unsigned long long divide(unsigned long long n, unsigned long long d, unsigned long long *rest)
{
	unsigned long long quotient = 0;

	*rest = 0;
	for (int bit = 63; bit >= 0; bit--) {
		*rest = *rest << 1 | (n >> bit & 1);
		if (*rest >= d)
			*rest -= d, quotient |= 1ULL << bit;
	}
	return quotient;
}
#endif

#ifdef __i386__
unsigned long long __udivdi3(unsigned long long n, unsigned long long d)
{
	unsigned long long rest;

	return divide(n, d, &rest);
}
#endif

#ifdef __arm__ // the quotient in r0 and r1, the rest in r2 and r3 (Arm's run-time ABI)
__asm__(".global __aeabi_uldivmod\n"
	".type __aeabi_uldivmod, %function\n"
	"__aeabi_uldivmod:\n"
	"	push {r11, lr}\n"
	"	sub sp, sp, #16\n"
	"	add r12, sp, #8\n"
	"	str r12, [sp]\n"
	"	bl divide\n"
	"	ldr r2, [sp, #8]\n"
	"	ldr r3, [sp, #12]\n"
	"	add sp, sp, #16\n"
	"	pop {r11, pc}\n");
#endif

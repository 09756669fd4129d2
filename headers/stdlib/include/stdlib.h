/* SPDX-License-Identifier: MIT
 * stdlib.h: what glibc's header of this name has and musl's lacks.
 */
#include_next <stdlib.h>

#ifndef WILDEBEEST_STDLIB_STDLIB_H
#define WILDEBEEST_STDLIB_STDLIB_H

#include <features.h>
#include <sys/cdefs.h>

#define __NEED_int32_t
#define __NEED_uint32_t
#include <bits/alltypes.h>
#include <bits/wildebeest_compar.h>

__BEGIN_DECLS

#ifdef _GNU_SOURCE
typedef int (*__compar_d_fn_t)(const void *, const void *, void *);
#endif

#if defined _GNU_SOURCE || defined _BSD_SOURCE
extern int rpmatch(const char *response) __THROW;

extern uint32_t arc4random(void) __THROW;
extern void arc4random_buf(void *buf, size_t size) __THROW;
extern uint32_t arc4random_uniform(uint32_t upper_bound) __THROW;

/* random(3) with the state in the caller's hands. */
struct random_data {
	int32_t *fptr;
	int32_t *rptr;
	int32_t *state;
	int rand_type;
	int rand_deg;
	int rand_sep;
	int32_t *end_ptr;
};
extern int random_r(struct random_data *__restrict buf,
		    int32_t *__restrict result) __THROW;
extern int srandom_r(unsigned int seed, struct random_data *buf) __THROW;
extern int initstate_r(unsigned int seed, char *__restrict statebuf,
		       size_t statelen, struct random_data *__restrict buf)
	__THROW;
extern int setstate_r(char *__restrict statebuf,
		      struct random_data *__restrict buf) __THROW;

struct drand48_data {
	unsigned short __x[3];
	unsigned short __old_x[3];
	unsigned short __c;
	unsigned short __init;
	__extension__ unsigned long long __a;
};
extern int drand48_r(struct drand48_data *__restrict buffer,
		     double *__restrict result) __THROW;
extern int erand48_r(unsigned short xsubi[3],
		     struct drand48_data *__restrict buffer,
		     double *__restrict result) __THROW;
extern int lrand48_r(struct drand48_data *__restrict buffer,
		     long *__restrict result) __THROW;
extern int nrand48_r(unsigned short xsubi[3],
		     struct drand48_data *__restrict buffer,
		     long *__restrict result) __THROW;
extern int mrand48_r(struct drand48_data *__restrict buffer,
		     long *__restrict result) __THROW;
extern int jrand48_r(unsigned short xsubi[3],
		     struct drand48_data *__restrict buffer,
		     long *__restrict result) __THROW;
extern int srand48_r(long seedval, struct drand48_data *buffer) __THROW;
extern int seed48_r(unsigned short seed16v[3], struct drand48_data *buffer)
	__THROW;
extern int lcong48_r(unsigned short param[7], struct drand48_data *buffer)
	__THROW;
#endif

#ifdef _GNU_SOURCE
extern char *canonicalize_file_name(const char *name) __THROW;
extern int getpt(void);

/* ISO C23: free of what has this size, and alignment; how far a pointer is aligned. */
extern void free_sized(void *memory, size_t size);
extern void free_aligned_sized(void *memory, size_t alignment, size_t size);
extern size_t memalignment(const void *pointer);

/* A number as text, in the formats of printf with a precision alone. */
extern int strfromd(char *__restrict dest, size_t size, const char *__restrict format, double value) __THROW;
extern int strfromf(char *__restrict dest, size_t size, const char *__restrict format, float value) __THROW;
extern int strfroml(char *__restrict dest, size_t size, const char *__restrict format, long double value) __THROW;
#endif

__END_DECLS

#endif

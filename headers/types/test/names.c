/* Each name through stdlib.h alone, as glibc shows them by default: its size
 * where that is not the kernel's business, its sign, and uses together. */
#include <stdlib.h>

u_char a_char;
u_short a_short;
u_int an_int;
u_long a_long;
ushort u1;
uint u2;
ulong u3;
quad_t q;
u_quad_t uq;
u_int8_t u8;
u_int16_t u16;
u_int32_t u32;
u_int64_t u64;
int8_t i8;
int16_t i16;
int32_t i32;
int64_t i64;
loff_t l;
fsid_t fsid;
caddr_t c;
daddr_t d;
key_t k;
fd_mask mask;
fd_set set;
register_t r;

#include <stdio.h>
#include <string.h>

#define SHOW(type) printf("%s %zu %d\n", #type, sizeof(type), (type)-1 < (type)1)

int main(void)
{
	SHOW(u_char), SHOW(u_short), SHOW(u_int), SHOW(u_long), SHOW(ushort), SHOW(uint);
	SHOW(ulong), SHOW(quad_t), SHOW(u_quad_t), SHOW(u_int8_t), SHOW(u_int16_t);
	SHOW(u_int32_t), SHOW(u_int64_t), SHOW(loff_t), SHOW(daddr_t), SHOW(key_t);
	SHOW(register_t), SHOW(__int8_t), SHOW(__uint8_t), SHOW(__int16_t), SHOW(__uint16_t);
	SHOW(__int32_t), SHOW(__uint32_t), SHOW(__int64_t), SHOW(__uint64_t), SHOW(__quad_t);
	SHOW(__u_quad_t), SHOW(__u_char), SHOW(__u_short), SHOW(__u_int), SHOW(__u_long);
	SHOW(__dev_t), SHOW(__uid_t), SHOW(__gid_t), SHOW(__ino_t), SHOW(__ino64_t);
	SHOW(__mode_t), SHOW(__nlink_t), SHOW(__off_t), SHOW(__off64_t), SHOW(__loff_t);
	SHOW(__pid_t), SHOW(__clock_t), SHOW(__rlim_t), SHOW(__rlim64_t), SHOW(__id_t);
	SHOW(__time_t), SHOW(__useconds_t), SHOW(__suseconds_t), SHOW(__daddr_t), SHOW(__key_t);
	SHOW(__clockid_t), SHOW(__blksize_t), SHOW(__blkcnt_t), SHOW(__blkcnt64_t);
	SHOW(__fsblkcnt_t), SHOW(__fsblkcnt64_t), SHOW(__fsfilcnt_t), SHOW(__ssize_t);
	SHOW(__intptr_t), SHOW(__socklen_t), SHOW(__intmax_t), SHOW(__uintmax_t);
	printf("%d %zu %zu %zu\n", __WORDSIZE, sizeof(__fsid_t), sizeof(__caddr_t), sizeof(__timer_t));
	/* The same types by either name. */
	__off_t *offset = (off_t *)NULL;
	__dev_t *device = (dev_t *)NULL;
	__nlink_t *links = (nlink_t *)NULL;
	__time_t *when = (time_t *)NULL;
	__fsid_t *identity = &fsid;
	fd_mask *masks = (__fd_mask *)NULL;
	printf("%d\n", !offset && !device && !links && !when && identity && !masks);
	FD_ZERO(&set);
	printf("%d %d\n", FD_ISSET(0, &set) != 0, BYTE_ORDER == LITTLE_ENDIAN);
	return 0;
}

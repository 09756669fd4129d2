/* The names that end in 64, used: under _GNU_SOURCE alone. */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <unistd.h>

static const off64_t far = 5000000000LL; /* needs more than 32 bits */

static void descriptors(void)
{
	off64_t (*seek)(int, off64_t, int) = lseek64;
	int fd = open64("big", O_RDWR | O_CREAT | O_LARGEFILE, 0644);
	char buffer[8] = "";
	struct iovec part = {buffer, 5};
	struct stat64 status;
	struct flock64 lock = {.l_type = F_WRLCK, .l_start = far, .l_len = 10};
	void *map;

	printf("%d\n", ftruncate64(fd, far));
	printf("%d\n", truncate64("big", far + 5));
	printf("%lld\n", (long long)seek(fd, -1, SEEK_END));
	printf("%zd", pwrite64(fd, "hello", 5, far));
	printf(" %zd\n", pread64(fd, buffer, 5, far));
	printf("%s %zd", buffer, preadv64(fd, &part, 1, far));
	printf(" %zd\n", pwritev64(fd, &part, 1, far + 5));
	printf("%d", fstat64(fd, &status));
	printf(" %lld\n", (long long)status.st_size);
	printf("%d", stat64("big", &status));
	printf(" %lld\n", (long long)status.st_size);
	printf("%d %d %d\n", lstat64("big", &status), fstatat64(AT_FDCWD, "big", &status, 0),
	       (int)sizeof status.st_ino);
	printf("%d %d\n", fcntl(fd, F_SETLK64, &lock), fcntl(fd, F_GETLK64, &lock));
	printf("%d %d\n", lockf64(fd, F_TEST, 1), posix_fadvise64(fd, 0, far, POSIX_FADV_NORMAL));
	map = mmap64(NULL, 8192, PROT_READ, MAP_SHARED, fd, 4096LL * 1220700);
	printf("%d %d\n", map != MAP_FAILED, F_SETLKW64 != F_SETLK64);
	close(fd);
	fd = creat64("small", 0600);
	printf("%d\n", posix_fallocate64(fd, 0, 4096));
	close(fd);
	fd = openat64(AT_FDCWD, "small", O_RDWR);
	int out = open64("copy", O_CREAT | O_WRONLY, 0600);
	off64_t offset = 90;
	printf("%zd", sendfile64(out, fd, &offset, 10));
	printf(" %lld\n", (long long)offset);
	close(fd);
	close(out);
}

static void streams(void)
{
	FILE *stream = fopen64("big", "r");
	fpos64_t position;
	char template[] = "tempXXXXXX";

	printf("%d", fseeko64(stream, far, SEEK_SET));
	printf(" %lld\n", (long long)ftello64(stream));
	printf("%d %d\n", fgetpos64(stream, &position), fsetpos64(stream, &position));
	stream = freopen64("small", "r", stream);
	printf("%d\n", stream != NULL);
	fclose(stream);
	stream = tmpfile64();
	printf("%d\n", stream != NULL);
	fclose(stream);
	printf("%d", close(mkstemp64(template)));
	printf(" %d\n", unlink(template));
}

static int wanted(const struct dirent64 *entry)
{
	return entry->d_name[0] != '.';
}

static void others(void)
{
	DIR *directory = opendir(".");
	struct dirent64 *entry, **list;
	struct rlimit64 limit = {0};
	struct statfs64 fs;
	struct statvfs64 vfs;
	rlim64_t none = RLIM64_INFINITY;
	int count = 0;

	while ((entry = readdir64(directory)))
		count++;
	closedir(directory);
	printf("%d %d\n", count, scandir64(".", &list, wanted, alphasort64));
	printf("%s %d\n", list[0]->d_name, versionsort64((const struct dirent64 **)list,
		(const struct dirent64 **)list));
	printf("%d %d\n", getrlimit64(RLIMIT_CORE, &limit), setrlimit64(RLIMIT_CORE, &limit));
	printf("%d %d\n", prlimit64(0, RLIMIT_CORE, NULL, &limit), none == RLIM_INFINITY);
	printf("%d %d %d %d\n", statfs64(".", &fs), statvfs64(".", &vfs), fstatfs64(0, &fs) <= 0,
	       fstatvfs64(0, &vfs) <= 0);
	printf("%zu %zu %zu %zu %zu\n", sizeof(ino64_t), sizeof(blkcnt64_t), sizeof(fsblkcnt64_t),
	       sizeof(fsfilcnt64_t), sizeof(off64_t));
	printf("%d %d %d\n", _LFS64_LARGEFILE, _LFS_LARGEFILE, _LFS64_STDIO);
}

int main(void)
{
	descriptors();
	streams();
	others();
	return 0;
}

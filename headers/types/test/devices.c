/* The parts of device numbers. */
#include <stdio.h>
#include <sys/sysmacros.h>
#include <sys/types.h>

static const unsigned numbers[] = { 0, 1, 8, 255, 256, 4095, 4096, 0xfffff, 0x100000, 0x12345678, 0xffffffff };

int main(void)
{
	unsigned (*part)(dev_t) = gnu_dev_minor;

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		for (size_t j = 0; j < sizeof numbers / sizeof *numbers; j++) {
			dev_t device = gnu_dev_makedev(numbers[i], numbers[j]);

			printf("%u %u: %llx %u %u %d\n", numbers[i], numbers[j], (unsigned long long)device, gnu_dev_major(device),
			       part(device), device == makedev(numbers[i], numbers[j]));
		}
	return 0;
}

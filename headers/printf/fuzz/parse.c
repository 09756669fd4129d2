/* A format, read to its end and not beyond; no type is stored outside of the
 * room there is. */
#include <printf.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *format = malloc(size + 1);
	size_t room = size % 9;
	int *types = malloc((room + 1) * sizeof *types);

	memcpy(format, data, size);
	format[size] = 0;
	types[room] = 0x5555;
	parse_printf_format(format, room, types);
	if (types[room] != 0x5555)
		abort();
	free(types);
	free(format);
	return 0;
}

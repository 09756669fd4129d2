/* Operations on an obstack: each takes a byte for what and two for how much.
 * What objects hold is checked. */
#include <obstack.h>
#include <stdint.h>
#include <stdlib.h>

#define obstack_chunk_alloc malloc
#define obstack_chunk_free free

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct obstack o;
	unsigned char *objects[64];
	size_t lengths[64], count = 0;

	if (size < 3)
		return 0;
	obstack_specify_allocation(&o, data[0] * 4, 1 << data[1] % 6, malloc, free);
	for (data += 2, size -= 2; size >= 3; data += 3, size -= 3) {
		unsigned length = data[1] | (data[2] & 15U) << 8;
		unsigned char mark = (unsigned char)(count * 7 + 1);

		switch (data[0] % 8) {
		case 0:
			obstack_1grow(&o, (char)mark);
			break;
		case 1:
			obstack_blank(&o, length);
			memset((char *)obstack_next_free(&o) - length, mark, length);
			break;
		case 2:
			if (obstack_object_size(&o) >= length)
				obstack_blank(&o, -(long)length);
			break;
		case 3:
			obstack_make_room(&o, length);
			break;
		case 4:
		case 5:
			if (count == 64)
				break;
			lengths[count] = obstack_object_size(&o);
			objects[count++] = obstack_finish(&o);
			break;
		case 6:
			if (count) {
				count = length % count;
				obstack_free(&o, objects[count]);
			}
			break;
		case 7:
			for (size_t i = 0; i < count; i++)
				for (size_t j = 0; j < lengths[i]; j++)
					if (objects[i][j] != (unsigned char)(i * 7 + 1))
						abort();
		}
	}
	obstack_free(&o, NULL);
	return 0;
}

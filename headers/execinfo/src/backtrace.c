/* SPDX-License-Identifier: MIT */
#include <execinfo.h>
#include <unwind.h>

struct trace {
	void **array;
	int size;
	int count; /* -1 at backtrace itself, which is left out */
};

static _Unwind_Reason_Code add(struct _Unwind_Context *context, void *argument)
{
	struct trace *trace = argument;
	void *address = (void *)_Unwind_GetIP(context);

	if (trace->count < 0) {
		trace->count = 0;
		return _URC_NO_REASON;
	}
	if (!address || trace->count >= trace->size)
		return _URC_END_OF_STACK;
	trace->array[trace->count++] = address;
	return _URC_NO_REASON;
}

int backtrace(void **array, int size)
{
	struct trace trace = {array, size, -1};

	if (size <= 0)
		return 0;
	_Unwind_Backtrace(add, &trace);
	return trace.count < 0 ? 0 : trace.count;
}

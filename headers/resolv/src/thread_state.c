/* SPDX-License-Identifier: MIT */
#include "state.h"

static _Thread_local struct __res_state state;

struct __res_state *__res_state(void)
{
	return &state;
}

res_state wildebeest_resolv_thread_state(void)
{
	if (!(state.options & RES_INIT))
		res_ninit(&state);
	return &state;
}

int res_init(void)
{
	res_nclose(&state);
	return res_ninit(&state);
}

void res_close(void)
{
	res_nclose(&state);
}

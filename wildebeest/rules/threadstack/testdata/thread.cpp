#include <cstring>
#include <thread>
static void work() { char big[400000]; memset(big, 1, sizeof big); }
int main()
{
	std::thread none;
	std::thread t(work); // want
	t.join();
	return none.joinable();
}

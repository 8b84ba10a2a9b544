// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Loaded before a program with LD_PRELOAD, it counts the program's flushes to disk and the time they take, in the file
// that PINPATH_SYNC_TIME names: two 64-bit numbers, calls and nanoseconds. A tracer would slow the program down.
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace {

struct Counters {
    std::atomic<std::uint64_t> calls;
    std::atomic<std::uint64_t> nanoseconds;
};

Counters *openCounters()
{
    const char *path = std::getenv("PINPATH_SYNC_TIME");
    const int file = path ? open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
    if (file < 0 || ftruncate(file, sizeof(Counters)) != 0)
        std::abort(); // a benchmark that counts nothing would look fast
    void *memory = mmap(nullptr, sizeof(Counters), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (memory == MAP_FAILED)
        std::abort();
    return static_cast<Counters *>(memory);
}

int timed(const char *name, int file)
{
    static Counters *const counters = openCounters();
    const auto flush = reinterpret_cast<int (*)(int)>(dlsym(RTLD_NEXT, name));
    const auto before = std::chrono::steady_clock::now();
    const int result = flush(file);
    const std::chrono::nanoseconds took = std::chrono::steady_clock::now() - before;
    counters->nanoseconds += std::uint64_t(took.count());
    ++counters->calls;
    return result;
}

} // namespace

extern "C" int fsync(int file)
{
    return timed("fsync", file);
}

extern "C" int fdatasync(int file)
{
    return timed("fdatasync", file);
}

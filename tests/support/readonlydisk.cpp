// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Loaded before a program with LD_PRELOAD, it makes files unwritable while the file exists that PINPATH_READ_ONLY_WHILE
// names: as the system does when it turns a file system read-only beneath a running program.
#include <cerrno>
#include <cstdlib>
#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

bool isRefused(int file)
{
    static const char *const sign = std::getenv("PINPATH_READ_ONLY_WHILE");
    struct stat about { };
    if (!sign || fstat(file, &about) != 0 || !S_ISREG(about.st_mode) || access(sign, F_OK) != 0)
        return false;
    errno = EROFS;
    return true;
}

template <class Function>
Function *next(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" ssize_t write(int file, const void *data, std::size_t size)
{
    static const auto real = next<decltype(write)>("write");
    return isRefused(file) ? -1 : real(file, data, size);
}

extern "C" ssize_t pwrite(int file, const void *data, std::size_t size, off_t offset)
{
    static const auto real = next<decltype(pwrite)>("pwrite");
    return isRefused(file) ? -1 : real(file, data, size, offset);
}

extern "C" ssize_t pwrite64(int file, const void *data, std::size_t size, off64_t offset)
{
    static const auto real = next<decltype(pwrite64)>("pwrite64");
    return isRefused(file) ? -1 : real(file, data, size, offset);
}

extern "C" int ftruncate(int file, off_t size)
{
    static const auto real = next<decltype(ftruncate)>("ftruncate");
    return isRefused(file) ? -1 : real(file, size);
}

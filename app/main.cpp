// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstdio>

int main()
{
    std::puts("Pinpath " PINPATH_VERSION);
    return 0;
}

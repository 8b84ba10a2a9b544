// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exitcode.h"

#include <cstdio>

namespace app {

int failed(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    return Failed;
}

int misused(const QString &sentence)
{
    failed(sentence);
    return Misused;
}

} // namespace app

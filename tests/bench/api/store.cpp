// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
//     api_store FILE COUNT      makes a store in which so many verifications run
#include "tests/bench/manystore.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    bool isCount = false;
    const int count = arguments.value(2).toInt(&isCount);
    if (arguments.size() != 3 || !isCount) {
        std::fputs("usage: api_store FILE COUNT\n", stderr);
        return 2;
    }
    const auto made = bench::makeRunningStore(arguments[1], count);
    if (!made)
        std::fprintf(stderr, "%s\n", qUtf8Printable(made.failure().sentence));
    return made ? 0 : 1;
}

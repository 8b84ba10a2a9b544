// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testclass.h"

#include <QTest>

#ifdef QT_WIDGETS_LIB
#include <QApplication>
#else
#include <QCoreApplication>
#endif

#include <cstdio>

namespace tests {

std::map<std::string, Factory> &registry()
{
    static std::map<std::string, Factory> classes;
    return classes;
}

} // namespace tests

// Usage: PROGRAM [CLASS [Qt Test arguments]]. Without a class, all run; an unknown class is a failure.
int main(int argc, char **argv)
{
#ifdef QT_WIDGETS_LIB
    QApplication application(argc, argv);
#else
    QCoreApplication application(argc, argv);
#endif
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 1) {
        const auto found = tests::registry().find(arguments.at(1).toStdString());
        if (found == tests::registry().end()) {
            std::fprintf(stderr, "There is no test class %s in this program.\n", qPrintable(arguments.at(1)));
            return 1;
        }
        arguments.removeAt(1);
        return QTest::qExec(found->second().get(), arguments);
    }
    int failed = 0;
    for (const auto &[name, make] : tests::registry())
        failed += QTest::qExec(make().get(), arguments);
    return tests::registry().empty() ? 1 : failed;
}

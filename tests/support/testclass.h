// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <string>

// Registers test classes by name, so that one program can hold many: the first argument picks one of them.
// Several classes share a program because linking, not compiling, dominates the build of small tests.
namespace tests {

using Factory = std::function<std::unique_ptr<QObject>()>;
std::map<std::string, Factory> &registry();

template <class TestClass>
struct Registration {
    explicit Registration(const char *name)
    {
        registry()[name] = [] { return std::unique_ptr<QObject>(new TestClass); };
    }
};

} // namespace tests

#define PINPATH_TEST(TestClass, name) static const tests::Registration<TestClass> registration##TestClass(name);

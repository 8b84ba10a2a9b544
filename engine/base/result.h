// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>

namespace engine {

// Why something in the world did not work. `sentence` is for the person: what failed, why, what to do next.
// `detail` is for the log and may be empty.
struct Failure {
    QString sentence;
    QString detail;
};

// A value, or the failure that took its place. Failures of the world are values here; those of the programmer assert.
template <class Value>
class Result {
public:
    Result(Value value)
        : m_value(std::move(value))
    { }
    Result(Failure failure)
        : m_failure(std::move(failure))
    { }

    explicit operator bool() const { return m_value.has_value(); }
    Value &operator*() { return *m_value; }
    const Value &operator*() const { return *m_value; }
    Value *operator->() { return &*m_value; }
    const Value *operator->() const { return &*m_value; }
    const Failure &failure() const { return m_failure; }

private:
    std::optional<Value> m_value;
    Failure m_failure;
};

// The outcome of something that returns nothing: done, or a failure.
template <>
class Result<void> {
public:
    Result() = default;
    Result(Failure failure)
        : m_failure(std::move(failure))
    { }

    explicit operator bool() const { return !m_failure.has_value(); }
    const Failure &failure() const { return *m_failure; }

private:
    std::optional<Failure> m_failure;
};

} // namespace engine

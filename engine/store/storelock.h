// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QString>

#include <memory>

namespace engine {

// Admits one writer to a store: holds an flock on a file beside it for as long as it lives. The system lets go of the
// lock when the process ends, however it ends; the empty file stays.
class StoreLock {
public:
    static Result<std::unique_ptr<StoreLock>> acquire(const QString &storePath);
    ~StoreLock();
    StoreLock(const StoreLock &) = delete;
    StoreLock &operator=(const StoreLock &) = delete;

private:
    explicit StoreLock(int descriptor)
        : m_descriptor(descriptor)
    { }

    int m_descriptor;
};

} // namespace engine

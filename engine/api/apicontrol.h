// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/exchangelog.h"
#include "engine/base/result.h"

#include <QString>

namespace engine {

// What the window sees of the APIs: where they are, whether they are on, and what comes in. It says nothing of HTTP.
// Any thread.
class ApiControl {
public:
    virtual ~ApiControl() = default;

    virtual bool isOn() const = 0;
    // "http://127.0.0.1:8460": where it is or, while it is off, was or will be.
    virtual QString url() const = 0;
    // A failure is a sentence for the person who wants it on. Both may take up to two seconds, and do nothing where
    // there is nothing to do.
    virtual Result<void> turnOn() = 0;
    virtual void turnOff() = 0;
    virtual ExchangeLog &exchanges() = 0;
};

} // namespace engine

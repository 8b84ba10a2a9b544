// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

// What the Verify API says in JSON of a request that it does not take, word for word (verify-api.md, section 2).
namespace tests {

inline QByteArray error(int status, const QByteArray &text)
{
    return "{\"status\":\"" + QByteArray::number(status) + "\",\"error_text\":\"" + text + "\"}";
}

inline QByteArray invalid(const QByteArray &name)
{
    return error(3, "Invalid value for param: " + name);
}

inline QByteArray missing(const QByteArray &name)
{
    return error(2, "Your request is incomplete and missing the mandatory parameter: " + name);
}

} // namespace tests

// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A phone number in a client's spelling, after two letters of a country: what is accepted has digits that fit, can
// be described, and is read as itself when it is written down.

#include "engine/base/phonenumber.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto number = engine::PhoneNumber::parse(text.mid(2), text.left(2));
    if (!number)
        return 0;
    const qsizetype digits = number->toString().size();
    const qsizetype letters = number->country().size();
    if (digits < 3 || digits > 20 || (letters != 0 && letters != 2) || number->toInternational().isEmpty())
        std::abort();
    if (engine::PhoneNumber::parse(number->toString()) != number
        || engine::PhoneNumber::parse(number->toInternational()) != number)
        std::abort();
    number->line();
    return 0;
}

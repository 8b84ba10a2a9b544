// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <string>

// How columns that take no null hold small texts.
namespace engine {

inline QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

inline QString columnText(const std::string &text)
{
    return notNull(QString::fromUtf8(text.data(), qsizetype(text.size())));
}

// Two letters; zeros are none.
inline QString columnText(const std::array<char, 2> &country)
{
    return country[0] ? QString::fromLatin1(country.data(), 2) : QStringLiteral("");
}

inline std::array<char, 2> countryIn(const QString &text)
{
    if (text.size() != 2)
        return {};
    return {text.at(0).toLatin1(), text.at(1).toLatin1()};
}

} // namespace engine
